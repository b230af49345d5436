import { listText, text, amount, type ListColumn } from '#application/rendering/list-text';
import { renderTextTable } from '#application/rendering/text-table';
import type { comparisonView, statementView } from '#application/statement/statement-view';
import type { PrintedCheck } from '#domain/statement/check-printed';
import { groupThousands } from '#kernel/decimal-text';
import type { Bilingual } from '#kernel/bilingual';
import { formatRational } from '#kernel/rational';

type View = ReturnType<typeof statementView>;
type FormView = View['forms'][number];

type Language = keyof Bilingual;
type Failure = View['checks'][number]['failures'][number];

const UNITS = { yuan: { zh: '元', en: 'yuan' }, wan: { zh: '万元', en: 'ten thousand yuan' } } as const;

/** What must hold: within the statement by form, and with others that are published. */
interface HeldRow {
  readonly form: string;
  readonly name: Bilingual;
  readonly checked: number | string;
  readonly missing: readonly string[];
  readonly failures: readonly Failure[];
}

/** A statement for the terminal: its forms, what rounding leaves over, and what must hold. */
export function statementText(
  language: Language,
  view: View,
  comparisons: readonly ReturnType<typeof comparisonView>[],
): string {
  const { subject, insuranceType, period, unit } = view;
  const comma = language === 'zh' ? '，' : ', ';
  const head = `${subject.name[language]} ${insuranceType} ${period}${comma}${UNITS[unit][language]}`;
  const rows: readonly HeldRow[] = [
    ...view.checks.map((check) => ({ ...check, missing: [] })),
    ...comparisons.map(({ id, state, ...other }) => ({ ...other, form: id, checked: state })),
  ];
  const told = ({ missing, failures }: HeldRow): string =>
    [...missing, ...failures.map((failure) => failureText(language, failure))].join('; ');
  const columns: readonly ListColumn<HeldRow>[] = [
    text('报表', 'form', ({ form }) => form),
    text('关系', 'must hold', ({ name }) => name),
    text('已核', 'checked', ({ checked }) => checked),
    text('', '', (row) => told(row) || '✓'),
  ];
  const forms = view.forms.map((form) => formText(language, form));
  return [head, ...forms, listText(language, columns, rows)].join('\n\n');
}

function formText(
  language: Language,
  { number, name, columns, parts, lines, differences }: FormView,
): string {
  const amounts = columns.flatMap((column) =>
    parts.map((part) =>
      parts.length === 1 ? column.name[language] : `${column.name[language]} ${part.name[language]}`,
    ),
  );
  const headers = [
    { header: '', align: 'right' as const },
    { header: { zh: '项目', en: 'item' }[language], align: 'left' as const },
    ...amounts.map((header) => ({ header, align: 'right' as const })),
  ];
  const rows = lines.map((line) => [
    line.row.toString(),
    line.name[language],
    ...line.cells.map((cell) => (cell.amount === null ? '—' : groupThousands(cell.amount))),
  ]);
  const words = {
    zh: { rounding: '尾差', lines: '（各行）', columns: '（各栏）' },
    en: { rounding: 'rounding', lines: ' (lines)', columns: ' (columns)' },
  }[language];
  const rounding = differences.map(({ line, column, part, over, amount: left }) => {
    const named = [nameOf(lines, line), nameOf(columns, column), nameOf(parts, part)];
    const where = named.map((one) => (typeof one === 'string' ? one : one[language])).join(' · ');
    return `${words.rounding} ${where}${words[over === 'lines' ? 'lines' : 'columns']}: ${left}`;
  });
  const title = `${name[language]}${number === null ? '' : ` ${number}`}`;
  return [title, renderTextTable(headers, rows), ...rounding].join('\n');
}

function nameOf(
  named: readonly { readonly id: string; readonly name: Bilingual }[],
  id: string,
): Bilingual | string {
  return named.find((one) => one.id === id)?.name ?? id;
}

function failureText(language: Language, { name, difference }: Failure): string {
  return `✗ ${name[language]}: ${groupThousands(difference)}`;
}

type Printed = PrintedCheck & { readonly form: string };

const PRINTED: readonly ListColumn<Printed>[] = [
  text('报表', 'form', ({ form }) => form),
  text('栏', 'column', ({ column }) => column),
  text('行', 'line', ({ line }) => line),
  text('名称', 'name', ({ name }) => name),
  text('结果', 'status', ({ status }) => status),
  amount('差额', 'difference', ({ difference, missing }) =>
    difference === null ? missing.join(' ') : formatRational(difference, 10).replace(/\.?0+$/, ''),
  ),
];

/** What came of checking another's statements, line by line. */
export function printedChecksText(language: Language, checks: readonly Printed[]): string {
  return listText(language, PRINTED, checks);
}
