import { renderTextTable } from '#application/rendering/text-table';
import type { comparisonView, statementView } from '#application/statement/statement-view';
import type { PrintedCheck } from '#domain/statement/check-printed';
import { formatRational } from '#kernel/rational';

type View = ReturnType<typeof statementView>;
type FormView = View['forms'][number];

const UNITS = { yuan: '元 yuan', wan: '万元 ten thousand yuan' } as const;

/** A statement for the terminal: its forms, what rounding leaves over, and what must hold. */
export function statementText(view: View, comparisons: readonly ReturnType<typeof comparisonView>[]): string {
  const { subject, insuranceType, period, unit } = view;
  const head = `${subject.name.zh} ${subject.name.en} ${insuranceType} ${period}，${UNITS[unit]}`;
  const checks = view.checks.map(({ form, name, checked, failures }) => [
    form,
    `${name.zh} ${name.en}`,
    checked.toString(),
    failures.length === 0 ? '✓' : failures.map(failureText).join('; '),
  ]);
  const others = comparisons.map(({ id, name, state, missing, failures }) => [
    id,
    `${name.zh} ${name.en}`,
    state,
    [...missing, ...failures.map(failureText)].join('; '),
  ]);
  const table = renderTextTable(leftColumns('报表 form', '关系 must hold', '已核 checked', ''), [
    ...checks,
    ...others,
  ]);
  return `${[head, ...view.forms.map(formText), table].join('\n\n')}\n`;
}

function formText({ number, name, columns, parts, lines, differences }: FormView): string {
  const amounts = columns.flatMap((column) =>
    parts.map((part) => (parts.length === 1 ? column.name.zh : `${column.name.zh} ${part.name.zh}`)),
  );
  const headers = [
    { header: '', align: 'right' as const },
    { header: '项目', align: 'left' as const },
    ...amounts.map((header) => ({ header, align: 'right' as const })),
  ];
  const rows = lines.map((line) => [
    line.row.toString(),
    line.name.zh,
    ...line.cells.map(({ amount }) => (amount === null ? '—' : grouped(amount))),
  ]);
  const rounding = differences.map(
    ({ line, column, part, over, amount }) =>
      `尾差 rounding ${nameOf(lines, line)} · ${nameOf(columns, column)} · ${nameOf(parts, part)}（${over === 'lines' ? '各行 lines' : '各栏 columns'}）: ${amount}`,
  );
  const title = `${name.zh} ${name.en}${number === null ? '' : ` ${number}`}`;
  return [title, renderTextTable(headers, rows), ...rounding].join('\n');
}

type Named = { readonly id: string; readonly name: { readonly zh: string } };

function nameOf(named: readonly Named[], id: string): string {
  return named.find((one) => one.id === id)?.name.zh ?? id;
}

function failureText({ name, difference }: View['checks'][number]['failures'][number]): string {
  return `✗ ${name.zh}: ${grouped(difference)}`;
}

/** Decimal text with thousands marks. */
function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

/** What came of checking another's statements, line by line. */
export function printedChecksText(checks: readonly (PrintedCheck & { readonly form: string })[]): string {
  const rows = checks.map(({ form, column, line, name, status, difference, missing }) => [
    form,
    column,
    line,
    name.zh,
    status,
    difference === null ? missing.join(' ') : formatRational(difference, 10).replace(/\.?0+$/, ''),
  ]);
  return `${renderTextTable(leftColumns('报表 form', '栏 column', '行 line', '', '', '差额 difference'), rows)}\n`;
}

function leftColumns(
  ...headers: readonly string[]
): readonly { readonly header: string; readonly align: 'left' }[] {
  return headers.map((header) => ({ header, align: 'left' }));
}
