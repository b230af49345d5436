import { UNIT_NAMES, type FormReport } from '#application/exports/forms-report';
import type { ReportCell, ReportColumn, ReportTable } from '#application/exports/report';
import { gridRoundings, type BudgetGrid, type GridRow } from '#domain/budget/grid';
import type { Section } from '#domain/budget/standard-tables';
import { present } from '#kernel/assert';
import { digitsText, shownText, type DisplayUnit } from '#kernel/shown-amount';

/** The headings of a form of a budget. */
export interface GridHeads {
  /** Title, also the sheet's name: no bracket may precede what distinguishes it from the record's other forms. */
  readonly title: string;
  /** Head of each column of amounts. */
  readonly columns: ReadonlyMap<string, string>;
  /** Columns after the amounts: a rate, a reason. */
  readonly notes?: {
    readonly columns: readonly ReportColumn[];
    readonly of: (row: GridRow) => readonly ReportCell[];
  };
}

/** Names of the sections within a title. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  whole: '基金',
  pooled: '统筹基金',
  account: '个人账户',
};

/** Numerals of the sums of the standard tables. */
const NUMERALS: Readonly<Record<string, string>> = {
  income: '一、',
  expenditure: '二、',
  yearBalance: '三、',
  opening: '四、',
  accumulated: '五、',
};
const INDENT = '\u3000';

function labelOf({ id, kind, label: { zh } }: GridRow): string {
  if (kind === 'within') return `${INDENT}${INDENT}其中：${zh.slice(zh.indexOf('：') + 1)}`;
  return Object.hasOwn(NUMERALS, id) ? `${NUMERALS[id] ?? ''}${zh}` : `${INDENT}${zh}`;
}

/** Lays out a form of a budget for a file: 项目, 行次, amounts in the unit, and the rounding differences. */
export function gridForm(grid: BudgetGrid, heads: GridHeads, unit: DisplayUnit): FormReport {
  const { notes } = heads;
  const headOf = (column: string): string => present(heads.columns.get(column), `a head of ${column}`);
  const table: ReportTable = {
    title: heads.title,
    columns: [
      { header: '项目', content: 'text' },
      { header: '行次', content: 'text' },
      ...grid.columns.map((column): ReportColumn => ({ header: headOf(column), content: 'amount' })),
      ...(notes?.columns ?? []),
    ],
    rows: grid.rows.map((row, index) => [
      labelOf(row),
      (index + 1).toString(),
      ...row.cells.map((cell) => (cell === null ? null : shownText(cell, unit))),
      ...(notes?.of(row) ?? []),
    ]),
  };
  return { table, differences: roundingTable(grid, heads.title, headOf, unit) };
}

function roundingTable(
  grid: BudgetGrid,
  title: string,
  headOf: (column: string) => string,
  unit: DisplayUnit,
): ReportTable | null {
  const roundings = gridRoundings(grid, unit);
  if (roundings.length === 0) return null;
  const left = new Map<string, { readonly row: string; readonly over: string; readonly at: string[] }>();
  for (const { row, column, over, digits } of roundings) {
    const own = left.get(`${row} ${over}`) ?? { row, over, at: [] };
    left.set(`${row} ${over}`, own);
    own.at.push(`${headOf(column)} ${digitsText(digits)}`);
  }
  const nameOf = (id: string): string => grid.rows.find((row) => row.id === id)?.label.zh ?? id;
  return {
    title: `${title}：尾差（合计数减各项显示数之和，${UNIT_NAMES[unit]}）`,
    columns: [
      { header: '项目', content: 'text' },
      { header: '相加方向', content: 'text' },
      { header: '栏目和尾差', content: 'prose' },
    ],
    rows: [...left.values()].map(({ row, over, at }) => [
      nameOf(row),
      over === 'lines' ? '各行' : '各栏',
      at.join('；'),
    ]),
  };
}
