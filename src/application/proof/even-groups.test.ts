import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryRow } from '#application/ports/ledger-rows';
import { evenGroups } from '#application/proof/even-groups';

const amounts = fc.oneof(
  fc.constantFrom(0n, 1n, 9_007_199_254_740_993n, 9_007_199_254_740_992n),
  fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
  fc.bigInt({ min: -3n, max: 3n }),
);
const rows = fc.record({ pool: fc.constantFrom('east', 'west'), debit: amounts, credit: amounts });

test('debits equal credits of a group exactly when their sums do, whatever their size', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 12 }), (all) => {
      const entries = all.map(
        ({ pool, debit, credit }) => ({ pool, debit: `${debit}`, credit: `${credit}` }) as EntryRow,
      );
      const pools = [...new Set(all.map(({ pool }) => pool))];
      const wanted = pools.map(
        (pool) =>
          all.filter((row) => row.pool === pool).reduce((sum, row) => sum + row.debit - row.credit, 0n) ===
          0n,
      );
      expect(
        evenGroups(
          entries,
          () => true,
          (a, b) => a.pool === b.pool,
        ),
      ).toEqual(wanted);
    }),
  );
});
