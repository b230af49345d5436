import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interestEvents, interestFunds } from '#domain/payout/interest-events';
import { expectedInterest, shareInterest, sumDailyBalances } from '#domain/payout/share-interest';
import { fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { rational } from '#kernel/rational';

const QUARTER = { from: plainDate(2026, 1, 1), to: plainDate(2026, 3, 31) };

describe('interest', () => {
  it('NAT-28.2: is shared by daily balances, what lay there before counting every day', () => {
    const changes = [
      { fund: 'pooled', on: plainDate(2025, 6, 1), change: 100n },
      { fund: 'pooled', on: plainDate(2026, 3, 31), change: -40n },
      { fund: 'account', on: plainDate(2026, 3, 2), change: 10n },
      { fund: 'account', on: plainDate(2026, 4, 1), change: 999n },
    ];
    const sums = sumDailyBalances(changes, ['pooled', 'account'], QUARTER);
    expect([...sums]).toEqual([
      ['pooled', 100n * 90n - 40n],
      ['account', 10n * 30n],
    ]);
  });

  it('NAT-P.3: the shares always add up to what the bank gave, and a fund without balance has none', () => {
    const sum = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 15n });
    const amount = fc.bigInt({ min: 1n, max: 10n ** 10n });
    fc.assert(
      fc.property(amount, sum, sum, sum, (given, pooled, account, unsplit) => {
        const sums = new Map(Object.entries({ pooled, account, unsplit }));
        const shares = shareInterest(fen(given), sums);
        expect(shares === undefined).toBe([...sums.values()].every((one) => one <= 0n));
        if (shares === undefined) return;
        expect([...shares.values()].reduce((total, one) => total + one, 0n)).toBe(given);
        for (const [fund, one] of sums) if (one <= 0n) expect(shares.get(fund)).toBe(0n);
      }),
    );
  });

  it('R-3: is expected as sum × rate ÷ days of the bank’s year, half up to the fen', () => {
    const terms = { ...QUARTER, rate: rational(35n, 10_000n), daysOfYear: 360 };
    const sums = new Map([['pooled', 9_000_000n]]);
    expect(expectedInterest(sums, terms)).toBe(88n);
    expect(expectedInterest(new Map([['pooled', -5n]]), terms)).toBe(0n);
  });

  it('NAT-28.8, NAT-144.39-a/b: is posted where it was earned, whole, and none of it where it may not lie', () => {
    const share = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const books = fc.constantFrom(
      { kind: 'pool', insuranceType: 'employee' } as const,
      { kind: 'pool', insuranceType: 'resident' } as const,
      { kind: 'fund', insuranceType: 'employee' } as const,
    );
    const roles = fc.constantFrom('income' as const, 'special' as const, 'expenditure' as const);
    fc.assert(
      fc.property(books, roles, share, share, share, (of, role, pooled, account, unsplit) => {
        const funds = interestFunds({ ...of, role });
        const parts = {
          pooled: pooled + 1n,
          account: funds.includes('account') ? account : 0n,
          unsplit: funds.includes('unsplit') ? unsplit : 0n,
        };
        const events = interestEvents({ ...of, role, ...parts });
        const posted = events.flatMap(({ amounts }) => Object.values(amounts));
        expect(posted.reduce((sum, one) => sum + one, 0n)).toBe(parts.pooled + parts.account + parts.unsplit);
        expect(role === 'expenditure' && funds.includes('unsplit')).toBe(false);
      }),
    );
  });
});
