import { createHash } from 'node:crypto';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import type { InsuranceType, PostCommand, ReverseCommand } from '#domain/fund/ledger-command';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Pack } from '#rules/pack/pack';
import type { Database } from '#storage/database/connect';
import type { LedgerKey, LedgerKeys } from '#storage/ledger/ledger-key';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createSealer } from '#storage/ledger/sealer';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import { loadTestPack } from '#tests/support/load-test-pack';

/** Pools of the invented province, and its adjustment fund. */
export const POOLS = ['east', 'west', 'north'] as const;
export const FUND = 'yunhai';
export const TYPES: readonly InsuranceType[] = ['employee', 'resident'];
export const NOW = '2026-03-10T08:00:00.000Z';
export const ANN = { by: 'Ann', now: NOW };
export const BEN = { by: 'Ben', now: NOW };

/** Books of three pools and a fund for both types from January 2026, on the national pack's templates. */
export interface LedgerBench {
  readonly database: Database;
  readonly store: LedgerStore;
  readonly pack: Pack;
  /** A command with everything said that the template does not need otherwise. */
  command(template: string, rest?: Partial<PostCommand>): PostCommand;
  reversal(reverses: bigint, rest?: Partial<ReverseCommand>): ReverseCommand;
  /** Asks as Ann and approves as Ben. */
  approve(template: string, pool: string, amount: bigint, cause: string): Promise<bigint>;
  /** Seals everything that is there. */
  sealAll(): Promise<void>;
  verify(): Promise<LedgerReport>;
}

let nextKey = 0;

export async function makeLedgerBench(database: Database): Promise<LedgerBench> {
  const pack = await loadTestPack('national');
  const store = createLedgerStore(database);
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
    approve: async (template, pool, amount, cause) => {
      const request = { template, pool, insuranceType: 'resident', amount, cause, reason: 'a test' } as const;
      const number = await store.requestApproval(request, ANN);
      await store.decideApproval(number, 'approved', BEN);
      return number;
    },
    sealAll: async () => {
      while ((await sealer.sealOnce(NOW)) !== undefined);
    },
    verify: () => createLedgerVerifier(database, TEST_KEYS).verify(null),
  };
}

/** The names of the checks that failed. */
export function failedChecks({ checks }: LedgerReport): readonly string[] {
  return checks.filter(({ wrong }) => wrong > 0n).map(({ name }) => name);
}

const TEST_KEY: LedgerKey = {
  id: 'test',
  mac: (text) => createHash('sha256').update(`test key ${text}`).digest(),
};
export const TEST_KEYS: LedgerKeys = { current: TEST_KEY, all: new Map([['test', TEST_KEY]]) };
