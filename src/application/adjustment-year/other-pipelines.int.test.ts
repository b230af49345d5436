import { expect, test } from 'vitest';
import { payYear } from '#application/adjustment-year/pay-year';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { requestMatter } from '#application/adjustment-year/matters';
import { proposeYear } from '#application/adjustment-year/propose-year';
import { responsibilityAccounts } from '#application/adjustment-year/responsibility-accounts';
import { simulateYear } from '#application/adjustment-year/simulate-year';
import { standing } from '#domain/adjustment-year/figure';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import {
  allowed,
  approve,
  codesOf,
  fundBalance,
  makeYearBench,
  netOf,
  POOL_YEARS,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import type { FileOverrides } from '#tests/support/invented-pack';
import { failedChecks, FUND, POOLS, TEST_KEYS } from '#tests/support/ledger-bench';
import { HANDED_OVER, makePooledYear, yearFiles } from '#tests/support/pooled-year-bench';

const DRAFT: FileOverrides = {
  'instrument.yaml': (old) =>
    old
      .replace('extends: [union]', 'extends: [union, national]')
      .replaceAll('status: in_force', 'status: draft'),
};

/** A handover that nobody has audited: no report stands behind it. */
const HANDOVER = {
  kind: 'handover',
  insuranceType: 'employee',
  year: 2025,
  packId: 'yunhai',
  document: '',
  documentHash: '',
  note: '',
} as const;

const [TREASURY, BURDEN] = ['treasury/local_treasury/east', 'burden/local_treasury/east'];

/** The county's other money is not its treasury's: the burden waits for the receipt, and the year for both. */
async function expectTreasuryFirst({ services, payer }: YearBench, id: string): Promise<void> {
  const pay = (
    key: string,
    payments?: readonly (readonly [string, string])[],
  ): ReturnType<typeof payYear> => {
    const named = payments?.map(([line, amount]) => ({ line, amount }));
    return payYear(services, payer, id, { key, payments: named, note: '' }, YEAR_NOW);
  };
  expect(codesOf(await pay('k0', [[BURDEN, '45.00']]))).toEqual([`treasury_not_received ${BURDEN}`]);
  // Revenue, the old balance and all spending; what the treasury owes stays open, and so does the year.
  expect(allowed(await pay('k1')).isFinal).toBe(false);
  expect(await pay('k2')).toMatchObject({ refusals: [{ code: 'treasury_open', at: TREASURY }] });
  expect(allowed(await pay('k3', [[TREASURY, '30.00']]))).toEqual({ posted: 1, isFinal: false });
  expect(codesOf(await pay('k4', [[BURDEN, '45.00']]))).toEqual([`treasury_not_received ${BURDEN}`]);
  expect(allowed(await pay('k5'))).toEqual({ posted: 1, isFinal: false });
  const rest = [
    [BURDEN, '15.00'],
    [TREASURY, '15.00'],
  ] as const;
  expect(allowed(await pay('k6', rest))).toEqual({ posted: 2, isFinal: true });
}

describeOnPostgres('a year under full pooling', (database) => {
  test('JH-4.7-a, JH-4.7-d, JH-4.7-e, JH-4.7-f, JH-4.8: counties hand over, remit whole, are paid whole and bear their part', async () => {
    const { bench, id } = await makePooledYear(database().connect('application'));
    const unaudited = {
      ...HANDOVER,
      place: `${FUND}/east`,
      pool: 'east',
      content: HANDED_OVER['east'] ?? {},
    };
    expect(codesOf(await requestMatter(bench.services, bench.maker, unaudited, YEAR_NOW))).toEqual([
      'document_missing document',
    ]);
    const audited = { ...unaudited, document: 'SJ-1', documentHash: 'e'.repeat(64) };
    expect(codesOf(await requestMatter(bench.services, bench.maker, audited, YEAR_NOW))).toEqual([
      'already_submitted east',
    ]);
    // What came in since the pooling began is nobody's balance from before it.
    expect(
      codesOf(await requestMatter(bench.services, bench.maker, { ...audited, year: 2026 }, YEAR_NOW)),
    ).toEqual(['handover_not_of_year year']);
    expect(await netOf(bench, 'east', '1003', 'pre_pooling')).toBe('100.00');
    await approve(bench, id);
    await expectTreasuryFirst(bench, id);

    const figures = await bench.services.adjustmentYearStore.within(bench.maker, (office) =>
      office.listFigures(id),
    );
    const gaps = standing(figures).filter(({ field }) => field === 'auditedPriorGap');
    expect(gaps.map(({ subject, value, source }) => [subject, value, source.kind])).toEqual([
      ['east', '20.00', 'matters'],
      ['north', '0.00', 'matters'],
      ['west', '0.00', 'matters'],
    ]);
    // 200 opening + 8,000 revenue + 5 interest + 100 old balance + 45 of the county's treasury − 5,700 spent.
    expect(await fundBalance(bench)).toBe('2650.00');
    expect(await netOf(bench, 'east', '1003', 'pre_pooling')).toBe('0.00');
    // 500 − 100: the 45 that its treasury gave went up, and none of them is owed any more.
    expect([await netOf(bench, 'east', '1003'), await netOf(bench, 'east', 'receivable')]).toEqual([
      '400.00',
      '0.00',
    ]);

    const [east] = allowed(await responsibilityAccounts(bench.services, bench.maker, id));
    expect(east).toEqual({
      pool: 'east',
      years: [
        {
          id,
          year: 2025,
          version: 1,
          remitted: '1000.00',
          paidDown: '1200.00',
          balance: '-200.00',
          // Of 1,200 − 1,000 − 50 short of the task, half.
          byCity: '75.00',
          // 50 + 75, as far as the old balance goes; the rest and the audited gap are the treasury's.
          byLegacy: '100.00',
          byTreasury: '45.00',
          auditedGap: '20.00',
          sentUp: '145.00',
          legacyBefore: '100.00',
          legacyAfter: '0.00',
        },
      ],
    });
    const ofEast = allowed(await responsibilityAccounts(bench.services, bench.ofEast, id));
    expect(ofEast).toEqual([east]);
    const elsewhere = { userId: bench.maker.userId, parts: [] };
    expect(codesOf(await responsibilityAccounts(bench.services, elsewhere, id))).toEqual([
      `unknown_adjustment_year ${id}`,
    ]);
    const report = await createLedgerVerifier(database().connect('auditor'), TEST_KEYS).verify(null);
    expect(failedChecks(report)).toEqual([]);
  });
});

/** What the treasury of a pool gave, posted as an event of its own; or taken back. */
async function postReceipt(
  { services, maker, pack }: YearBench,
  pool: string,
  amount: bigint,
  corrects?: bigint,
): Promise<bigint> {
  const [outcome] = await services.adjustmentYearStore.within(maker, ({ ledger }) =>
    ledger.post([
      {
        key: `by hand ${amount}`,
        packHash: pack.hash,
        template: 'subsidy_received',
        pool,
        insuranceType: 'employee',
        counterparty: `government:${pool}`,
        amounts: { pooled: fen(amount) },
        effectiveOn: '2026-02-10' as PlainDate,
        now: YEAR_NOW,
        actor: maker.userId,
        ...(corrects === undefined ? {} : { corrects }),
      },
    ]),
  );
  expect(outcome?.refusal).toBeNull();
  return present(outcome?.number, 'the number of the event');
}

describeOnPostgres('a year with a risk reserve', (database) => {
  test('SC-2.2-d, SC-2.2-e, SC-2.2-f, SC-2.2-g: the reserve is kept apart, released by two people, and all else is allocated', async () => {
    const bench = await makeYearBench(
      database().connect('application'),
      yearFiles('distribution_with_reserve'),
    );
    const id = await bench.openAndAttest();
    for (const pool of POOLS) {
      allowed(await bench.attest(id, pool, 'insured', '100'));
      allowed(await bench.attest(id, pool, 'breachLoss', pool === 'west' ? '6.00' : '0.00'));
    }
    allowed(await bench.attest(id, 'east', 'release.epidemic', '10.00'));
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'reserve_share', figure: '10%' } });
    await approve(bench, id);
    const { services, payer } = bench;
    const pay = (
      key: string,
      payments?: Parameters<typeof payYear>[3]['payments'],
    ): ReturnType<typeof payYear> => payYear(services, payer, id, { key, payments, note: '' }, YEAR_NOW);
    // Loss from breaches is the local treasury's: the year is not complete before it has paid (SC-R5).
    const loss = 'treasury/local_treasury/west';
    expect(allowed(await pay('k')).isFinal).toBe(false);
    expect(codesOf(await pay('l'))).toEqual([`treasury_open ${loss}`]);
    expect(await netOf(bench, 'west', 'receivable')).toBe('6.00');
    // Posted by hand it is in the books already: recorded with the year as well it would count twice.
    const byHand = await postReceipt(bench, 'west', 600n);
    const receipt = [{ line: loss, amount: '6.00' }];
    expect(codesOf(await pay('m', receipt))).toEqual([`receipt_recorded ${loss}`]);
    await postReceipt(bench, 'west', -600n, byHand);
    expect(allowed(await pay('m', receipt)).isFinal).toBe(true);
    expect(await netOf(bench, 'west', 'receivable')).toBe('0.00');
    // 200 opening + a tenth of 498 levied, rounded down, + 5 interest − 10 released.
    expect(await netOf(bench, FUND, '1003', 'risk_reserve')).toBe('244.80');
    expect(await netOf(bench, FUND, '1003', 'adjustment')).toBe('0.00');
    const report = await createLedgerVerifier(database().connect('auditor'), TEST_KEYS).verify(null);
    expect(failedChecks(report)).toEqual([]);
    expect(codesOf(await proposeYear(bench.services, bench.maker, id, '', YEAR_NOW))).toEqual([
      'wrong_state final',
    ]);
  });
});

describeOnPostgres('a year under a draft', (database) => {
  test('SC-eff, JH-eff, SD-eff: is gathered and simulated, and never carried out', async () => {
    const bench = await makeYearBench(database().connect('application'), DRAFT, POOL_YEARS, 'draft');
    const id = await bench.openAndAttest();
    allowed(await gatherFigures(bench.services, bench.maker, id, YEAR_NOW));
    expect(allowed(await simulateYear(bench.services, bench.maker, id, YEAR_NOW)).status).toBe('draft');
    expect(codesOf(await freezeYear(bench.services, bench.maker, id, '', YEAR_NOW))).toEqual([
      'draft_in_production packs/yunhai',
    ]);
  });
});
