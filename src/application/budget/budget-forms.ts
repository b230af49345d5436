import type { AmendmentContent } from '#application/budget/find-current';
import { withChanges } from '#application/budget/find-current';
import type { FinalAccountContent } from '#application/budget/draw-final-account';
import { gridForm, SECTION_NAMES, type GridHeads } from '#application/budget/grid-form';
import type { FormReport } from '#application/exports/forms-report';
import type { ReportCell } from '#application/exports/report';
import type { ActualAmount } from '#domain/budget/execution';
import { gridOf, type GridColumn, type GridRow } from '#domain/budget/grid';
import {
  extraLines,
  figuresOf,
  gridLines,
  openingOf,
  sectionsOf,
  standardTable,
  type Section,
} from '#domain/budget/standard-tables';
import type { BudgetTable } from '#domain/budget/table';
import { compareLines } from '#domain/budget/lines';
import { assert } from '#kernel/assert';
import { fen, parseYuan, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { formatRational, rational } from '#kernel/rational';
import type { DisplayUnit } from '#kernel/shown-amount';

/** A place's own budget: the standard table, of employees with both parts of the fund. */
export function budgetForm(table: BudgetTable, title: string, unit: DisplayUnit): readonly FormReport[] {
  const columns = new Map([
    ['whole', table.insuranceType === 'employee' && table.kind === 'pool' ? '合计' : '预算数'],
    ['pooled', '统筹基金'],
    ['account', '个人账户'],
  ]);
  return [gridForm(standardTable(table), { title, columns }, unit)];
}

/** An adjustment plan: every line before it, what it changes, and after it. */
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
  return sectioned(before, [], ({ lines, section, title }) => {
    const [one, other] = [figuresOf(before, section), figuresOf(after, section)];
    const change = new Map([...other].map(([line, amount]) => [line, fen(amount - (one.get(line) ?? 0n))]));
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
    return gridForm(grid, { title: `${title}预算调整表`, columns }, unit);
  });
}

/** A budget against the books up to a month: 执行率, and by how many points it runs ahead of the time gone. */
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
  return sectioned(table, lines, ({ lines: own, section, title }) => {
    const grid = gridOf(own, [
      { id: 'budget', figures: figuresOf(table, section), opening: null },
      { id: 'actual', figures: actualsOf(actuals, section), opening: null },
    ]);
    return gridForm(grid, { title: `${title}预算执行表`, columns, notes }, unit);
  });
}

/** A final account: budget, what the closed books show, the difference and why. */
export function finalAccountForms(
  table: BudgetTable,
  content: FinalAccountContent,
  unit: DisplayUnit,
): readonly FormReport[] {
  const columns = new Map([
    ['budget', '预算数'],
    ['actual', '决算数'],
    ['difference', '决算数减预算数'],
  ]);
  const lines = content.lines.map(({ line }) => line);
  return sectioned(table, lines, ({ lines: own, section, title }) => {
    const inSection = content.lines.filter(({ part }) => section === 'whole' || part === section);
    const figures = (member: 'budget' | 'actual' | 'difference'): GridColumn['figures'] =>
      addedUp(
        inSection.flatMap((line) => (line[member] === null ? [] : [[line.line, amountOf(line[member])]])),
      );
    const held = content.balances.filter(({ part }) => section === 'whole' || part === section);
    const opening = openingOf(table, section);
    const booked = sumFen(held.map((one) => amountOf(one.opening)));
    const grid = gridOf(
      own,
      [
        { id: 'budget', figures: figures('budget'), opening },
        { id: 'actual', figures: figures('actual'), opening: booked },
        { id: 'difference', figures: figures('difference'), opening: fen(booked - (opening ?? 0n)) },
      ],
      [{ total: 'difference', plus: ['actual'], less: ['budget'] }],
    );
    const notes: GridHeads['notes'] = {
      columns: [{ header: '差异说明', content: 'prose' }],
      of: ({ id }) => [reasonsOf(inSection, id)],
    };
    return gridForm(grid, { title: `${title}决算表`, columns, notes }, unit);
  });
}

interface SectionForm {
  readonly section: Section;
  readonly lines: ReturnType<typeof gridLines>;
  /** As far as it is of the section: 基金, 统筹基金. */
  readonly title: string;
}

/** A form for the whole and, where the fund has two parts, for each; with lines that only the books have. */
function sectioned(
  { kind, insuranceType }: BudgetTable,
  booked: readonly string[],
  formOf: (form: SectionForm) => FormReport,
): readonly FormReport[] {
  const standard = gridLines([kind], insuranceType);
  const extra = booked.filter((id) => !standard.some((line) => line.id === id));
  const lines = [...standard, ...extraLines(kind, extra)].toSorted((one, other) =>
    compareLines(one.id, other.id),
  );
  const sections = kind === 'pool' ? sectionsOf(insuranceType) : (['whole'] as const);
  return sections.map((section) => formOf({ section, lines, title: SECTION_NAMES[section] }));
}

function actualsOf(actuals: readonly ActualAmount[], section: Section): GridColumn['figures'] {
  const own = actuals.filter(({ part }) => section === 'whole' || part === section);
  return addedUp(own.map((one) => [one.line, one.fen]));
}

function addedUp(amounts: readonly (readonly [line: string, amount: Fen])[]): GridColumn['figures'] {
  const sums = new Map<string, Fen>();
  for (const [line, amount] of amounts) sums.set(line, fen((sums.get(line) ?? 0n) + amount));
  return sums;
}

/** Percent of the budget, and percentage points beyond the share of the year that has gone. */
function ratesOf({ id, cells: [budget, actual] }: GridRow, throughMonth: number): readonly ReportCell[] {
  if (id === 'yearBalance' || budget === null || budget === undefined || budget === 0n) return [null, null];
  const done = 100n * (actual ?? 0n);
  const ahead = rational(done * 12n - 100n * BigInt(throughMonth) * budget, budget * 12n);
  return [formatRational(rational(done, budget), 2), formatRational(ahead, 2)];
}

function reasonsOf(lines: FinalAccountContent['lines'], id: string): ReportCell {
  const found = lines.flatMap(({ line, explanation }) =>
    line === id && explanation !== null ? [explanation] : [],
  );
  return found.length === 0 ? null : [...new Set(found)].join('；');
}

function amountOf(text: string): Fen {
  const amount = parseYuan(text);
  assert(typeof amount !== 'string', `the stored amount ${text} was written by us`);
  return amount;
}
