import type { BudgetPart } from '#domain/budget/lines';
import {
  lineOf,
  placeKey,
  totalsOf,
  type BudgetAmount,
  type BudgetTable,
  type BudgetTotals,
} from '#domain/budget/table';
import { compareCodePoints } from '#kernel/code-points';
import type { Refusal } from '#kernel/decision';
import { fen, formatYuanGrouped, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** A levy or allocation on which pool and adjustment fund state different amounts (NAT-28.5). */
export interface Mismatch {
  readonly insuranceType: InsuranceType;
  readonly pool: string;
  /** The pool's line: 5301 against the fund's 4402, or 4401 against 5302. */
  readonly line: '5301' | '4401';
  readonly poolFen: Fen;
  /** Zero where the fund's table does not have the pool. */
  readonly fundFen: Fen;
}

/** The added-up budgets of all pools and of the fund for one insurance type. */
export interface Consolidated {
  readonly insuranceType: InsuranceType;
  /** Each line and part summed over the tables; levies and allocations are left out. */
  readonly amounts: readonly BudgetAmount[];
  readonly eliminated: { readonly levies: Fen; readonly allocations: Fen };
  /** Of the amounts and of every opening balance. */
  readonly totals: BudgetTotals;
}

const PAIRS = [
  { line: '5301', fundLine: '4402' },
  { line: '4401', fundLine: '5302' },
] as const;

/** Lists levies and allocations that pools and fund state differently, by type, pool and line. */
export function findMismatches(tables: readonly BudgetTable[]): readonly Mismatch[] {
  return typesOf(tables).flatMap((insuranceType) => {
    const [pools, funds] = split(tables, insuranceType);
    const known = [
      ...new Set([
        ...pools.map(({ pool }) => pool),
        ...funds.flatMap(({ amounts }) => amounts.flatMap(({ ofPool }) => ofPool ?? [])),
      ]),
    ].toSorted(compareCodePoints);
    return known.flatMap((pool) =>
      PAIRS.flatMap(({ line, fundLine }) => {
        const own = pools.filter((table) => table.pool === pool).flatMap(({ amounts }) => amounts);
        const poolFen = sumOf(own.filter((amount) => amount.line === line));
        const other = funds.flatMap(({ amounts }) => amounts);
        const fundFen = sumOf(other.filter((amount) => amount.line === fundLine && amount.ofPool === pool));
        return poolFen === fundFen ? [] : [{ insuranceType, pool, line, poolFen, fundFen }];
      }),
    );
  });
}

/**
 * Adds up tables that agree with each other. Money moved between pools and fund is income of one and spending of the
 * other, so it is left out on both sides (NAT-28.5). The whole's balance is the sum of the balances.
 */
export function consolidate(tables: readonly BudgetTable[]): readonly Consolidated[] {
  return typesOf(tables).map((insuranceType) => {
    const members = tables.filter((table) => table.insuranceType === insuranceType);
    const [pools] = split(tables, insuranceType);
    const transfers = pools.flatMap(({ amounts }) => amounts);
    return {
      insuranceType,
      amounts: sumByPlace(members),
      eliminated: {
        levies: sumOf(transfers.filter(({ line }) => line === '5301')),
        allocations: sumOf(transfers.filter(({ line }) => line === '4401')),
      },
      totals: addTotals(members.map((table) => totalsOf(table))),
    };
  });
}

/** Refuses a mismatch, with both amounts and their lines. */
export function mismatchRefusal({ insuranceType, pool, line, poolFen, fundFen }: Mismatch): Refusal {
  const fundLine = line === '5301' ? '4402' : '5302';
  const [own, other] = [formatYuanGrouped(poolFen), formatYuanGrouped(fundFen)];
  return {
    code: 'elimination_mismatch',
    at: `${insuranceType}/${pool}/${line}`,
    clause: 'NAT-28.5',
    what: {
      zh: `${pool} 的 ${line} 为 ${own} 元，调剂金的 ${fundLine} 为 ${other} 元，不能抵销`,
      en: `${pool} states ${own} yuan on ${line}, the adjustment fund ${other} on ${fundLine}; they cannot be eliminated`,
    },
    next: { zh: '请使两级预算一致', en: 'make the two budgets agree' },
  };
}

function addTotals(parts: readonly BudgetTotals[]): BudgetTotals {
  const sum = (key: keyof BudgetTotals): Fen => sumFen(parts.map((totals) => totals[key]));
  const [ownIncome, ownExpenditure, opening] = [sum('ownIncome'), sum('ownExpenditure'), sum('opening')];
  // Transfers are eliminated on both sides, so that whole and own figures are the same.
  const yearBalance = fen(ownIncome - ownExpenditure);
  return {
    ownIncome,
    income: ownIncome,
    ownExpenditure,
    expenditure: ownExpenditure,
    yearBalance,
    opening,
    accumulated: fen(opening + yearBalance),
  };
}

function sumByPlace(tables: readonly BudgetTable[]): readonly BudgetAmount[] {
  const sums = new Map<string, BudgetAmount>();
  for (const table of tables) {
    for (const amount of table.amounts) {
      if (lineOf(table.kind, amount).isTransfer) continue;
      const place = { line: amount.line, part: amount.part, ofPool: null };
      const known = sums.get(placeKey(place))?.fen ?? ZERO_FEN;
      sums.set(placeKey(place), { ...place, fen: fen(known + amount.fen) });
    }
  }
  return [...sums.values()];
}

function typesOf(tables: readonly BudgetTable[]): readonly InsuranceType[] {
  return (['employee', 'resident'] as const).filter((type) =>
    tables.some(({ insuranceType }) => insuranceType === type),
  );
}

function split(
  tables: readonly BudgetTable[],
  type: InsuranceType,
): readonly [readonly BudgetTable[], readonly BudgetTable[]] {
  const members = tables.filter(({ insuranceType }) => insuranceType === type);
  return [members.filter(({ kind }) => kind === 'pool'), members.filter(({ kind }) => kind === 'fund')];
}

function sumOf(amounts: readonly { readonly fen: Fen; readonly part?: BudgetPart }[]): Fen {
  return sumFen(amounts.map((amount) => amount.fen));
}
