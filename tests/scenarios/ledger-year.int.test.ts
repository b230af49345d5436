import { expect, test } from 'vitest';
import { closeYear } from '#application/fund/close-year';
import { planJournal } from '#domain/fund/journal';
import { fen } from '#kernel/fen';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  ANN_NEXT_YEAR,
  failedChecks,
  FUND,
  makeLedgerBench,
  type LedgerBench,
} from '#tests/support/ledger-bench';

const EAST = { pool: 'east', insuranceType: 'employee' } as const;

describeOnPostgres('a year of the ledger', (database) => {
  const netOf = async (bench: LedgerBench, account: string, fund = 'pooled'): Promise<bigint> =>
    (await bench.store.listBalances(EAST))
      .filter((one) => one.account === account && one.fund === fund)
      .reduce((sum, { debit, credit }) => sum + debit - credit, 0n);

  test('NAT-28.2, NAT-28.6, NAT-28.8: ends with income and expenditure at nil and the balance per fund', async () => {
    const bench = await makeLedgerBench(database().connect('application'));
    const journal = planJournal(bench.pack);
    if (!journal.allowed) throw new Error('the national journal is faulty');
    const split = { pooled: fen(0n), account: fen(0n), unsplit: fen(1000n) };
    const employer = { ...EAST, counterparty: 'employer:E1' };
    const both = { ...EAST, amounts: { pooled: fen(300n), account: fen(50n) } };
    const approval = await bench.approve('unsplit_premium_shared', 'east', 1000n, 'actual_split', 'employee');
    const outcomes = await bench.store.post([
      bench.command('premium_assessed', { ...employer, amounts: split }),
      bench.command('premium_to_treasury', { ...employer, amounts: split }),
      bench.command('treasury_swept', { ...EAST, amounts: split }),
      bench.command('unsplit_premium_shared', {
        ...EAST,
        amounts: { pooled: fen(700n), account: fen(300n) },
        approval,
      }),
      bench.command('expenditure_account_funded', both),
      bench.command('benefit_settled', { ...both, counterparty: 'institution:H1', category: 'inpatient' }),
      bench.command('benefit_paid', { ...both, counterparty: 'institution:H1', category: 'inpatient' }),
      bench.command('levy_due', { ...EAST, otherPool: FUND, amounts: { levy: fen(60n) } }),
      bench.command('levy_paid', { ...EAST, otherPool: FUND, amounts: { levy: fen(60n) } }),
    ]);
    expect(outcomes.map(({ refusal }) => refusal)).toEqual(outcomes.map(() => null));
    expect(await netOf(bench, '4601', 'unsplit')).toBe(0n);
    expect(await netOf(bench, '1005', 'unsplit')).toBe(0n);

    const closed = await closeYear(
      bench.store,
      journal.value,
      { ...EAST, kind: 'pool', year: 2026 },
      ANN_NEXT_YEAR,
    );
    expect(closed).toMatchObject({ allowed: true, value: { postingMonth: '2026-12' } });
    const fund = { pool: FUND, insuranceType: 'employee', kind: 'fund', year: 2026 } as const;
    expect(await closeYear(bench.store, journal.value, fund, ANN_NEXT_YEAR)).toMatchObject({ allowed: true });
    for (const account of ['4001', '5001', '5301']) expect(await netOf(bench, account)).toBe(0n);
    expect(await netOf(bench, '3001')).toBe(-(700n - 300n - 60n));
    expect(await netOf(bench, '3001', 'account')).toBe(-(300n - 50n));
    expect(failedChecks(await bench.verify())).toEqual([]);
  });
});
