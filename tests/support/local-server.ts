import { fileURLToPath } from 'node:url';
import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import type { IdentityStore } from '#application/ports/identity-store';
import type { Stores } from '#application/ports/stores';
import { createVerificationDesk } from '#application/proof/verification-desk';
import { checkPackCases } from '#cli/check-pack-cases';
import { readCsvRows } from '#files/csv-rows';
import { packFolder } from '#files/pack-folder';
import { noticeFiles } from '#files/notice-files';
import { reconciliationFiles } from '#files/reconciliation-files';
import { runFiles } from '#files/run-files';
import { randomToken } from '#files/random-token';
import { sha256 } from '#files/sha256';
import { readStatementFile } from '#files/statement-file';
import { statementFiles } from '#files/statement-files';
import { createServer } from '#http/server';
import type { HttpApp, HttpServices } from '#http/services';
import { createScryptPasswords } from '#storage/identity/scrypt-passwords';
import { keptInMemory } from '#tests/support/kept-in-memory';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

/** The Host that a test server accepts. */
export const LOCAL_HOST = 'localhost:4100';

/** A store that no test asks about: every use of it, but of what is given, is a defect. */
function noStore(given: object = {}): never {
  const absent = (): Promise<never> => Promise.reject(new Error('no store'));
  return new Proxy(given, { get: (own, name): unknown => Reflect.get(own, name) ?? absent }) as never;
}

/** Nobody has a session here. */
const NO_IDENTITY_STORE: Pick<IdentityStore, 'findAccount'> = {
  findAccount: () => Promise.resolve(undefined),
};

/** No run is one of a year here. */
const NO_YEAR_STORE: Pick<AdjustmentYearStore, 'findYearOfRun'> = {
  findYearOfRun: () => Promise.resolve(undefined),
};

const NO_STORES: Stores = {
  adjustmentYearStore: noStore(NO_YEAR_STORE),
  budgetExecution: noStore(),
  budgetStore: noStore(),
  fundProjectionStore: noStore(),
  identityStore: noStore(NO_IDENTITY_STORE),
  ledgerReader: noStore(),
  ledgerStore: noStore(),
  openingStore: noStore(),
  packLifeStore: noStore(),
  payoutStore: noStore(),
  placeStore: noStore(),
  reconciliationStore: noStore(),
  runStore: noStore(),
  riskAssessmentStore: noStore(),
  scenarioStore: noStore(),
  statementStore: noStore(),
  supervisionStore: noStore(),
  verificationStore: noStore(),
};

/** Cheap enough for tests; the cost of the real ones is tested on its own. */
export const CHEAP_SCRYPT = { log2N: 4, r: 8, p: 1 } as const;

/** A server on the repository's packs, not listening: tests put requests into it. Its clock ticks each call. */
export function localServer(services: Partial<HttpServices> = {}): HttpApp {
  let milliseconds = 0;
  const now = (): string => new Date(Date.UTC(2026, 2, 1) + (milliseconds += 1)).toISOString();
  return createServer({
    ...NO_STORES,
    runFiles,
    statementFiles,
    noticeFiles,
    reconciliationFiles,
    readStatementFile,
    verificationDesk: createVerificationDesk(
      { verify: () => Promise.reject(new Error('no proof')) },
      keptInMemory(),
    ),
    bundleDesk: { make: () => Promise.reject(new Error('no bundle')) },
    readCsv: readCsvRows,
    passwords: createScryptPasswords(CHEAP_SCRYPT),
    randomToken,
    setUpTokenHashes: [],
    providerSignIns: undefined,
    checkCases: checkPackCases,
    source: packFolder(PACKS),
    hash: sha256,
    now,
    consoleFolder: undefined,
    version: '9.9.9',
    port: 4100,
    ...services,
  });
}

/** What a request by the console carries. */
export const FROM_CONSOLE = { host: LOCAL_HOST, origin: `http://${LOCAL_HOST}` } as const;
