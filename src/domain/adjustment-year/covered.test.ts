import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortages, specialHeld } from '#domain/adjustment-year/covered';

const line = (account: string, source: string, debit: bigint, credit: bigint) =>
  ({ book: 'cash', account, fund: 'pooled', source, debit, credit }) as const;

describe('what is paid between levels', () => {
  it('NAT-144.36: takes no more than the special account holds of that source', () => {
    const reserve = line('1003', 'risk_reserve', 900n, 0n);
    const after = (paid: bigint) => specialHeld([line('1003', 'adjustment', 500n, paid), reserve]);
    expect(shortages('fund', after(0n), after(500n))).toEqual([]);
    expect(shortages('fund', after(0n), after(501n))).toMatchObject([
      { code: 'special_account_short', at: 'fund', what: { zh: expect.stringContaining('0.01') as unknown } },
    ]);
  });

  it('what comes in helps an account that was overdrawn before; nothing of another account does', () => {
    const held = (net: bigint) =>
      specialHeld([
        line('1003', 'adjustment', net < 0n ? 0n : net, net < 0n ? 0n - net : 0n),
        line('1004', 'adjustment', 10_000n, 0n),
      ]);
    fc.assert(
      fc.property(fc.bigInt(-1000n, 1000n), fc.bigInt(-1000n, 1000n), (was, is) => {
        expect(shortages('fund', held(was), held(is)).length).toBe(is < 0n && is < was ? 1 : 0);
      }),
    );
  });
});
