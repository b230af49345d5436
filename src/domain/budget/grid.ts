import type { Bilingual } from '#kernel/bilingual';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { roundingLeft, type DisplayUnit } from '#kernel/shown-amount';

/** A line of a form, of income or expenditure; benefits stand within their sum. */
export interface GridLine {
  readonly id: string;
  readonly label: Bilingual;
  readonly side: 'income' | 'expenditure';
  /** 其中: whether the line is shown within the line of benefits. */
  readonly isBenefit: boolean;
}

/** The figures of one column by line; a missing line has none, and `opening` is null where the form shows none. */
export interface GridColumn {
  readonly id: string;
  readonly figures: ReadonlyMap<string, Fen>;
  readonly opening: Fen | null;
  /** Amount moved within the balance itself; a form has the row only if there is one. */
  readonly moved?: Fen;
}

export interface GridRow {
  readonly id: string;
  readonly label: Bilingual;
  readonly kind: 'line' | 'within' | 'sum';
  /** Figures by column; null means no figure, not zero. */
  readonly cells: readonly (Fen | null)[];
}

/** A sum that must hold: a total, its parts, and the parts that are subtracted. */
export interface Relation {
  readonly total: string;
  readonly plus: readonly string[];
  readonly less: readonly string[];
}

/** A form of a budget: lines and their sums by columns. */
export interface BudgetGrid {
  readonly columns: readonly string[];
  readonly rows: readonly GridRow[];
  /** Between rows, in every column. */
  readonly down: readonly Relation[];
  /** Between columns, in every row. */
  readonly across: readonly Relation[];
}

const SUMS = {
  income: { zh: '基金收入合计', en: 'Total income' },
  benefits: { zh: '社会保险待遇支出', en: 'Benefits' },
  expenditure: { zh: '基金支出合计', en: 'Total expenditure' },
  yearBalance: { zh: '本年收支结余', en: 'Balance of the year' },
  opening: { zh: '年初滚存结余', en: 'Opening balance' },
  moved: { zh: '结余调整', en: 'Moved within the balance' },
  accumulated: { zh: '年末滚存结余', en: 'Accumulated balance' },
} as const satisfies Record<string, Bilingual>;
type SumId = keyof typeof SUMS;

/** Lays out lines and their sums in the order of the standard tables (NAT-28.2): income, expenditure, balances. */
export function gridOf(
  lines: readonly GridLine[],
  columns: readonly GridColumn[],
  across: readonly Relation[] = [],
): BudgetGrid {
  const on = (side: GridLine['side'], isBenefit: boolean): readonly string[] =>
    lines.filter((line) => line.side === side && line.isBenefit === isBenefit).map(({ id }) => id);
  const benefits = on('expenditure', true);
  const hasOpening = columns.some(({ opening }) => opening !== null);
  const hasMoved = columns.some(({ moved = 0n }) => moved !== 0n);
  const moved = hasMoved ? ['moved'] : [];
  const down: readonly Relation[] = [
    { total: 'income', plus: on('income', false), less: [] },
    ...(benefits.length === 0 ? [] : [{ total: 'benefits', plus: benefits, less: [] }]),
    {
      total: 'expenditure',
      plus: [...(benefits.length === 0 ? [] : ['benefits']), ...on('expenditure', false)],
      less: [],
    },
    { total: 'yearBalance', plus: ['income'], less: ['expenditure'] },
    ...(hasOpening ? [{ total: 'accumulated', plus: ['opening', 'yearBalance', ...moved], less: [] }] : []),
  ];
  const summed = columns.map((column) => withSums(column, down));
  const row = (id: string, label: Bilingual, kind: GridRow['kind']): GridRow => ({
    id,
    label,
    kind,
    cells: summed.map((figures) => figures.get(id) ?? null),
  });
  const sum = (id: SumId): GridRow => row(id, SUMS[id], 'sum');
  const rowsOf = (ids: readonly string[], kind: GridRow['kind']): readonly GridRow[] =>
    lines.filter(({ id }) => ids.includes(id)).map(({ id, label }) => row(id, label, kind));
  return {
    columns: columns.map(({ id }) => id),
    rows: [
      sum('income'),
      ...rowsOf(on('income', false), 'line'),
      sum('expenditure'),
      ...(benefits.length === 0 ? [] : [sum('benefits'), ...rowsOf(benefits, 'within')]),
      ...rowsOf(on('expenditure', false), 'line'),
      sum('yearBalance'),
      ...(hasOpening ? [sum('opening'), ...(hasMoved ? [sum('moved')] : []), sum('accumulated')] : []),
    ],
    down,
    across,
  };
}

/** Adds the sums to figures; a sum exists where one of its parts does. */
function withSums(
  { figures, opening, moved }: GridColumn,
  down: readonly Relation[],
): ReadonlyMap<string, Fen> {
  const all = new Map(figures);
  if (opening !== null) all.set('opening', opening);
  if (moved !== undefined) all.set('moved', moved);
  for (const { total, plus, less } of down) {
    const found = (ids: readonly string[]): readonly Fen[] => ids.flatMap((id) => all.get(id) ?? []);
    if (found([...plus, ...less]).length > 0)
      all.set(total, fen(sumFen([...found(plus)]) - sumFen([...found(less)])));
  }
  return all;
}

/** A place where shown parts do not add up to the shown total, in last digits of the unit (尾差); none in yuan. */
export interface GridRounding {
  readonly row: string;
  readonly column: string;
  readonly over: 'lines' | 'columns';
  readonly digits: bigint;
}

export function gridRoundings(
  { columns, rows, down, across }: BudgetGrid,
  unit: DisplayUnit,
): readonly GridRounding[] {
  const cells = new Map(
    rows.map((row) => [row.id, new Map(row.cells.map((cell, at) => [columns[at], cell]))]),
  );
  const at = (row: string, column: string): Fen => cells.get(row)?.get(column) ?? ZERO_FEN;
  const overLines = down.flatMap(({ total, plus, less }) =>
    columns.map((column): GridRounding => {
      const all = (ids: readonly string[]): readonly Fen[] => ids.map((id) => at(id, column));
      const digits = roundingLeft(at(total, column), all(plus), all(less), unit);
      return { row: total, column, over: 'lines', digits };
    }),
  );
  const overColumns = across.flatMap(({ total, plus, less }) =>
    rows.map(({ id }): GridRounding => {
      const all = (ids: readonly string[]): readonly Fen[] => ids.map((column) => at(id, column));
      const digits = roundingLeft(at(id, total), all(plus), all(less), unit);
      return { row: id, column: total, over: 'columns', digits };
    }),
  );
  return [...overLines, ...overColumns].filter(({ digits }) => digits !== 0n);
}
