import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAgainstBudget, checkHeld, fundingOf } from '#domain/payout/check-plan';
import { advancesOf, draftPlanLines, type PlanFacts } from '#domain/payout/plan-lines';
import type { Payable } from '#domain/payout/purpose';
import { fen } from '#kernel/fen';

const owed = (counterparty: string, purpose: Payable['purpose'], pooled: bigint, account = 0n): Payable => {
  return { counterparty, purpose, category: null, pooled, account };
};
const facts = (rest: Partial<PlanFacts>): PlanFacts => {
  return { payables: [], expected: new Map(), planned: new Map(), paidOut: [], ...rest };
};

describe('a payment plan', () => {
  it('NAT-144.39-b: takes what is open and expected, each on its budget line', () => {
    const payables = [
      owed('institution:H1', 'benefit', 500n, 70n),
      owed('insurer:I1', 'large_expense', 40n),
      owed('employer:E1', 'refund', 9n),
      owed('person:P1', 'transfer_out', 0n, 8n),
    ];
    const expected = new Map([['5001.pooled', fen(100n)]] as const);
    expect(draftPlanLines(facts({ payables, expected }))).toEqual([
      { line: '5001.pooled', open: 500n, expected: 100n, carried: 0n, amount: 600n },
      { line: '5001.account', open: 70n, expected: 0n, carried: 0n, amount: 70n },
      { line: '5101.pooled', open: 40n, expected: 0n, carried: 0n, amount: 40n },
      { line: '5201.account', open: 8n, expected: 0n, carried: 0n, amount: 8n },
      { line: '5401.pooled', open: 9n, expected: 0n, carried: 0n, amount: 9n },
    ]);
  });

  it('nets an advance against the same institution only, and never funds what came back', () => {
    const payables = [
      owed('institution:H1', 'benefit', 500n),
      owed('institution:H1', 'advance', 200n),
      owed('institution:H2', 'advance', 900n),
      owed('institution:H3', 'returned', 50n),
    ];
    expect(draftPlanLines(facts({ payables }))).toMatchObject([{ line: '5001.pooled', open: 300n }]);
    expect(advancesOf(payables)).toBe(1100n);
  });

  it('never funds twice: what plans bring in is at most what is open and expected and was paid', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(amount, amount, amount, amount, (open, expected, planned, paid) => {
        const [line] = draftPlanLines(
          facts({
            payables: [owed('institution:H1', 'benefit', open)],
            expected: new Map([['5001.pooled', fen(expected)]]),
            planned: new Map([['5001.pooled', planned]]),
            paidOut: [{ template: 'benefit_paid', fund: 'pooled', amount: paid }],
          }),
        );
        if (line === undefined) return;
        const unspent = planned > paid ? planned - paid : 0n;
        expect(line.amount + unspent).toBe(open + expected > unspent ? open + expected : unspent);
        expect(fundingOf([line])).toEqual({ pooled: line.amount, account: 0n });
      }),
    );
  });

  it('SC-2.1-d: above what the budget leaves is refused, counting what is planned or paid in advance', () => {
    const line = {
      line: '5001.pooled',
      open: fen(60n),
      expected: fen(0n),
      carried: fen(20n),
      amount: fen(40n),
    } as const;
    expect(checkAgainstBudget(line, fen(10n), fen(70n))).toBeUndefined();
    expect(checkAgainstBudget(line, fen(10n), fen(69n))).toMatchObject({
      code: 'plan_above_budget',
      at: '5001.pooled',
    });
    const ofAccounts = { ...line, line: '5001.account' } as const;
    expect(checkAgainstBudget(ofAccounts, fen(10n), fen(60n))).toBeUndefined();
  });

  it('NAT-144.36: what the special account lacks is named fund by fund', () => {
    const codes = checkHeld({ pooled: 5n, account: 9n }, { pooled: 5n, account: 8n }, 'special');
    expect(codes).toMatchObject([{ code: 'special_account_short', at: 'account', clause: 'NAT-144.36' }]);
    expect(checkHeld({ pooled: 0n, account: 0n }, { pooled: -5n, account: 0n }, 'special')).toEqual([]);
  });
});
