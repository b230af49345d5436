import type { FinalAccountContent } from '#application/budget/draw-final-account';
import { changePercent, finalSections } from '#application/budget/final-account-table';
import { withChanges, type AmendmentContent } from '#application/budget/find-current';
import { byLine, formSections } from '#application/budget/form-sections';
import { gridForm, SECTION_NAMES, type GridHeads } from '#application/budget/grid-form';
import type { FormReport } from '#application/exports/forms-report';
import type { ReportCell } from '#application/exports/report';
import type { ActualAmount } from '#domain/budget/execution';
import { gridOf, type GridColumn, type GridRow } from '#domain/budget/grid';
import { figuresOf, openingOf, standardTable, type Section } from '#domain/budget/standard-tables';
import type { BudgetTable } from '#domain/budget/table';
import { present } from '#kernel/assert';
import { fen, ZERO_FEN } from '#kernel/fen';
import { formatRational, rational } from '#kernel/rational';
import type { DisplayUnit } from '#kernel/shown-amount';

/** Lays out a place's own budget: the standard table, for employees with both parts of the fund. */
export function budgetForm(table: BudgetTable, title: string, unit: DisplayUnit): readonly FormReport[] {
  const columns = new Map([
    ['whole', table.insuranceType === 'employee' && table.kind === 'pool' ? '合计' : '预算数'],
    ['pooled', '统筹基金'],
    ['account', '个人账户'],
  ]);
  return [gridForm(standardTable(table), { title, columns }, unit)];
}

/** Lays out an adjustment plan: every line before it, its change, and after it. */
export function amendmentForms(
  before: BudgetTable,
  content: AmendmentContent,
  unit: DisplayUnit,
): readonly FormReport[] {
  const after = withChanges(before, content);
  const columns = new Map([
    ['before', '调整前预算数'],
    ['change', '调整数'],
    ['after', '调整后预算数'],
  ]);
  return formSections(before, []).map(({ lines, section }) => {
    const [one, other] = [figuresOf(before, section), figuresOf(after, section)];
    const change = new Map(
      [...other].map(([line, amount]) => [
        line,
        fen(amount - present(one.get(line), `the line ${line} before the plan`)),
      ]),
    );
    const opening = openingOf(before, section);
    const grid = gridOf(
      lines,
      [
        { id: 'before', figures: one, opening },
        { id: 'change', figures: change, opening: opening === null ? null : ZERO_FEN },
        { id: 'after', figures: other, opening },
      ],
      [{ total: 'after', plus: ['before', 'change'], less: [] }],
    );
    return gridForm(grid, { title: `${SECTION_NAMES[section]}预算调整表`, columns }, unit);
  });
}

/** Lays out a budget against the books up to a month: 执行率, and its lead over the elapsed time in points. */
export function executionForms(
  table: BudgetTable,
  actuals: readonly ActualAmount[],
  throughMonth: number,
  unit: DisplayUnit,
): readonly FormReport[] {
  const columns = new Map([
    ['budget', '预算数'],
    ['actual', `1—${throughMonth} 月执行数`],
  ]);
  const notes: GridHeads['notes'] = {
    columns: [
      { header: '执行率（%）', content: 'number' },
      { header: '超时间进度（百分点）', content: 'number' },
    ],
    of: (row) => ratesOf(row, throughMonth),
  };
  const lines = actuals.map(({ line }) => line);
  return formSections(table, lines).map(({ lines: own, section }) => {
    const grid = gridOf(own, [
      { id: 'budget', figures: figuresOf(table, section), opening: null },
      { id: 'actual', figures: actualsOf(actuals, section), opening: null },
    ]);
    return gridForm(grid, { title: `${SECTION_NAMES[section]}预算执行表`, columns, notes }, unit);
  });
}

/** Lays out a final account: budget, closed books, the difference in yuan and percent, and the reason. */
export function finalAccountForms(
  table: BudgetTable,
  content: FinalAccountContent,
  unit: DisplayUnit,
): readonly FormReport[] {
  const columns = new Map([
    ['budget', '预算数'],
    ['actual', '决算数'],
    ['difference', '增减额'],
  ]);
  return finalSections(table, content).map(({ section, grid, reasonsOf }) => {
    const notes: GridHeads['notes'] = {
      columns: [
        { header: '增减（%）', content: 'number' },
        { header: '差异说明', content: 'prose' },
      ],
      of: (row) => {
        const reasons = reasonsOf(row.id);
        return [changePercent(row), reasons.length === 0 ? null : reasons.join('；')];
      },
    };
    return gridForm(grid, { title: `${SECTION_NAMES[section]}决算表`, columns, notes }, unit);
  });
}

function actualsOf(actuals: readonly ActualAmount[], section: Section): GridColumn['figures'] {
  const own = actuals.filter(({ part }) => section === 'whole' || part === section);
  return byLine(own.map((one) => [one.line, one.fen]));
}

/** Writes the percent of the budget, and its lead in points over the elapsed share of the year. */
function ratesOf({ id, cells: [budget, actual] }: GridRow, throughMonth: number): readonly ReportCell[] {
  if (id === 'yearBalance' || budget === null || budget === undefined || budget === 0n) return [null, null];
  // The books are whole: a line without entries has moved nothing.
  const done = 100n * (actual ?? ZERO_FEN);
  const ahead = rational(done * 12n - 100n * BigInt(throughMonth) * budget, budget * 12n);
  return [formatRational(rational(done, budget), 2), formatRational(ahead, 2)];
}
