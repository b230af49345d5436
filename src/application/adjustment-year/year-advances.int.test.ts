import { expect, test } from 'vitest';
import { decideOnMatter, requestMatter } from '#application/adjustment-year/matters';
import { payYear } from '#application/adjustment-year/pay-year';
import { poolShares } from '#application/adjustment-year/pool-shares';
import { responsibilityAccounts } from '#application/adjustment-year/responsibility-accounts';
import { standing } from '#domain/adjustment-year/figure';
import { fen, type Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import {
  allowed,
  approve,
  codesOf,
  DOCUMENT,
  fundBalance,
  makeYearBench,
  netOf,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { failedChecks, FUND, TEST_KEYS } from '#tests/support/ledger-bench';
import { makePooledYear, WITHIN_YEAR } from '#tests/support/pooled-year-bench';

const EAST = {
  place: `${FUND}/east`,
  pool: 'east',
  insuranceType: 'employee',
  year: 2025,
  packId: 'yunhai',
  corrects: null,
  ...DOCUMENT,
  note: '',
} as const;

/** Uses the old balance of the east for its gap: one person asks, another approves. */
async function spendOldBalance({ services, maker, checker, pack }: YearBench, amount: Fen): Promise<void> {
  const { adjustmentYearStore } = services;
  const of = { template: 'pre_pooling_used', pool: 'east', insuranceType: 'employee' } as const;
  const asked = { ...of, amount, cause: 'local_gap', reason: 'bills of December' };
  const approval = await adjustmentYearStore.within(maker, ({ ledger }) =>
    ledger.requestApproval(asked, { by: maker.userId, now: WITHIN_YEAR }),
  );
  await adjustmentYearStore.within(checker, ({ ledger }) =>
    ledger.decideApproval(approval, 'approved', { by: checker.userId, now: WITHIN_YEAR }),
  );
  const command = {
    ...of,
    key: 'old balance used',
    packHash: pack.hash,
    amounts: { pooled: amount },
    effectiveOn: '2025-12-28' as PlainDate,
    now: WITHIN_YEAR,
    actor: maker.userId,
    approval,
  };
  const [outcome] = await adjustmentYearStore.within(maker, ({ ledger }) => ledger.post([command]));
  expect(outcome?.refusal).toBeNull();
}

/** Sends revenue up and pays spending down while the year runs; every money of it by two people. */
async function moveWithinYear(bench: YearBench): Promise<void> {
  const { services, maker, checker } = bench;
  const grant = (kind: 'remittance' | 'funding', pool: string, amount: string, granted?: string) =>
    bench.grant({ kind, pool, content: { amount } }, granted, WITHIN_YEAR);
  const asked = { ...EAST, kind: 'funding', content: { amount: '1250.00' } } as const;
  const { id } = allowed(await requestMatter(services, bench.ofEast, asked, WITHIN_YEAR));
  const yes = { decision: 'granted', note: '' } as const;
  expect(codesOf(await decideOnMatter(services, maker, id, yes, '2026-01-05T02:00:00.000Z'))).toEqual([
    'advance_year_not_running year',
  ]);
  expect(codesOf(await decideOnMatter(services, checker, id, yes, WITHIN_YEAR))).toEqual([
    `special_account_short adjustment-matter ${id} paid allocation/full_pooling/east`,
  ]);
  expect(
    codesOf(await decideOnMatter(services, checker, id, { ...yes, granted: '0.00' }, WITHIN_YEAR)),
  ).toEqual(['bad_amount granted']);
  await grant('remittance', 'west', '5000.00', '4900.00');
  await grant('remittance', 'east', '200.00');
  await spendOldBalance(bench, fen(6000n));
  // More than the east spends: the rest comes back with the settlement.
  allowed(await decideOnMatter(services, checker, id, yes, WITHIN_YEAR));
  expect(await netOf(bench, 'east', '1003')).toBe('1350.00');
}

describeOnPostgres('money moved within a year of full pooling', (database) => {
  test('JH-4.7-a, JH-4.7-e, JH-R1, JH-R5: a year settles what was sent up, paid down and used within it, and pays the difference only', async () => {
    const { bench, id } = await makePooledYear(database().connect('application'), moveWithinYear);
    const { services, maker, payer } = bench;
    expect(await netOf(bench, 'east', '1003', 'pre_pooling')).toBe('40.00');
    await approve(bench, id);
    const figures = standing(
      await services.adjustmentYearStore.within(maker, (office) => office.listFigures(id)),
    );
    const ofEast = new Map(
      figures.filter(({ subject }) => subject === 'east').map(({ field, value }) => [field, value]),
    );
    expect(
      ['revenue', 'expenditure', 'openingBalance', 'legacyBalance'].map((one) => ofEast.get(one)),
    ).toEqual(['1000.00', '1200.00', '500.00', '100.00']);
    const shares = allowed(await poolShares(services, bench.ofEast));
    expect(shares[0]?.lines.map(({ id: line, due, advanced, open }) => [line, due, advanced, open])).toEqual([
      ['levy/east', '1000.00', '200.00', '800.00'],
      ['legacy/east', '0.00', '60.00', '0.00'],
      ['treasury/local_treasury/east', '45.00', '0.00', '45.00'],
      ['burden/legacy_balance/east', '100.00', '0.00', '100.00'],
      ['burden/local_treasury/east', '45.00', '0.00', '45.00'],
      ['allocation/full_pooling/east', '1200.00', '1250.00', '-50.00'],
    ]);
    const pay = (
      key: string,
      payments?: Parameters<typeof payYear>[3]['payments'],
    ): ReturnType<typeof payYear> => payYear(services, payer, id, { key, payments, note: '' }, YEAR_NOW);
    const treasury = ['treasury', 'burden'].map((kind) => ({
      line: `${kind}/local_treasury/east`,
      amount: '45.00',
    }));
    expect(allowed(await pay('a')).isFinal).toBe(false);
    expect(allowed(await pay('b', treasury)).isFinal).toBe(true);
    // A key says the same again, or is refused.
    expect(allowed(await pay('b', treasury))).toEqual({ posted: 0, isFinal: true });
    expect(codesOf(await pay('b'))).toEqual(['key_reused b']);
    // As in a year in which nothing moved ahead: what is left from before pooling is all that stays.
    expect([await netOf(bench, 'east', '1003'), await netOf(bench, 'east', '1003', 'pre_pooling')]).toEqual([
      '400.00',
      '0.00',
    ]);
    expect([await netOf(bench, 'west', '1003'), await netOf(bench, 'west', 'payable')]).toEqual([
      '4000.00',
      '0.00',
    ]);
    expect(await fundBalance(bench)).toBe('2650.00');
    const [east] = allowed(await responsibilityAccounts(services, maker, id));
    expect(east?.years[0]).toMatchObject({ legacyBefore: '100.00', byLegacy: '100.00', legacyAfter: '0.00' });
    const report = await createLedgerVerifier(database().connect('auditor'), TEST_KEYS).verify(null);
    expect(failedChecks(report)).toEqual([]);
  });
});

describeOnPostgres('money asked to move in another year', (database) => {
  test('JH-4.7-a: in another year than the running one, and of nothing, no money moves ahead of the settlement', async () => {
    const { bench } = await makePooledYear(database().connect('application'));
    const asked = { ...EAST, kind: 'remittance', content: { amount: '10.00' } } as const;
    expect(codesOf(await requestMatter(bench.services, bench.maker, asked, YEAR_NOW))).toEqual([
      'advance_year_not_running year',
    ]);
    const none = { ...asked, year: 2026, content: { amount: '0.00' } };
    expect(codesOf(await requestMatter(bench.services, bench.maker, none, YEAR_NOW))).toEqual([
      'bad_amount amount',
    ]);
  });
});

describeOnPostgres('money moved within a year of another adjustment', (database) => {
  test('JH-4.7-a: a fund that is not pooled whole takes no remittance', async () => {
    const bench = await makeYearBench(database().connect('application'));
    const asked = { ...EAST, kind: 'remittance', year: 2026, content: { amount: '10.00' } } as const;
    expect(codesOf(await requestMatter(bench.services, bench.maker, asked, YEAR_NOW))).toEqual([
      'not_pooled_whole kind',
    ]);
  });
});
