import { beforeAll, describe, expect, test } from 'vitest';
import {
  decideBankAccount,
  findBankAccount,
  listBankAccounts,
  proposeBankAccount,
} from '#application/payout/bank-accounts';
import { decideNotice, enterNotice, type EnteredNotice } from '#application/payout/interest-notices';
import { fundPlan } from '#application/payout/fund-plan';
import { decidePlan, draftPlan } from '#application/payout/payment-plans';
import { decideRun, proposeRun } from '#application/payout/payment-runs';
import { sendRun } from '#application/payout/send-run';
import { listUnswept, sweepMonth } from '#application/payout/sweep-accounts';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import { plainDate } from '#kernel/plain-date';
import { refuse } from '#kernel/decision';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { ANN, failedChecks, FUND, NOW } from '#tests/support/ledger-bench';
import { budgetOf, makePayoutBench, valueIn, type PayoutBench } from '#tests/support/payout-bench';
import { expectRefused } from '#tests/support/refused-codes';

const MARCH = '2026-03' as Month;
/** After all that these tests post has happened. */
const LATER = '2026-07-02T08:00:00.000Z';
const EAST = { pool: 'east', insuranceType: 'employee' } as const;
const APRIL = {
  fromDay: plainDate(2026, 4, 1),
  toDay: plainDate(2026, 4, 30),
  creditedOn: plainDate(2026, 5, 1),
};
const split = (pooled: bigint, account: bigint) => ({
  amounts: { pooled: fen(pooled), account: fen(account) },
});

