import {
  cellTerms,
  effectOf,
  finds,
  openingsThrough,
  partsFor,
  type CellKey,
} from '#domain/statement/cell-terms';
import { periodKind, spanOf, type Span, type StatementPeriod } from '#domain/statement/spans';
import type { StatementSubject, Turnover } from '#domain/statement/turnover';
import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type {
  RawStatementForm,
  RawStatementLine,
  RawStatementPart,
  SpanName,
} from '#rules/pack/raw-statement';

export interface DrawnColumn extends Span {
  readonly span: SpanName;
  readonly name: Bilingual;
  /** False where the books had not begun by the column's end: its cells have no amounts, which is not zero. */
  readonly isKept: boolean;
}

/** A form with its amounts. */
export interface DrawnForm {
  readonly form: RawStatementForm;
  readonly columns: readonly DrawnColumn[];
  readonly parts: readonly RawStatementPart[];
  readonly cells: ReadonlyMap<string, Fen | null>;
}

/** Draws a form for a subject and period from turnovers, ignoring those of other books, months and pools. */
export function drawForm(
  form: RawStatementForm,
  subject: StatementSubject,
  period: StatementPeriod,
  rows: readonly Turnover[],
): DrawnForm {
  const parts = partsFor(form, subject);
  const columns = form.columns[periodKind(period)].map(({ span, name }) => {
    const own = spanOf(span, period);
    return { span, name, ...own, isKept: hasBooks(form, subject, own, period, rows) };
  });
  const cells = new Map<string, Fen | null>();
  const drawn = { form, columns, parts, cells };
  const byAccount = new Map<string, Turnover[]>();
  for (const row of rows) {
    const own = byAccount.get(row.account);
    if (own === undefined) byAccount.set(row.account, [row]);
    else own.push(row);
  }
  for (const { span, isKept } of columns) {
    for (const line of form.lines) {
      for (const part of parts.filter(({ role }) => role !== 'total')) {
        const key = { line: line.id, column: span, part: part.id };
        cells.set(keyOf(key), isKept ? amountOf(drawn, subject, period, line, key, byAccount) : null);
      }
      for (const total of parts.filter(({ role }) => role === 'total')) {
        const others = parts.filter(({ role }) => role !== 'total');
        const sum = sumFen(
          others.map(({ id }) => cellOf(drawn, { line: line.id, column: span, part: id }) ?? ZERO_FEN),
        );
        cells.set(keyOf({ line: line.id, column: span, part: total.id }), isKept ? sum : null);
      }
    }
  }
  return drawn;
}

/** Whether a member's books cover the column: they had begun, or their opening balances stood at its end. */
function hasBooks(
  { openings, measure, book }: RawStatementForm,
  { members }: StatementSubject,
  span: Span,
  period: StatementPeriod,
  rows: readonly Turnover[],
): boolean {
  if (members.some(({ firstMonth }) => firstMonth <= span.to)) return true;
  const through = openingsThrough(span, period);
  return (
    openings !== undefined &&
    measure === 'stock' &&
    rows.some(
      (row) => row.isOpening && (row.book === book || openings === 'of_both_books') && row.month <= through,
    )
  );
}

/** Reads the amount of a cell, in fen; null where no books cover it. */
export function cellOf({ cells }: Pick<DrawnForm, 'cells'>, key: CellKey): Fen | null {
  const amount = cells.get(keyOf(key));
  assert(amount !== undefined, `the form has the cell ${keyOf(key)}`);
  return amount;
}

function amountOf(
  drawn: DrawnForm,
  subject: StatementSubject,
  period: StatementPeriod,
  line: RawStatementLine,
  key: CellKey,
  byAccount: ReadonlyMap<string, readonly Turnover[]>,
): Fen {
  if (line.accounts === undefined) {
    const at = (id: string): bigint => cellOf(drawn, { ...key, line: id }) ?? 0n;
    const plus = (line.sum ?? []).reduce((sum, id) => sum + at(id), 0n);
    return fen((line.less ?? []).reduce((sum, id) => sum - at(id), plus));
  }
  const [term] = cellTerms(drawn.form, subject, period, key);
  const own = present(term, `a term of ${line.id}`);
  const found = line.accounts
    .flatMap((account) => byAccount.get(account) ?? [])
    .filter((row) => finds(own, row));
  return fen(found.reduce((sum, row) => sum + effectOf(own, row), 0n));
}

function keyOf({ line, column, part }: CellKey): string {
  return `${line} ${column} ${part}`;
}
