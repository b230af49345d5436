import { gridOf, type BudgetGrid, type GridColumn, type GridLine } from '#domain/budget/grid';
import {
  compareLines,
  lineLabel,
  linesOf,
  PART_LABELS,
  type BooksKind,
  type BudgetPart,
} from '#domain/budget/lines';
import { partsOf, type BudgetTable } from '#domain/budget/table';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** The whole fund, or one part of it. */
export type Section = BudgetPart | 'whole';

/** Lists the sections of a form: the whole, and its parts where there are two. */
export function sectionsOf(type: InsuranceType): readonly Section[] {
  return type === 'employee' ? ['whole', 'pooled', 'account'] : ['whole'];
}

/** Lists the lines of a form for kinds of books, in form order; a line that both kinds have appears once. */
export function gridLines(kinds: readonly BooksKind[], type: InsuranceType): readonly GridLine[] {
  const found = kinds.flatMap((kind) => linesOf(kind, type));
  return found
    .filter(({ id }, index) => found.findIndex((one) => one.id === id) === index)
    .map(({ id, label, side, category }) => ({ id, label, side, isBenefit: category !== null }))
    .toSorted((one, other) => compareLines(one.id, other.id));
}

/** Lists lines of the books that no standard table has: premiums and interest not yet split. */
export function extraLines(kind: BooksKind, ids: readonly string[]): readonly GridLine[] {
  return [...new Set(ids)].map((id) => {
    const side = id.startsWith('4') ? ('income' as const) : ('expenditure' as const);
    return { id, label: lineLabel(kind, id), side, isBenefit: false };
  });
}

/** Sums a table's figures of a section by line, over the fund's pools. */
export function figuresOf(table: Pick<BudgetTable, 'amounts'>, section: Section): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { line, part, fen: amount } of table.amounts) {
    if (section === 'whole' || part === section) sums.set(line, fen((sums.get(line) ?? 0n) + amount));
  }
  return sums;
}

/** Reads a section's opening balance; null where the books have no such part. */
export function openingOf({ opening }: Pick<BudgetTable, 'opening'>, section: Section): Fen | null {
  const own = opening.filter(({ part }) => section === 'whole' || part === section);
  return own.length === 0 ? null : sumFen(own.map((one) => one.fen));
}

/** Lays out a place's own standard table: lines by parts of the fund and their total (NAT-28.2). */
export function standardTable(table: BudgetTable): BudgetGrid {
  const { kind, insuranceType } = table;
  const parts = partsOf(kind, insuranceType);
  const column = (section: Section): GridColumn => ({
    id: section,
    figures: figuresOf(table, section),
    opening: openingOf(table, section),
  });
  const sections: readonly Section[] = parts.length === 1 ? ['whole'] : ['whole', ...parts];
  const across = parts.length === 1 ? [] : [{ total: 'whole', plus: parts, less: [] }];
  return gridOf(gridLines([kind], insuranceType), sections.map(column), across);
}

/** Names the column of a member; no pool id can collide with the other columns. */
export function memberColumn(pool: string): string {
  return `pool:${pool}`;
}

/** Columns of a consolidated form after those of its members. */
export const CONSOLIDATED = ['sum', 'eliminated', 'total'] as const;

/**
 * Lays out the budgets of pools and fund side by side: their sum, the elimination of amounts both levels state, and the
 * total (NAT-28.5). The tables must agree, so that levies and allocations come to zero.
 */
export function consolidatedTable(tables: readonly BudgetTable[], section: Section): BudgetGrid {
  const [first] = tables;
  const type = first?.insuranceType ?? 'resident';
  const kinds = (['pool', 'fund'] as const).filter((kind) => tables.some((table) => table.kind === kind));
  const lines = gridLines(kinds, type);
  const transfers = new Set(
    kinds.flatMap((kind) => linesOf(kind, type).flatMap(({ id, isTransfer }) => (isTransfer ? [id] : []))),
  );
  const own = tables.map((table): GridColumn => ({
    id: memberColumn(table.pool),
    figures: figuresOf(table, section),
    opening: openingOf(table, section),
  }));
  const sums = new Map<string, Fen>();
  for (const { figures } of own)
    for (const [line, amount] of figures) sums.set(line, fen((sums.get(line) ?? 0n) + amount));
  const eliminated = [...sums].filter(([line]) => transfers.has(line));
  const left = [...sums].map(([line, amount]) => [line, transfers.has(line) ? ZERO_FEN : amount] as const);
  const opening = sumFen(own.flatMap((column) => column.opening ?? []));
  const added: Readonly<Record<(typeof CONSOLIDATED)[number], Omit<GridColumn, 'id'>>> = {
    sum: { figures: sums, opening },
    eliminated: {
      figures: new Map(eliminated.map(([line, amount]) => [line, fen(0n - amount)])),
      opening: null,
    },
    total: { figures: new Map(left), opening },
  };
  return gridOf(
    lines,
    [...own, ...CONSOLIDATED.map((id) => ({ id, ...added[id] }))],
    [
      { total: 'sum', plus: own.map(({ id }) => id), less: [] },
      { total: 'total', plus: ['sum', 'eliminated'], less: [] },
    ],
  );
}

/** Names of the sections. */
export const SECTION_LABELS = { whole: { zh: '合计', en: 'Total' }, ...PART_LABELS } as const;
