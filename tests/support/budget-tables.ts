import fc from 'fast-check';
import { linesOf } from '#domain/budget/lines';
import { partsOf, placesOf, type BudgetTable } from '#domain/budget/table';
import { fen, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** Pools of the invented province that share one adjustment fund. */
export const POOL_IDS = ['east', 'west', 'north'] as const;

const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((value) => fen(value));

/** A whole table of a pool with arbitrary figures. */
export function arbitraryPoolTable(pool: string, insuranceType: InsuranceType): fc.Arbitrary<BudgetTable> {
  const places = placesOf('pool', insuranceType, []);
  const parts = partsOf('pool', insuranceType);
  return fc
    .tuple(
      fc.array(amount, { minLength: places.length, maxLength: places.length }),
      fc.array(amount, { minLength: parts.length, maxLength: parts.length }),
    )
    .map(([amounts, opening]) => ({
      pool,
      kind: 'pool',
      insuranceType,
      year: 2026,
      opening: parts.map((part, index) => ({ part, fen: opening[index] ?? fen(0n) })),
      amounts: places.map((place, index) => ({ ...place, fen: amounts[index] ?? fen(0n) })),
    }));
}

/** The fund's table that states the same levies and allocations as the pools. */
export function fundTableFor(
  pools: readonly BudgetTable[],
  insuranceType: InsuranceType,
  interest: Fen,
): BudgetTable {
  const stated = (pool: string | null, line: string): Fen => {
    const table = pools.find((one) => one.pool === pool);
    return table?.amounts.find((one) => one.line === line)?.fen ?? fen(0n);
  };
  const members = pools.map(({ pool }) => pool);
  return {
    pool: 'yunhai',
    kind: 'fund',
    insuranceType,
    year: 2026,
    opening: [{ part: 'pooled', fen: fen(0n) }],
    amounts: placesOf('fund', insuranceType, members).map((place) => {
      if (place.line === '4402') return { ...place, fen: stated(place.ofPool, '5301') };
      return { ...place, fen: place.line === '5302' ? stated(place.ofPool, '4401') : interest };
    }),
  };
}

/** A table of a pool with the same figure on every line but those that are named (`line/part`). */
export function evenTable(
  insuranceType: InsuranceType,
  each: bigint,
  others: Readonly<Record<string, bigint>> = {},
  opening = 0n,
): BudgetTable {
  return {
    pool: 'east',
    kind: 'pool',
    insuranceType,
    year: 2026,
    opening: partsOf('pool', insuranceType).map((part) => ({ part, fen: fen(opening) })),
    amounts: linesOf('pool', insuranceType).flatMap(({ id, parts }) =>
      parts.map((part) => ({ line: id, part, ofPool: null, fen: fen(others[`${id}/${part}`] ?? each) })),
    ),
  };
}

/** Rules of an invented pack, for a mechanism or several. */
export function budgetYaml(...mechanisms: readonly string[]): string {
  const rules = mechanisms.map((mechanism) => `    - { mechanism: ${mechanism}, cite: [YH-1] }`).join('\n');
  return `budget:\n  first_year: 2024\n  cite: [YH-1]\n  rules:\n${rules}\n`;
}
