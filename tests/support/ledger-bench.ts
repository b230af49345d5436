import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import type { RegisterRows } from '#application/ports/place-store';
import type { PostCommand, ReverseCommand } from '#domain/fund/ledger-command';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#rules/pack/pack';
import type { Database } from '#storage/database/connect';
import type { LedgerKey, LedgerKeys } from '#storage/ledger/ledger-key';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createSealer } from '#storage/ledger/sealer';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import { createPlaceStore } from '#storage/place/place-store';
import { loadTestPack } from '#tests/support/load-test-pack';
import { sealEverything } from '#tests/support/seal-everything';

/** Pools of the invented province, and its adjustment fund. */
export const POOLS = ['east', 'west', 'north'] as const;
export const FUND = 'yunhai';
const SINCE = '2020-01-01' as PlainDate;
export const TYPES: readonly InsuranceType[] = ['employee', 'resident'];
export const NOW = '2026-03-10T08:00:00.000Z';
export const ANN = { by: 'Ann', now: NOW };
export const BEN = { by: 'Ben', now: NOW };
/** Ann once the year of the bench is over, which is closed then and not before. */
export const ANN_NEXT_YEAR = { by: 'Ann', now: '2027-01-04T08:00:00.000Z' };

/** Books of three pools and a fund for both types from January 2026, on the national pack's templates. */
export interface LedgerBench {
  readonly database: Database;
  readonly store: LedgerStore;
  readonly pack: Pack;
  /** A command with everything said that the template does not need otherwise. */
  command(template: string, rest?: Partial<PostCommand>): PostCommand;
  reversal(reverses: bigint, rest?: Partial<ReverseCommand>): ReverseCommand;
  /** Asks as Ann and approves as Ben. */
  approve(
    template: string,
    pool: string,
    amount: bigint,
    cause: string,
    insuranceType?: InsuranceType,
  ): Promise<bigint>;
  /** Seals everything that is there. */
  sealAll(): Promise<void>;
  verify(): Promise<LedgerReport>;
}

let nextKey = 0;

export async function makeLedgerBench(database: Database): Promise<LedgerBench> {
  const pack = await loadTestPack('national');
  const store = createLedgerStore(database);
  await letSeeEverything(database);
  await createPlaceStore(database).record(MACHINE_SCOPE, REGISTER, null, NOW);
  await store.registerJournal({ hash: pack.hash, packId: 'national', text: pack.artefact });
  for (const insuranceType of TYPES) {
    for (const pool of [...POOLS, FUND]) {
      const kind = pool === FUND ? 'fund' : 'pool';
      await store.openBooks({ pool, insuranceType, kind, firstMonth: '2026-01' as Month }, ANN);
    }
  }
  const sealer = createSealer(database, TEST_KEY);
  return {
    database,
    store,
    pack,
    command: (template, rest) => {
      nextKey += 1;
      const head = { key: `test ${nextKey}`, effectiveOn: '2026-03-05' as PlainDate, now: NOW, actor: 'Ann' };
      const body = {
        packHash: pack.hash,
        template,
        pool: 'east',
        insuranceType: 'resident',
        amounts: {},
      } as const;
      return { ...head, ...body, ...rest };
    },
    reversal: (reverses, rest) => {
      nextKey += 1;
      const head = { key: `test ${nextKey}`, effectiveOn: '2026-03-05' as PlainDate, now: NOW, actor: 'Ann' };
      return { ...head, reverses, ...rest };
    },
    approve: async (template, pool, amount, cause, insuranceType = 'resident') => {
      const request = { template, pool, insuranceType, amount, cause, reason: 'a test' };
      const number = await store.requestApproval(request, ANN);
      await store.decideApproval(number, 'approved', BEN);
      return number;
    },
    sealAll: () => sealEverything(database, sealer, NOW),
    verify: () => createLedgerVerifier(database, TEST_KEYS).verify(null),
  };
}

/**
 * Connections of the test's database see the whole ledger where no scope is stated, as who controls the machine does;
 * a scope that is stated narrows it.
 */
async function letSeeEverything(database: Database): Promise<void> {
  await sql`SELECT set_config('tongchou.scope', '*|*', false)`.execute(database);
  await database.transaction().execute(async (transaction) => {
    await sql`SET LOCAL ROLE NONE`.execute(transaction);
    await sql`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET tongchou.scope = %L', current_database(), '*|*');
    END $$`.execute(transaction);
  });
}

/** The invented province with a city for each pool, and the fund that all belong to. */
export const REGISTER: RegisterRows = {
  places: [FUND, ...POOLS.map((pool) => `${FUND}/${pool}`)].map((path) => ({
    path,
    name: { zh: path, en: path },
    since: SINCE,
  })),
  placeEnds: [],
  pools: [
    { id: FUND, kind: 'fund', name: { zh: FUND, en: FUND }, place: FUND, since: SINCE },
    ...POOLS.map((id) => ({
      id,
      kind: 'pool' as const,
      name: { zh: id, en: id },
      place: `${FUND}/${id}`,
      since: SINCE,
    })),
  ],
  memberships: POOLS.map((pool) => ({ pool, fund: FUND, since: SINCE })),
  poolings: POOLS.map((pool) => ({ place: `${FUND}/${pool}`, pool, since: SINCE, basis: 'test' })),
};

/** The names of the checks that failed. */
export function failedChecks({ checks }: LedgerReport): readonly string[] {
  return checks.filter(({ wrong }) => wrong > 0n).map(({ name }) => name);
}

const TEST_KEY: LedgerKey = {
  id: 'test',
  mac: (text) => createHash('sha256').update(`test key ${text}`).digest(),
};
export const TEST_KEYS: LedgerKeys = { current: TEST_KEY, all: new Map([['test', TEST_KEY]]) };
