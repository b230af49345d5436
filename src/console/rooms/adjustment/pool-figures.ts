import type { PoolLine } from '#console/api/queries.ts';
import type { PoolColumn } from '#console/rooms/adjustment/pool-columns.ts';
import { fenOf, sumFen, type Fen } from '#kernel/fen';
import { parseDecimal } from '#kernel/decimal-text';
import { compareRationals, rationalFromDecimal, type Rational } from '#kernel/rational';

export interface Sorting {
  readonly column: PoolColumn;
  readonly direction: 'ascending' | 'descending';
}

/** The pools in order of one column's figures; those without a figure come last either way. */
export function sortPools(pools: readonly PoolLine[], sorting: Sorting | undefined): readonly PoolLine[] {
  if (sorting === undefined) return pools;
  const { column, direction } = sorting;
  const sign = direction === 'ascending' ? 1 : -1;
  return pools.toSorted((a, b) => {
    const [x, y] = [exactOf(column.textOf(a)), exactOf(column.textOf(b))];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * compareRationals(x, y);
  });
}

/** A column's sum over all pools, added in fen; months have none. */
export function columnTotal(pools: readonly PoolLine[], column: PoolColumn): Fen | undefined {
  if (column.content === 'months') return undefined;
  return sumFen(pools.map((pool) => column.textOf(pool) ?? undefined).flatMap(amounts));
}

/** Whether a pool can pay for fewer months than the target; never without spending or without a target. */
export function isBelowTarget(months: string | null | undefined, target: string | null): boolean {
  const [have, aim] = [exactOf(months), exactOf(target)];
  return have !== undefined && aim !== undefined && compareRationals(have, aim) < 0;
}

function amounts(text: string | undefined): readonly Fen[] {
  return text === undefined ? [] : [fenOf(text)];
}

/** Decimals of any figure of the table: amounts have two, months two; more would be a new contract. */
const MAX_DECIMALS = 6;

function exactOf(text: string | null | undefined): Rational | undefined {
  if (text === null || text === undefined) return undefined;
  const decimal = parseDecimal(text, MAX_DECIMALS);
  return typeof decimal === 'string' ? undefined : rationalFromDecimal(decimal);
}
