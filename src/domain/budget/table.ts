import {
  compareLines,
  findLine,
  linesOf,
  type BooksKind,
  type BudgetLine,
  type BudgetPart,
} from '#domain/budget/lines';
import {
  lineMissing,
  lineNegative,
  lineRepeated,
  openingMissing,
  unknownLine,
} from '#domain/budget/table-refusals';
import { present } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';
import type { Refusal } from '#kernel/decision';
import { fen, sumFen, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/**
 * The place of a figure in a table: line, part of the fund and, for the adjustment fund, the paying or receiving pool.
 */
export interface LinePlace {
  readonly line: string;
  readonly part: BudgetPart;
  /** The pool, for the adjustment fund's levies and allocations; null otherwise. */
  readonly ofPool: string | null;
}

export interface BudgetAmount extends LinePlace {
  readonly fen: Fen;
}

/** The subject and year of a budget; a year runs from 1 January to 31 December. */
export interface BudgetOf {
  readonly pool: string;
  readonly kind: BooksKind;
  readonly insuranceType: InsuranceType;
  readonly year: number;
}

/** A standard table: opening balances, and each line's figure in fen. */
export interface BudgetTable extends BudgetOf {
  readonly opening: readonly { readonly part: BudgetPart; readonly fen: Fen }[];
  readonly amounts: readonly BudgetAmount[];
}

/** Sums of one part or of the whole fund. Own figures leave out levies and allocations. */
export interface BudgetTotals {
  readonly ownIncome: Fen;
  readonly income: Fen;
  readonly ownExpenditure: Fen;
  readonly expenditure: Fen;
  /** 本年收支结余: income less expenditure. */
  readonly yearBalance: Fen;
  readonly opening: Fen;
  /** 年末滚存结余: opening and the balance of the year. */
  readonly accumulated: Fen;
}

/** Compares figures by the order of the standard tables: line, part of the fund, pool. */
export function comparePlaces(
  one: Pick<LinePlace, 'line' | 'ofPool'> & { readonly part: BudgetPart | 'unsplit' },
  other: typeof one,
): number {
  const parts = ['pooled', 'account', 'unsplit'];
  return (
    compareLines(one.line, other.line) ||
    parts.indexOf(one.part) - parts.indexOf(other.part) ||
    compareCodePoints(one.ofPool ?? '', other.ofPool ?? '')
  );
}

/** Writes a place of a table as text: `5001.inpatient/pooled`, `4402/pooled/east`. */
export function placeKey({ line, part, ofPool }: LinePlace): string {
  return ofPool === null ? `${line}/${part}` : `${line}/${part}/${ofPool}`;
}

/** Lists the parts of the fund that an insurance type has. */
export function partsOf(kind: BooksKind, type: InsuranceType): readonly BudgetPart[] {
  return kind === 'pool' && type === 'employee' ? ['pooled', 'account'] : ['pooled'];
}

/** Gets the line of a figure of a checked table. */
export function lineOf(kind: BooksKind, { line }: Pick<LinePlace, 'line'>): BudgetLine {
  return present(findLine(kind, line), `the line ${line} of a checked table`);
}

/** Lists every place that a table must fill; places of the adjustment fund once for each pool that belongs to it. */
export function placesOf(
  kind: BooksKind,
  type: InsuranceType,
  members: readonly string[],
): readonly LinePlace[] {
  return linesOf(kind, type).flatMap(({ id, parts, isTransfer }) =>
    parts.flatMap((part): readonly LinePlace[] =>
      kind === 'fund' && isTransfer
        ? members.map((ofPool) => ({ line: id, part, ofPool }))
        : [{ line: id, part, ofPool: null }],
    ),
  );
}

/**
 * Checks that a table is complete: every line and part once, none negative, nothing unknown to the standard. A missing
 * figure is named and never taken for zero.
 * @param members the pools of the adjustment fund, for the fund's own table
 */
export function checkTable(table: BudgetTable, members: readonly string[]): readonly Refusal[] {
  const wanted = placesOf(table.kind, table.insuranceType, members).map(placeKey);
  const given = table.amounts.map(placeKey);
  return [
    ...given.filter((key) => !wanted.includes(key)).map(unknownLine),
    ...wanted.filter((key) => !given.includes(key)).map(lineMissing),
    ...given.filter((key, index) => given.indexOf(key) !== index).map(lineRepeated),
    ...table.amounts.filter((amount) => amount.fen < 0n).map((amount) => lineNegative(placeKey(amount))),
    ...partsOf(table.kind, table.insuranceType)
      .filter((part) => table.opening.filter((one) => one.part === part).length !== 1)
      .map(openingMissing),
  ];
}

/** Sums a part, or the whole fund where no part is named; the parts add up to the whole. */
export function totalsOf(table: BudgetTable, part?: BudgetPart): BudgetTotals {
  const inPart = <T extends { readonly part: BudgetPart }>(items: readonly T[]): readonly T[] =>
    part === undefined ? items : items.filter((item) => item.part === part);
  const sum = (side: BudgetLine['side'], own: boolean): Fen =>
    sumFen(
      inPart(table.amounts)
        .filter((amount) => {
          const line = lineOf(table.kind, amount);
          return line.side === side && !(own && line.isTransfer);
        })
        .map((amount) => amount.fen),
    );
  const [income, expenditure] = [sum('income', false), sum('expenditure', false)];
  const opening = sumFen(inPart(table.opening).map((one) => one.fen));
  const yearBalance = fen(income - expenditure);
  return {
    ownIncome: sum('income', true),
    income,
    ownExpenditure: sum('expenditure', true),
    expenditure,
    yearBalance,
    opening,
    accumulated: fen(opening + yearBalance),
  };
}

/** Gets the figure at a place of a complete table. */
export function amountAt({ amounts }: Pick<BudgetTable, 'amounts'>, place: LinePlace): Fen {
  const key = placeKey(place);
  return present(
    amounts.find((amount) => placeKey(amount) === key),
    `a figure for ${key}`,
  ).fen;
}
