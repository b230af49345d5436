import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPayables } from '#domain/payout/net-payables';
import type { Payable } from '#domain/payout/purpose';

const owed = (category: string | null, pooled: bigint, rest: Partial<Payable> = {}): Payable => {
  return { counterparty: 'institution:H1', purpose: 'benefit', category, pooled, account: 0n, ...rest };
};
const pooledOf = (payables: readonly Payable[]): readonly bigint[] =>
  netPayables(payables).map(({ pooled }) => pooled);

describe('what is owed, net', () => {
  it('NAT-P.11: what was paid as a category comes off the debt from before the books, which has none', () => {
    expect(pooledOf([owed(null, 3_000_000n), owed('inpatient', -2_000_001n)])).toEqual([999_999n, 0n]);
    expect(pooledOf([owed(null, 5n), owed('inpatient', -7n), owed('pharmacy', 9n)])).toEqual([0n, 0n, 7n]);
    const refund = owed(null, -4n, { purpose: 'refund' });
    expect(pooledOf([owed(null, 6n), refund])).toEqual([2n, 0n]);
  });

  it('NAT-28.2: one fund, one counterparty and an advance are never netted with another', () => {
    const other = owed('inpatient', -3n, { counterparty: 'institution:H2' });
    const advance = owed(null, 8n, { purpose: 'advance' });
    const personal = owed('inpatient', -2n, { account: 2n });
    const rows = [owed(null, 1n), other, advance, personal];
    expect(netPayables(rows).map(({ pooled, account }) => [pooled, account])).toEqual([
      [0n, 0n],
      [-3n, 0n],
      [8n, 0n],
      [-1n, 2n],
    ]);
  });

  it('NAT-P.11: keeps the sum of each counterparty and fund, and is below zero only where that sum is', () => {
    const amount = fc.bigInt({ min: -500n, max: 500n });
    const row = fc.record({
      counterparty: fc.constantFrom('institution:H1', 'person:P1'),
      purpose: fc.constantFrom('benefit', 'refund', 'returned'),
      category: fc.constantFrom(null, 'inpatient', 'pharmacy'),
      pooled: amount,
      account: amount,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const net = netPayables(rows);
        for (const counterparty of ['institution:H1', 'person:P1']) {
          for (const fund of ['pooled', 'account'] as const) {
            const of = (payables: readonly Payable[]) =>
              payables.filter((one) => one.counterparty === counterparty).map((one) => one[fund]);
            const sum = of(rows).reduce((left, one) => left + one, 0n);
            expect(of(net).reduce((left, one) => left + one, 0n)).toBe(sum);
            expect(of(net).every((one) => (sum < 0n ? one <= 0n : one >= 0n))).toBe(true);
          }
        }
      }),
    );
  });
});
