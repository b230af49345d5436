import type { SupervisionServices } from '#application/supervision/services';
import type { AskedCase, AskedFinding } from '#domain/supervision/supervision-case';
import { assert } from '#kernel/assert';
import { fen, parseYuan } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import type { Database } from '#storage/database/connect';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createSupervisionStore } from '#storage/supervision/supervision-store';
import {
  makeYearBench,
  POOL_YEARS,
  YEAR_NOW,
  type PoolYear,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import type { FileOverrides } from '#tests/support/invented-pack';
import { inventedSupervision } from '#tests/support/invented-supervision';

export const LETTER = { document: '整改报告 3 号', documentHash: 'b'.repeat(64) } as const;

export const CASE: AskedCase = {
  place: 'yunhai/east',
  pool: 'east',
  insuranceType: 'employee',
  year: 2025,
  packId: 'yunhai',
  line: 'routine',
  stage: 'using',
  openedOn: '2026-02-01',
  departments: ['health_insurance'],
  offSite: null,
  examinedKind: 'institution',
  examinedCode: 'H1',
  document: '检查通知 1 号',
  documentHash: 'a'.repeat(64),
  note: '',
};

export const BREACH: AskedFinding = {
  what: '串换诊疗项目',
  clause: 'NAT-735.38',
  amount: fen(10000n),
  referral: null,
};

export interface SupervisionBench extends YearBench {
  readonly services: YearBench['services'] & SupervisionServices;
  /** Posts money of an earlier year recovered from a hospital; the event's number. */
  recover(pool: string, yuan: string): Promise<bigint>;
  reverse(event: bigint): Promise<void>;
}

/** The invented province with its lines of supervision, people, and books of 2025 that are closed. */
export async function makeSupervisionBench(
  database: Database,
  overrides: FileOverrides = {},
  years: Readonly<Record<string, PoolYear>> = POOL_YEARS,
): Promise<SupervisionBench> {
  const bench = await makeYearBench(database, { ...inventedSupervision(), ...overrides }, years);
  const ledger = createLedgerStore(database).within(bench.maker);
  const { userId: actor } = bench.maker;
  const head = { effectiveOn: '2026-02-05' as PlainDate, now: YEAR_NOW, actor };
  let last = 0;
  const post = async (command: Parameters<typeof ledger.post>[0][number]): Promise<bigint> => {
    const [outcome] = await ledger.post([command]);
    assert(outcome?.refusal === null, `it is posted: ${outcome?.refusal}`);
    return outcome.number;
  };
  return {
    ...bench,
    services: { ...bench.services, supervisionStore: createSupervisionStore(database) },
    recover: (pool, yuan) => {
      const amount = parseYuan(yuan);
      assert(typeof amount === 'bigint', `${yuan} is an amount`);
      last += 1;
      return post({
        ...head,
        key: `recovered ${last}`,
        packHash: bench.pack.hash,
        template: 'recovery_of_earlier_year',
        pool,
        insuranceType: 'employee',
        counterparty: 'institution:H1',
        amounts: { pooled: amount, account: fen(0n) },
      });
    },
    reverse: async (reverses) => {
      await post({ ...head, key: `reversed ${reverses}`, reverses, note: 'wrong' });
    },
  };
}
