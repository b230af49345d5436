import { fileURLToPath } from 'node:url';
import type { IdentityStore } from '#application/ports/identity-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { RunStore } from '#application/ports/run-store';
import type { ScenarioStore } from '#application/ports/scenario-store';
import { checkPackCases } from '#cli/check-pack-cases';
import { packFolder } from '#files/pack-folder';
import { runFiles } from '#files/run-files';
import { randomToken } from '#files/random-token';
import { sha256 } from '#files/sha256';
import { createServer } from '#http/server';
import type { HttpApp, HttpServices } from '#http/services';
import { createScryptPasswords } from '#storage/identity/scrypt-passwords';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

/** The Host that a test server accepts. */
export const LOCAL_HOST = 'localhost:4100';

/** A store for servers that no test asks about runs: every use of it is a defect. */
const NO_STORE: RunStore = {
  keepArtefact: () => Promise.reject(new Error('no store')),
  findArtefact: () => Promise.reject(new Error('no store')),
  keepRun: () => Promise.reject(new Error('no store')),
  findRun: () => Promise.reject(new Error('no store')),
  listRuns: () => Promise.reject(new Error('no store')),
};

const NO_SCENARIO_STORE: ScenarioStore = {
  keepScenario: () => Promise.reject(new Error('no store')),
  findScenario: () => Promise.reject(new Error('no store')),
  listScenarios: () => Promise.reject(new Error('no store')),
};

const NO_PACK_LIFE_STORE: PackLifeStore = {
  keepArtefact: () => Promise.reject(new Error('no store')),
  findArtefact: () => Promise.reject(new Error('no store')),
  findHashes: () => Promise.reject(new Error('no store')),
  listEvents: () => Promise.reject(new Error('no store')),
  record: () => Promise.reject(new Error('no store')),
};

/** Nobody has a session here, and every other use is a defect. */
const NO_IDENTITY_STORE: IdentityStore = {
  beginSignIn: () => Promise.reject(new Error('no store')),
  openSession: () => Promise.reject(new Error('no store')),
  findAccount: () => Promise.resolve(undefined),
  endSession: () => Promise.reject(new Error('no store')),
  rehashPassword: () => Promise.reject(new Error('no store')),
  countAdministrators: () => Promise.reject(new Error('no store')),
  makeFirstAdministrator: () => Promise.reject(new Error('no store')),
  logAccess: () => Promise.reject(new Error('no store')),
  within: () => Promise.reject(new Error('no store')),
};

/** Cheap enough for tests; the cost of the real ones is tested on its own. */
export const CHEAP_SCRYPT = { log2N: 4, r: 8, p: 1 } as const;

/** A server on the repository's packs, not listening: tests put requests into it. Its clock ticks each call. */
export function localServer(services: Partial<HttpServices> = {}): HttpApp {
  let milliseconds = 0;
  const now = (): string => new Date(Date.UTC(2026, 2, 1) + (milliseconds += 1)).toISOString();
  return createServer({
    runStore: NO_STORE,
    runFiles,
    scenarioStore: NO_SCENARIO_STORE,
    packLifeStore: NO_PACK_LIFE_STORE,
    identityStore: NO_IDENTITY_STORE,
    passwords: createScryptPasswords(CHEAP_SCRYPT),
    randomToken,
    setUpTokenHash: undefined,
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
