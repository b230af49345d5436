import { beforeAll, describe, expect, test } from 'vitest';
import { fundPlan } from '#application/payout/fund-plan';
import { importAnswer } from '#application/payout/import-answer';
import {
  decidePlan,
  draftPlan,
  listPlans,
  withdrawPlan,
  type WantedPlan,
} from '#application/payout/payment-plans';
import { decideRun, proposeRun, withdrawRun, type WantedRun } from '#application/payout/payment-runs';
import { sendRun } from '#application/payout/send-run';
import { listPayables } from '#application/payout/show-runs';
import type { PaymentRun } from '#application/ports/payout-store';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { failedChecks } from '#tests/support/ledger-bench';
import { makePayoutBench, valueIn, type PayoutBench } from '#tests/support/payout-bench';
import { expectRefused } from '#tests/support/refused-codes';

const H1 = 'institution:H1';
const H2 = 'institution:H2';
const PAYEE = '622200008888';
const BOOKS = { pool: 'east', insuranceType: 'resident' } as const;
/** The last day of the year in China, and a day of the next. */
const LAST_DAY = '2026-12-31T08:00:00.000Z';
const NEXT_YEAR = '2027-01-10T08:00:00.000Z';
const pooled = (amount: bigint) => ({ amounts: { pooled: fen(amount) } });
const plan: WantedPlan = { ...BOOKS, month: '2026-12' as Month, expected: new Map(), note: '' };
const run: WantedRun = {
  ...BOOKS,
  purpose: 'benefit',
  category: 'inpatient',
  paysOn: plainDate(2026, 12, 31),
  lines: [{ counterparty: H1 }],
};

