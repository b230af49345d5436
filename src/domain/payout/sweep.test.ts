import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, fundsOf, planSweep, SWEPT_ACCOUNTS, type Deposit } from '#domain/payout/sweep';

const types = fc.constantFrom('employee', 'resident');
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('a sweep', () => {
  it('NAT-28.7, NAT-144.39-a: leaves nothing in the account, in any fund, and touches no other', () => {
    fc.assert(
      fc.property(types, fc.array(amount, { minLength: 6, maxLength: 6 }), (insuranceType, amounts) => {
        const deposits: readonly Deposit[] = ['1002', '1005'].flatMap((account, row) =>
          fundsOf(insuranceType).map((fund, index) => {
            return { account, fund, balance: amounts[row * 3 + index] ?? 0n };
          }),
        );
        for (const { account } of SWEPT_ACCOUNTS) {
          const sweep = planSweep(deposits, account, insuranceType);
          const moved = sweep.kind === 'due' ? sweep.amounts : {};
          for (const fund of fundsOf(insuranceType)) {
            expect(balanceOf(deposits, account, fund) - (moved[fund] ?? 0n)).toBe(0n);
          }
          if (sweep.kind === 'due') {
            expect(Object.keys(moved)).toEqual(fundsOf(insuranceType));
            expect(Object.values(moved).reduce((sum, one) => sum + one, 0n)).toBe(sweep.total);
          }
        }
      }),
    );
  });

  it('does not happen where an account holds less than nothing in a fund', () => {
    const deposits = [
      { account: '1002', fund: 'pooled', balance: 5n },
      { account: '1002', fund: 'account', balance: -1n },
    ];
    expect(planSweep(deposits, '1002', 'employee')).toEqual({ kind: 'overdrawn', balance: -1n });
  });
});