describeOnPostgres('accounts and flows', (database) => {
  let bench: PayoutBench;
  beforeAll(async () => {
    bench = await makePayoutBench(database().connect('application'));
  });

  describe('a bank account', () => {
    const wanted = {
      pool: 'north',
      role: 'special',
      insuranceType: 'resident',
      counterparty: null,
      holder: '北市财政专户',
      bank: '云海银行',
      number: '622200000001',
    } as const;

    test('SC-2.2-h: holds once another person has confirmed it, until another is confirmed', async () => {
      const { id } = valueIn(await proposeBankAccount(bench.services, bench.maker, wanted, NOW));
      const approval = { id, decision: 'approved' } as const;
      expectRefused(await decideBankAccount(bench.services, bench.maker, approval, NOW), ['same_person']);
      valueIn(await decideBankAccount(bench.services, bench.checker, approval, NOW));
      expectRefused(await decideBankAccount(bench.services, bench.checker, approval, NOW), [
        'record_decided',
      ]);
      const next = await bench.account('north', { role: 'special', number: '622200000002' });
      const accounts = await listBankAccounts(bench.services, bench.maker);
      expect(accounts.map(({ number, holds }) => [number, holds])).toEqual([
        ['****0002', true],
        ['****0001', false],
      ]);
      expect(valueIn(await findBankAccount(bench.services, bench.maker, next)).number).toBe('622200000002');
      expectRefused(await findBankAccount(bench.services, bench.ofWest, next), ['unknown_bank_account']);
    });

    test('SC-2.2-h, NAT-144.39-b: a number serves receipts or payments, never both', async () => {
      const other = { ...wanted, role: 'expenditure' } as const;
      expectRefused(await proposeBankAccount(bench.services, bench.maker, other, NOW), [
        'account_number_of_other_role',
      ]);
      const fresh = { ...other, number: '622200000003' } as const;
      const first = valueIn(await proposeBankAccount(bench.services, bench.maker, fresh, NOW));
      const second = valueIn(
        await proposeBankAccount(bench.services, bench.maker, { ...fresh, role: 'income' }, NOW),
      );
      valueIn(
        await decideBankAccount(bench.services, bench.checker, { ...second, decision: 'approved' }, NOW),
      );
      expectRefused(
        await decideBankAccount(bench.services, bench.checker, { ...first, decision: 'approved' }, NOW),
        ['account_number_of_other_role'],
      );
      valueIn(
        await decideBankAccount(bench.services, bench.checker, { ...first, decision: 'rejected' }, NOW),
      );
    });

    test('is not proposed for a pool out of sight', async () => {
      expectRefused(await proposeBankAccount(bench.services, bench.ofWest, wanted, NOW), ['unknown_pool']);
    });
  });

  describe('the sweep at month end', () => {
    test('NAT-28.7, NAT-144.39-a: empties income account and treasury of every pool, fund by fund, once', async () => {
      const person = { counterparty: 'person:P1', insuranceType: 'employee' } as const;
      const amounts = { pooled: fen(70n), account: fen(30n), unsplit: fen(9n) };
      await bench.post('premium_assessed', { ...person, amounts });
      await bench.post('premium_to_treasury', { ...person, amounts });
      await bench.post('premium_assessed', {
        pool: 'west',
        counterparty: 'person:P2',
        amounts: { pooled: fen(5n) },
      });
      await bench.post('premium_to_income_account', {
        pool: 'west',
        counterparty: 'person:P2',
        amounts: { pooled: fen(5n) },
      });
      expect(await listUnswept(bench.services, bench.maker, MARCH)).toMatchObject([
        { pool: 'east', insuranceType: 'employee', role: 'treasury', balance: 109n },
        { pool: 'west', insuranceType: 'resident', role: 'income', balance: 5n },
      ]);
      expect(await listUnswept(bench.services, bench.maker, '2026-02' as Month)).toEqual([]);

      const ofWest = await sweepMonth(bench.services, bench.ofWest, { month: MARCH }, LATER);
      expect(ofWest.map(({ pool, amount }) => [pool, amount]).filter(([, amount]) => amount !== 0n)).toEqual([
        ['west', 5n],
      ]);
      const swept = await sweepMonth(bench.services, bench.maker, { month: MARCH }, LATER);
      expect(swept.filter(({ event }) => event !== null)).toMatchObject([
        { pool: 'east', amount: 109n, refusals: [] },
      ]);
      expect(await listUnswept(bench.services, bench.maker, MARCH)).toEqual([]);
      expect(await bench.balances('east', 'employee')).toMatchObject({
        '1003 pooled': 70n,
        '1003 account': 30n,
        '1003 unsplit': 9n,
      });
      const again = await sweepMonth(bench.services, bench.maker, { month: MARCH }, LATER);
      expect(again.filter(({ event, refusals }) => event !== null || refusals.length > 0)).toEqual([]);
      const late = { pool: 'west', counterparty: 'person:P2', amounts: { pooled: fen(5n) } };
      await bench.post('premium_assessed', late);
      await bench.post('premium_to_income_account', late);
      const second = await sweepMonth(bench.services, bench.maker, { month: MARCH }, LATER);
      expect(second.filter(({ event }) => event !== null)).toMatchObject([{ pool: 'west', amount: 5n }]);
    });

    test('NAT-28.7: is refused for books whose month is closed or has not begun, and done for the others', async () => {
      await bench.ledger.store.closeMonth(
        { pool: 'north', insuranceType: 'resident' },
        '2026-01' as Month,
        ANN,
      );
      const january = await sweepMonth(bench.services, bench.maker, { month: '2026-01' as Month }, NOW);
      const refused = january.filter(({ refusals }) => refusals.length > 0);
      expect(
        refused.map(({ pool, insuranceType, refusals }) => [pool, insuranceType, refusals[0]?.code]),
      ).toEqual([
        ['north', 'resident', 'month_already_closed'],
        ['north', 'resident', 'month_already_closed'],
      ]);
      const before = await sweepMonth(bench.services, bench.maker, { month: '2025-12' as Month }, NOW);
      expect(new Set(before.map(({ refusals }) => refusals[0]?.code))).toEqual(
        new Set(['month_before_books']),
      );
    });
  });

  describe('a payment plan', () => {
    const plan = { ...EAST, month: MARCH, expected: new Map(), note: '三月用款' };
    const H1 = { counterparty: 'institution:H1', insuranceType: 'employee' } as const;

    test('SC-2.1-d: is refused without an adopted budget and above its line; a settlement never is', async () => {
      await bench.post('benefit_settled', { ...H1, category: 'inpatient', ...split(500n, 40n) });
      const refusal = {
        code: 'budget_not_adopted',
        at: 'east',
        what: { zh: '', en: '' },
        next: { zh: '', en: '' },
      };
      const without = {
        ...bench.services,
        budgetGate: { remainingFen: () => Promise.resolve(refuse(refusal)) },
      };
      expectRefused(await draftPlan(without, bench.maker, plan, NOW), ['budget_not_adopted']);
      const small = { ...bench.services, budgetGate: budgetOf(499n) };
      expectRefused(await draftPlan(small, bench.maker, plan, NOW), ['plan_above_budget']);
      expect((await bench.balances('east', 'employee'))['payable pooled']).toBe(-500n);
    });

    test('NAT-144.39-b: is drafted from what is open, approved by another person, and funded once', async () => {
      const { id, lines } = valueIn(await draftPlan(bench.services, bench.maker, plan, NOW));
      expect(lines).toMatchObject([
        { line: '5001.pooled', amount: 500n },
        { line: '5001.account', amount: 40n },
      ]);
      expectRefused(await draftPlan(bench.services, bench.maker, plan, NOW), ['plan_undecided']);
      expectRefused(await fundPlan(bench.services, bench.maker, { id }, NOW), ['record_not_approved']);
      const approval = { id, decision: 'approved' } as const;
      expectRefused(await decidePlan(bench.services, bench.maker, approval, NOW), ['same_person']);
      const less = { ...bench.services, budgetGate: budgetOf(100n) };
      expectRefused(await decidePlan(less, bench.checker, approval, NOW), ['plan_above_budget']);
      expectRefused(await decidePlan(bench.services, bench.ofWest, approval, NOW), ['unknown_payment_plan']);
      valueIn(await decidePlan(bench.services, bench.checker, approval, NOW));
      expectRefused(await fundPlan(bench.services, bench.maker, { id }, NOW), [
        'special_account_short',
        'special_account_short',
      ]);
      const premium = {
        ...H1,
        counterparty: 'employer:E1',
        amounts: { pooled: fen(9000n), account: fen(900n), unsplit: fen(0n) },
      };
      await bench.post('premium_assessed', premium);
      await bench.post('premium_to_treasury', premium);
      await sweepMonth(bench.services, bench.maker, { month: MARCH }, LATER);
      valueIn(await fundPlan(bench.services, bench.maker, { id }, NOW));
      expectRefused(await fundPlan(bench.services, bench.maker, { id }, NOW), ['plan_funded']);
      expect(await bench.balances('east', 'employee')).toMatchObject({
        '1004 pooled': 500n,
        '1004 account': 40n,
      });
    });

    test('covers an obligation once: what is planned and not paid yet is carried', async () => {
      expectRefused(await draftPlan(bench.services, bench.maker, plan, NOW), ['plan_empty']);
      await bench.post('benefit_settled', { ...H1, category: 'inpatient', ...split(25n, 0n) });
      const expected = new Map([['5001.pooled', fen(10n)]] as const);
      const next = valueIn(await draftPlan(bench.services, bench.maker, { ...plan, expected }, NOW));
      expect(next.lines).toContainEqual({
        line: '5001.pooled',
        open: 525n,
        expected: 10n,
        carried: 500n,
        amount: 35n,
      });
      valueIn(await decidePlan(bench.services, bench.checker, { id: next.id, decision: 'rejected' }, NOW));
    });

    test('NAT-P.11: employees’ runs pay out of pooled fund and personal accounts, each for itself', async () => {
      await bench.account('east', { role: 'expenditure', insuranceType: 'employee' });
      await bench.account('east', { role: 'payee', counterparty: H1.counterparty });
      const lines = [{ counterparty: H1.counterparty, pooled: 500n, account: 40n }];
      const run = {
        ...EAST,
        purpose: 'benefit',
        category: 'inpatient',
        paysOn: plainDate(2026, 3, 10),
        lines,
      } as const;
      const { id } = valueIn(await proposeRun(bench.services, bench.maker, run, NOW));
      valueIn(await decideRun(bench.services, bench.checker, { id, decision: 'approved' }, NOW));
      valueIn(await sendRun(bench.services, bench.checker, id, LATER));
      const after = await bench.balances('east', 'employee');
      expect([after['1004 pooled'], after['1004 account'], after['5001 account']]).toEqual([
        undefined,
        undefined,
        40n,
      ]);
    });

    test('is not for an adjustment fund', async () => {
      expectRefused(await draftPlan(bench.services, bench.maker, { ...plan, pool: FUND }, NOW), [
        'fund_has_no_payments',
      ]);
    });
  });

  describe('interest', () => {
    const notice: EnteredNotice = {
      ...EAST,
      role: 'special',
      fromDay: plainDate(2026, 3, 1),
      toDay: plainDate(2026, 3, 31),
      creditedOn: plainDate(2026, 4, 1),
      rate: '0.35%',
      daysOfYear: 360,
      reference: 'IB-1',
      amount: fen(100n),
    };
    const enter = (rest: Partial<EnteredNotice> = {}) =>
      enterNotice(bench.services, bench.maker, { ...notice, ...rest }, LATER);
    const accept = (id: string, decision: 'approved' | 'rejected' = 'approved', reason = '银行另计罚息') =>
      decideNotice(bench.services, bench.checker, { id, decision, reason }, LATER);

    test('NAT-28.2, NAT-28.8: is shared by daily balances, shown beside what was expected, posted when accepted', async () => {
      const { id, ...shares } = valueIn(await enter(APRIL));
      expect(shares.pooled + shares.account + shares.unsplit).toBe(100n);
      expect(shares.difference).toBe(100n - shares.expected);
      expect([shares.pooled > shares.account, shares.account > shares.unsplit]).toEqual([true, true]);
      expectRefused(await enter({ ...APRIL, fromDay: plainDate(2026, 3, 31) }), ['interest_period_taken']);
      expectRefused(
        await decideNotice(bench.services, bench.maker, { id, decision: 'approved', reason: '' }, LATER),
        ['same_person'],
      );
      expectRefused(await accept(id, 'approved', ' '), ['difference_without_reason']);
      const before = await bench.balances('east', 'employee');
      const { events } = valueIn(await accept(id));
      expect(events.length).toBe(shares.unsplit > 0n ? 2 : 1);
      const after = await bench.balances('east', 'employee');
      for (const fund of ['pooled', 'account', 'unsplit'] as const) {
        expect((after[`1003 ${fund}`] ?? 0n) - (before[`1003 ${fund}`] ?? 0n)).toBe(shares[fund]);
      }
      expect((after['4602 unsplit'] ?? 0n) + shares.unsplit).toBe(0n);
      expectRefused(await accept(id), ['record_decided']);
    });

    test('a rejected notice is entered anew', async () => {
      const may = {
        fromDay: plainDate(2026, 5, 1),
        toDay: plainDate(2026, 5, 31),
        creditedOn: plainDate(2026, 6, 1),
      };
      const { id } = valueIn(await enter({ ...may, amount: fen(7n) }));
      valueIn(await accept(id, 'rejected'));
      expect(valueIn(await enter(may)).id).not.toBe(id);
    });

    test('NAT-144.39-a/b: of the income account is swept with it, of the expenditure account passed on at once', async () => {
      const west = { pool: 'west', insuranceType: 'resident' } as const;
      const income = valueIn(await enter({ ...west, role: 'income', amount: fen(3n) }));
      valueIn(await accept(income.id));
      const swept = await sweepMonth(bench.services, bench.maker, { month: '2026-04' as Month }, LATER);
      expect(swept.filter(({ event }) => event !== null)).toMatchObject([{ pool: 'west', amount: 3n }]);
      await bench.post('subsidy_received', {
        ...west,
        counterparty: 'government:G1',
        amounts: { pooled: fen(900n) },
      });
      await bench.post('expenditure_account_funded', { ...west, amounts: { pooled: fen(800n) } });
      const held = await bench.balances('west', 'resident');
      const spent = valueIn(await enter({ ...west, role: 'expenditure', amount: fen(2n) }));
      valueIn(await accept(spent.id));
      const after = await bench.balances('west', 'resident');
      expect(after['1004 pooled']).toBe(held['1004 pooled']);
      expect((after['1003 pooled'] ?? 0n) - (held['1003 pooled'] ?? 0n)).toBe(2n);
      expect(after['2001 pooled']).toBeUndefined();
    });

    test.each([
      ['interest_period_wrong', { fromDay: plainDate(2026, 6, 2), toDay: plainDate(2026, 6, 1) }],
      ['interest_rate_wrong', { rate: '0.35' }],
      ['no_balance_to_share_by', { pool: 'north' }],
      ['account_without_interest', { pool: FUND, role: 'income' }],
      ['unknown_pool', { pool: 'nowhere' }],
    ] as const)('%s', async (code, rest) => {
      expectRefused(await enter(rest), [code]);
    });

    test('NAT-28.2: of an adjustment fund is its own', async () => {
      await bench.post('levy_due', { otherPool: FUND, amounts: { levy: fen(50n) } });
      await bench.post('subsidy_received', { counterparty: 'government:G1', amounts: { pooled: fen(50n) } });
      await bench.post('levy_paid', { otherPool: FUND, amounts: { levy: fen(50n) } });
      const { id } = valueIn(await enter({ pool: FUND, insuranceType: 'resident', amount: fen(4n) }));
      valueIn(await accept(id));
      expect((await bench.balances(FUND, 'resident'))['4201 pooled']).toBe(-4n);
    });
  });

  test('all of it verifies', async () => {
    expect(failedChecks(await bench.ledger.verify())).toEqual([]);
  });
});