describeOnPostgres('how payment plans and runs end', (database) => {
  let bench: PayoutBench;
  beforeAll(async () => {
    bench = await makePayoutBench(database().connect('application'));
    await bench.post('subsidy_received', { counterparty: 'government:G1', ...pooled(10_000n) });
    await bench.post('expenditure_account_funded', pooled(100n));
    await bench.account('east', { role: 'expenditure' });
    await bench.account('east', { role: 'payee', counterparty: H1, number: PAYEE });
    await bench.post('benefit_settled', { counterparty: H1, category: 'inpatient', ...pooled(700n) });
  });
  const draft = async (wanted = plan, now = LAST_DAY): Promise<string> =>
    valueIn(await draftPlan(bench.services, bench.maker, wanted, now)).id;
  const propose = async (wanted = run, now = LAST_DAY): Promise<string> =>
    valueIn(await proposeRun(bench.services, bench.maker, wanted, now)).id;
  const approveRun = async (id: string): Promise<void> => {
    valueIn(await decideRun(bench.services, bench.checker, { id, decision: 'approved' }, LAST_DAY));
  };
  const findRun = async (id: string): Promise<PaymentRun> =>
    present(await bench.services.payoutStore.within(bench.maker, (office) => office.findRun(id)), 'a run');
  const endedOf = async (id: string) =>
    (await listPlans(bench.services, bench.maker)).find((one) => one.id === id)?.ended;
  const payablesOf = async (counterparty: string) =>
    valueIn(await listPayables(bench.services, bench.maker, BOOKS)).payables.filter(
      (one) => one.counterparty === counterparty,
    );

  test('NAT-P.11: whoever drafted a plan takes it back before it is decided, and nobody else', async () => {
    const id = await draft();
    expectRefused(await withdrawPlan(bench.services, bench.checker, id, LAST_DAY), ['proposed_by_another']);
    expectRefused(await withdrawPlan(bench.services, bench.ofWest, id, LAST_DAY), ['unknown_payment_plan']);
    valueIn(await withdrawPlan(bench.services, bench.maker, id, LAST_DAY));
    expect(await endedOf(id)).toBe('withdrawn');
    const approval = { id, decision: 'approved' } as const;
    for (const refused of [
      await withdrawPlan(bench.services, bench.maker, id, LAST_DAY),
      await decidePlan(bench.services, bench.checker, approval, LAST_DAY),
      await fundPlan(bench.services, bench.maker, { id }, LAST_DAY),
    ]) {
      expectRefused(refused, ['plan_withdrawn']);
    }
    const next = await draft();
    valueIn(await decidePlan(bench.services, bench.checker, { id: next, decision: 'rejected' }, LAST_DAY));
    expectRefused(await withdrawPlan(bench.services, bench.maker, next, LAST_DAY), ['record_decided']);
  });

  test('NAT-P.11: whoever proposed a run takes it back before it is decided, and says why', async () => {
    const id = await propose();
    const withdrawal = { id, reason: '金额有误' };
    expectRefused(await withdrawRun(bench.services, bench.checker, withdrawal, LAST_DAY), [
      'proposed_by_another',
    ]);
    valueIn(await withdrawRun(bench.services, bench.maker, withdrawal, LAST_DAY));
    expect(await findRun(id)).toMatchObject({
      ended: 'withdrawn',
      withdrawnFor: '金额有误',
      decision: null,
      decidedBy: null,
    });
    const approval = { id, decision: 'approved' } as const;
    expectRefused(await decideRun(bench.services, bench.checker, approval, LAST_DAY), ['run_withdrawn']);
    expect(await payablesOf(H1)).toMatchObject([{ pooled: 700n }]);
  });

  test('NAT-28.7: a line that was paid and came back later is counted once, as sent back', async () => {
    const id = await propose({ ...run, lines: [{ counterparty: H1, pooled: 1n }] });
    await approveRun(id);
    valueIn(await sendRun(bench.services, bench.maker, id, LAST_DAY));
    const say = (outcome: string, on: string) =>
      importAnswer(
        bench.services,
        bench.maker,
        id,
        {
          file: 'answer.csv',
          text: `run,line,account,amount,outcome,reason,date,reference\n${id},1,${PAYEE},0.01,${outcome},,${on},B1\n`.replace(
            'rejected,,',
            'rejected,户名不符,',
          ),
        },
        NEXT_YEAR,
      );
    valueIn(await say('paid', '2026-12-31'));
    expect(await findRun(id)).toMatchObject({ paidCount: 1, rejectedCount: 0 });
    expectRefused(await say('paid', '2027-01-01'), ['answer_differs_from_before']);
    expectRefused(await say('rejected', '2027-01-11'), ['day_ahead']);
    valueIn(await say('rejected', '2027-01-05'));
    expect(await findRun(id)).toMatchObject({ lineCount: 1, paidCount: 0, rejectedCount: 1 });
    await bench.account('east', { role: 'payee', counterparty: H1 });
  });

  describe('at the end of its year', () => {
    let planId: string;
    let runId: string;
    let waiting: string;
    beforeAll(async () => {
      planId = await draft();
      valueIn(
        await decidePlan(bench.services, bench.checker, { id: planId, decision: 'approved' }, LAST_DAY),
      );
      runId = await propose();
      await approveRun(runId);
      await bench.account('east', { role: 'payee', counterparty: H2 });
      await bench.post('benefit_settled', { counterparty: H2, category: 'inpatient', ...pooled(5n) });
      waiting = await propose({ ...run, lines: [{ counterparty: H2, pooled: 2n }] });
    });

    test('what is under way is named where nothing is left to plan or to pay', async () => {
      const wanted = { ...plan, month: '2026-11' as Month };
      const more = await draft(wanted);
      valueIn(await decidePlan(bench.services, bench.checker, { id: more, decision: 'approved' }, LAST_DAY));
      const empty = await draftPlan(bench.services, bench.maker, wanted, LAST_DAY);
      expectRefused(empty, ['plan_empty']);
      expect(empty.allowed ? '' : empty.refusals[0]?.what.zh).toContain(`2026-12 的用款计划 ${planId}`);
      const again = await proposeRun(bench.services, bench.maker, { ...run, lines: undefined }, LAST_DAY);
      expect(again.allowed).toBe(true);
      const paid = await proposeRun(bench.services, bench.maker, run, LAST_DAY);
      expectRefused(paid, ['nothing_owed']);
      expect(paid.allowed ? '' : paid.refusals[0]?.what.zh).toContain(`2026-12-31 的支付批次 ${runId}`);
      expect(await payablesOf(H1)).toMatchObject([{ purpose: 'returned', pooled: 1n }]);
    });

    test('SC-2.1-d: a plan of the year is funded, and a run sent, until the December of its year is closed', async () => {
      expect(await endedOf(planId)).toBeNull();
      for (let month = 1; month <= 12; month += 1) {
        const of = `2026-${String(month).padStart(2, '0')}` as Month;
        await bench.ledger.store.closeMonth(BOOKS, of, { by: 'Ann', now: NEXT_YEAR });
      }
      expect(await endedOf(planId)).toBe('lapsed');
      const funding = await fundPlan(bench.services, bench.maker, { id: planId }, NEXT_YEAR);
      expectRefused(funding, ['plan_lapsed']);
      expect(funding.allowed ? '' : funding.refusals[0]?.what.zh).toBe(
        `2026-12 的用款计划 ${planId}已过期：该年 12 月已结账`,
      );
      expectRefused(await sendRun(bench.services, bench.maker, runId, NEXT_YEAR), ['run_lapsed']);
      const approval = { id: waiting, decision: 'approved' } as const;
      expectRefused(await decideRun(bench.services, bench.checker, approval, NEXT_YEAR), ['run_lapsed']);
      const withdrawal = { id: runId, reason: 'r' };
      expectRefused(await withdrawRun(bench.services, bench.maker, withdrawal, NEXT_YEAR), ['run_lapsed']);
      expect(await findRun(runId)).toMatchObject({ ended: 'lapsed', decision: 'approved' });
      expectRefused(await draftPlan(bench.services, bench.maker, plan, NEXT_YEAR), ['payment_year_over']);
      expectRefused(await proposeRun(bench.services, bench.maker, run, NEXT_YEAR), ['payment_year_over']);
    });

    test('the database funds no plan and sends no run of a year that is over', async () => {
      const { payoutStore } = bench.services;
      const { userId } = bench.maker;
      const event = await bench.post('expenditure_account_funded', pooled(1n));
      await expect(
        payoutStore.within(bench.maker, (office) => office.recordFunding(planId, event, userId, NEXT_YEAR)),
      ).rejects.toThrow('payment_plan_lapsed');
      await expect(
        payoutStore.within(bench.maker, (office) => office.recordSending(runId, null, [], userId, NEXT_YEAR)),
      ).rejects.toThrow('payment_run_lapsed');
    });

    test('what has lapsed hides no debt: it is planned and paid anew', async () => {
      expect(await payablesOf(H1)).toMatchObject([
        { purpose: 'benefit', pooled: 699n },
        { purpose: 'returned', pooled: 1n },
      ]);
      const anew = { ...plan, month: '2027-01' as Month };
      const { id, lines } = valueIn(await draftPlan(bench.services, bench.maker, anew, NEXT_YEAR));
      expect(lines).toEqual([{ line: '5001.pooled', open: 704n, expected: 0n, carried: 0n, amount: 704n }]);
      valueIn(await decidePlan(bench.services, bench.checker, { id, decision: 'approved' }, NEXT_YEAR));
      valueIn(await fundPlan(bench.services, bench.checker, { id }, NEXT_YEAR));
      const paid = { ...run, paysOn: plainDate(2027, 1, 10) };
      await approveRun(await propose(paid, NEXT_YEAR));
    });

    test('NAT-P.11: all of it verifies', async () => {
      expect(failedChecks(await bench.ledger.verify())).toEqual([]);
    });
  });
});
