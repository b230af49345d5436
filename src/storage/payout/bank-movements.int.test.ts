import { beforeAll, expect, test } from 'vitest';
import { importAnswer } from '#application/payout/import-answer';
import { fundPlan } from '#application/payout/fund-plan';
import { listPlans } from '#application/payout/payment-plans';
import { decideRun, proposeRun, type WantedRun } from '#application/payout/payment-runs';
import { sendRun } from '#application/payout/send-run';
import { listPayables, openPaymentRun } from '#application/payout/show-runs';
import { sweepMonth } from '#application/payout/sweep-accounts';
import { allow, refuse } from '#kernel/decision';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { NOW } from '#tests/support/ledger-bench';
import { budgetOf, makePayoutBench, valueIn, type PayoutBench } from '#tests/support/payout-bench';
import { expectRefused } from '#tests/support/refused-codes';

const EAST = { pool: 'east', insuranceType: 'resident' } as const;
const H1 = 'institution:H1';
const MARCH = '2026-03' as Month;
const LATER = '2026-04-02T01:00:00Z';
const PAYS_ON = plainDate(2026, 3, 10);
const pooled = (amount: bigint) => ({ amounts: { pooled: fen(amount) } });

describeOnPostgres('movements of money as the bank tells them', (database) => {
  let bench: PayoutBench;
  let plan: string;
  const swept = (number: string, now = LATER) => {
    const voucher = { ...EAST, role: 'treasury', number } as const;
    return sweepMonth(bench.services, bench.maker, { month: MARCH, vouchers: [voucher] }, now);
  };
  const collect = async (amount: bigint): Promise<void> => {
    const premium = { ...EAST, counterparty: 'employer:E1', ...pooled(amount) };
    await bench.post('premium_assessed', premium);
    await bench.post('premium_to_treasury', premium);
  };
  const noteOf = async (event: bigint): Promise<string | undefined> =>
    (await bench.ledgerReader.findEvent(bench.maker, event))?.event.note;
  const planned = async () => {
    const plans = await listPlans(bench.services, bench.maker);
    return plans.find(({ id }) => id === plan);
  };
  const run = (rest: Partial<WantedRun>): WantedRun => {
    const category = rest.purpose === undefined ? 'inpatient' : null;
    return { ...EAST, purpose: 'benefit', category, paysOn: PAYS_ON, lines: undefined, ...rest };
  };
  const send = async (wanted: WantedRun): Promise<string> => {
    const { id } = valueIn(await proposeRun(bench.services, bench.maker, wanted, NOW));
    valueIn(await decideRun(bench.services, bench.checker, { id, decision: 'approved' }, NOW));
    valueIn(await sendRun(bench.services, bench.maker, id, NOW));
    return id;
  };
  const answer = async (id: string, outcome: 'paid' | 'rejected', reference: string) => {
    const { run: head, lines } = valueIn(await openPaymentRun(bench.services, bench.maker, id));
    const rows = lines.map(({ line, number, pooled: own, account }) =>
      [
        head.id,
        line,
        number,
        `0.${String(own + account).padStart(2, '0')}`,
        outcome,
        'x',
        PAYS_ON,
        reference,
      ].join(','),
    );
    const text = `${['run,line,account,amount,outcome,reason,date,reference', ...rows].join('\n')}\n`;
    return importAnswer(bench.services, bench.maker, id, { file: 'b.csv', text }, NOW);
  };

  beforeAll(async () => {
    bench = await makePayoutBench(database().connect('application'));
    await bench.account('east', { role: 'expenditure' });
    await bench.account('east', { role: 'payee', counterparty: H1 });
    await collect(60n);
    await bench.post('benefit_settled', { ...EAST, counterparty: H1, category: 'inpatient', ...pooled(90n) });
    plan = await bench.planBenefits('east', 'resident', 0n);
  });

  test('NAT-144.39-c: a sweep keeps the bank’s voucher with its event, and one of nothing is refused', async () => {
    const [row] = (await swept('ａb 1')).filter(({ event }) => event !== null);
    expect(await noteOf(row?.event ?? 0n)).toBe('银行回单 AB1');
    const again = (await swept('AB2')).find(({ pool, insuranceType, role }) => {
      return pool === 'east' && insuranceType === 'resident' && role === 'treasury';
    });
    expect(again?.refusals.map(({ code }) => code)).toEqual(['voucher_of_nothing']);
  });

  test('NAT-144.39-c: a voucher that was used on the account is refused with what it stands for', async () => {
    const used = await fundPlan(
      bench.services,
      bench.maker,
      { id: plan, part: { pooled: 10n }, voucher: 'ab1' },
      NOW,
    );
    expectRefused(used, ['voucher_used']);
    expect(used.allowed ? '' : used.refusals[0]?.what.zh).toMatch(
      /^银行回单号 AB1 在科目 1003 已用于事项 \d+（2026-03-31）$/,
    );
  });

  test('NAT-144.39-b: a plan is funded in parts, no more than is open and no more than the special account holds', async () => {
    const fund = (amount: bigint, voucher: string) =>
      fundPlan(bench.services, bench.checker, { id: plan, part: { pooled: amount }, voucher }, NOW);
    expectRefused(await fund(91n, 'F1'), ['above_plan_open']);
    const short = await fund(61n, 'F1');
    expectRefused(short, ['special_account_short']);
    expect(short.allowed ? '' : short.refusals[0]?.what.zh).toBe(
      '财政专户的统筹基金只有 0.60 元，差 0.01 元',
    );
    valueIn(await fund(60n, 'F1'));
    expect(await planned()).toMatchObject({
      lines: [{ line: '5001.pooled', amount: 90n, funded: 60n }],
      open: { pooled: 30n, account: 0n },
      fundings: [{ pooled: 60n, voucher: 'F1' }],
    });
    await collect(40n);
    await swept('AB3');
    valueIn(await fundPlan(bench.services, bench.checker, { id: plan }, NOW));
    expect((await planned())?.fundings.map((part) => part.pooled)).toEqual([60n, 30n]);
    expectRefused(await fund(1n, 'F2'), ['plan_funded']);
  });

  test('NAT-28.7: what came back leads to the run that pays it again, and back', async () => {
    const first = await send(run({}));
    valueIn(await answer(first, 'rejected', 'P1'));
    const owed = valueIn(await listPayables(bench.services, bench.maker, EAST)).payables;
    expect(owed).toMatchObject([{ purpose: 'returned', returned: [{ run: first, line: 1 }] }]);
    await bench.account('east', { role: 'payee', counterparty: H1 });
    const second = await send(run({ purpose: 'returned' }));
    const shown = async (id: string) =>
      valueIn(await openPaymentRun(bench.services, bench.maker, id)).lines[0];
    expect((await shown(first))?.repeatedBy).toEqual([{ run: second, line: 1 }]);
    expect((await shown(second))?.repeats).toEqual([{ run: first, line: 1 }]);
    expectRefused(await answer(second, 'paid', 'p1'), ['voucher_used']);
    valueIn(await answer(second, 'paid', 'P2'));
  });

  test('SC-2.1-d, NAT-144.39-b: an advance is held to the budget and to the plans of its year', async () => {
    const advance = run({ purpose: 'prepayment', lines: [{ counterparty: H1, pooled: 5n }] });
    const propose = (services = bench.services) => proposeRun(services, bench.maker, advance, NOW);
    expectRefused(await propose(), ['advance_not_planned']);
    await bench.planBenefits('east', 'resident', 4n);
    expectRefused(await propose(), ['advance_not_planned']);
    await bench.planBenefits('east', 'resident', 6n);
    expectRefused(await propose({ ...bench.services, budgetGate: budgetOf(4n) }), ['advance_above_budget']);
    const none = {
      code: 'budget_not_adopted',
      at: 'east',
      what: { zh: '', en: '' },
      next: { zh: '', en: '' },
    };
    const without = { remainingFen: () => Promise.resolve(refuse(none)) };
    expectRefused(await propose({ ...bench.services, budgetGate: without }), ['budget_not_adopted']);
    const { id } = valueIn(await propose());
    valueIn(await decideRun(bench.services, bench.checker, { id, decision: 'approved' }, NOW));
    const cut = { ...bench.services, budgetGate: { remainingFen: () => Promise.resolve(allow(fen(4n))) } };
    expectRefused(await sendRun(cut, bench.maker, id, NOW), [
      'expenditure_account_short',
      'advance_above_budget',
    ]);
  });
});
