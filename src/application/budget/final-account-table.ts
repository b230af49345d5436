import type { FinalAccountContent } from '#application/budget/draw-final-account';
import { byLine, formSections, type FormSection } from '#application/budget/form-sections';
import { gridOf, type BudgetGrid, type GridColumn, type GridRow } from '#domain/budget/grid';
import { lineCites, type BooksKind } from '#domain/budget/lines';
import { lineOf, type BudgetTable } from '#domain/budget/table';
import { findRule, type BudgetMechanism, type BudgetRules } from '#domain/budget/rules';
import { openingOf, type Section } from '#domain/budget/standard-tables';
import { present } from '#kernel/assert';
import { fen, fenOf, sumFen } from '#kernel/fen';
import { formatRational, rational } from '#kernel/rational';

/** Columns of a final account: 预算数, 决算数, 增减额. */
type FinalColumn = 'budget' | 'actual' | 'difference';

/** A section of a final account in the form of the standard tables (NAT-28.2). */
export interface FinalSection {
  readonly section: Section;
  readonly grid: BudgetGrid;
  /** The reasons why a line differs from its budget, in the parts of the section. */
  readonly reasonsOf: (row: string) => readonly string[];
}

/** Lays out a stored final account: for employees the whole and each part of the fund, which are not mixed. */
export function finalSections(table: BudgetTable, content: FinalAccountContent): readonly FinalSection[] {
  return formSections(
    table,
    content.lines.map(({ line }) => line),
  ).map((one) => finalSection(table, content, one));
}

function finalSection(
  table: BudgetTable,
  content: FinalAccountContent,
  { section, lines }: FormSection,
): FinalSection {
  const isOwn = ({ part }: { readonly part: string }): boolean => section === 'whole' || part === section;
  const own = content.lines.filter(isOwn);
  const figures = (column: FinalColumn): GridColumn['figures'] =>
    byLine(own.flatMap((line) => (line[column] === null ? [] : [[line.line, fenOf(line[column])]])));
  const held = content.balances.filter(isOwn);
  const planned = openingOf(table, section);
  const booked = sumFen(held.map(({ opening }) => fenOf(opening)));
  const moved = sumFen(
    held.map((one) => fen(fenOf(one.accumulated) - fenOf(one.opening) - fenOf(one.yearBalance))),
  );
  const grid = gridOf(
    lines,
    [
      { id: 'budget', figures: figures('budget'), opening: planned },
      { id: 'actual', figures: figures('actual'), opening: booked, moved },
      {
        id: 'difference',
        figures: figures('difference'),
        opening: planned === null ? null : fen(booked - planned),
        moved,
      },
    ],
    [{ total: 'difference', plus: ['actual'], less: ['budget'] }],
  );
  const reasonsOf = (row: string): readonly string[] => [
    ...new Set(
      own.flatMap(({ line, explanation }) => (line === row && explanation !== null ? [explanation] : [])),
    ),
  ];
  return { section, grid, reasonsOf };
}

/** Reckons 增减%: the difference in percent of the budget, with two decimals; null where the budget is not positive. */
export function changePercent({ cells: [budget, , difference] }: GridRow): string | null {
  if (budget === null || budget === undefined || budget <= 0n) return null;
  return formatRational(rational(100n * present(difference, 'the difference of a budgeted line'), budget), 2);
}

/** The mechanisms whose clauses judge each sum of a final account. */
const SUM_RULES: Readonly<Partial<Record<string, readonly BudgetMechanism[]>>> = {
  yearBalance: ['year_deficit_by_exception', 'year_deficit_refused'],
  accumulated: ['accumulated_deficit_refused'],
};

/** Lists the clauses of a row of a final account: the national ones of the line, and the place's own for its sum. */
export function rowCites(rules: BudgetRules, kind: BooksKind, row: string): readonly string[] {
  const of = (mechanisms: readonly BudgetMechanism[]): readonly string[] =>
    mechanisms.flatMap((mechanism) => findRule(rules, mechanism)?.cite ?? []);
  const line = lineCites(kind, row);
  if (line.length === 0) return [...new Set(['NAT-28.2', ...of(SUM_RULES[row] ?? [])])];
  const isTransfer = lineOf(kind, { line: row }).isTransfer;
  return [
    ...new Set([...line, ...of(['binding', ...(isTransfer ? (['adjustment_fund_carried'] as const) : [])])]),
  ];
}
