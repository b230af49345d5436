import type { StatementField, StatementProfile } from '#domain/reconciliation/profile';
import type { RawCell, RawRow, RawTable } from '#domain/reconciliation/raw-table';
import { fileRefusal } from '#domain/reconciliation/refusals';
import { readStatementAmount, readStatementDay } from '#domain/reconciliation/statement-cells';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { ZERO_FEN, type Fen } from '#kernel/fen';
import type { PlainDate } from '#kernel/plain-date';

/** A line of a statement, as read from its file. */
export interface StatementLine {
  /** Line number in the file, from 1. */
  readonly line: number;
  readonly on: PlainDate;
  /** In fen: positive when received, negative when paid. */
  readonly amount: bigint;
  /** Whether the amount stands in the receipts column; a red figure is negative in its own column. */
  readonly isReceipt: boolean;
  readonly reference: string;
  readonly counterparty: string;
  readonly summary: string;
  /** Balance printed after the line, in fen; null where the form prints none. */
  readonly balance: Fen | null;
}

/** Printed totals; null where not printed. */
export interface StatementTotals {
  readonly line: number;
  readonly received: Fen | null;
  readonly paid: Fen | null;
}

export interface ReadStatement {
  readonly lines: readonly StatementLine[];
  readonly totals: StatementTotals | null;
}

type Columns = Readonly<Partial<Record<StatementField, number>>>;

/**
 * Reads the lines of a statement by the headings of a profile. Rows above the headings are ignored; below a row of
 * totals nothing may follow. Refuses with `file:line` and heading of every fault; one fault refuses the whole file.
 */
export function readStatement(table: RawTable, profile: StatementProfile): Decision<ReadStatement> {
  const { file, rows } = table;
  const headings = Object.values(profile.columns);
  const head = rows.findIndex(({ cells }) =>
    headings.every((name) => cells.some(({ text }) => text.trim() === name)),
  );
  const header = rows[head];
  if (header === undefined) return refuse(fileRefusal('headings_missing', file, headings.join('、')));
  const columns = columnsOf(header, profile);
  const refusals: Refusal[] = [];
  const body = rows.slice(head + 1);
  const totalAt = body.findIndex(({ cells }) => profile.totalWords.includes(cells[0]?.text.trim() ?? ''));
  const [after] = totalAt === -1 ? [] : body.slice(totalAt + 1);
  if (after !== undefined) refusals.push(fileRefusal('rows_after_totals', `${file}:${after.line}`));
  const reader = { file, profile, columns, refusals };
  const lines = (totalAt === -1 ? body : body.slice(0, totalAt)).flatMap((row) => readLine(reader, row));
  const total = body[totalAt];
  const totals = total === undefined ? null : readTotals(reader, total);
  return allowUnless(refusals, () => ({ lines, totals }));
}

interface Reader {
  readonly file: string;
  readonly profile: StatementProfile;
  readonly columns: Columns;
  readonly refusals: Refusal[];
}

function columnsOf(header: RawRow, { columns }: StatementProfile): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([field, name]) => [
      field,
      header.cells.findIndex(({ text }) => text.trim() === name),
    ]),
  );
}

function readLine(reader: Reader, row: RawRow): readonly StatementLine[] {
  const { refusals } = reader;
  const before = refusals.length;
  const dateCell = cellOf(reader, row, 'date');
  const on = readStatementDay(dateCell);
  if (on === undefined) refusals.push(at(reader, row, 'date', 'statement_day_wrong', dateCell.text));
  const signed = readSigned(reader, row);
  const balance = readAmount(reader, row, 'balance');
  if (on === undefined || signed === undefined || refusals.length > before) return [];
  const [reference, counterparty, summary] = (['reference', 'counterparty', 'summary'] as const).map(
    (field) => cellOf(reader, row, field).text.trim(),
  );
  return [
    {
      line: row.line,
      on,
      ...signed,
      reference: reference ?? '',
      counterparty: counterparty ?? '',
      summary: summary ?? '',
      balance,
    },
  ];
}

type Signed = Pick<StatementLine, 'amount' | 'isReceipt'>;

/**
 * Reads a row's amount, positive when received, negative when paid; undefined, and noted, where a row has neither or
 * both.
 */
function readSigned(reader: Reader, row: RawRow): Signed | undefined {
  const { columns, refusals } = reader;
  if (columns.amount !== undefined) return readMarked(reader, row);
  const before = refusals.length;
  const received = readAmount(reader, row, 'receipt') ?? ZERO_FEN;
  const paid = readAmount(reader, row, 'payment') ?? ZERO_FEN;
  if (refusals.length > before) return undefined;
  if ((received === 0n) === (paid === 0n)) {
    const code = received === 0n ? 'amount_missing' : 'amount_on_both_sides';
    refusals.push(at(reader, row, columns.receipt === undefined ? 'payment' : 'receipt', code, ''));
    return undefined;
  }
  return { amount: received - paid, isReceipt: paid === 0n };
}

function readMarked(reader: Reader, row: RawRow): Signed | undefined {
  const { columns, profile, refusals } = reader;
  const before = refusals.length;
  const amount = readAmount(reader, row, 'amount');
  if (refusals.length > before) return undefined;
  if (amount === null || amount === 0n) {
    refusals.push(at(reader, row, 'amount', 'amount_missing', ''));
    return undefined;
  }
  if (columns.direction === undefined) return { amount, isReceipt: amount > 0n };
  const word = cellOf(reader, row, 'direction').text.trim();
  if (profile.receiptWords.includes(word)) return { amount, isReceipt: true };
  if (profile.paymentWords.includes(word)) return { amount: 0n - amount, isReceipt: false };
  refusals.push(at(reader, row, 'direction', 'direction_unknown', word));
  return undefined;
}

function readTotals(reader: Reader, row: RawRow): StatementTotals {
  return {
    line: row.line,
    received: readAmount(reader, row, 'receipt'),
    paid: readAmount(reader, row, 'payment'),
  };
}

/** Reads the amount of a cell; null where it is empty or the column is absent; an unreadable one is noted. */
function readAmount(
  reader: Reader,
  row: RawRow,
  field: 'receipt' | 'payment' | 'amount' | 'balance',
): Fen | null {
  const cell = cellOf(reader, row, field);
  if (cell.text.trim() === '') return null;
  const amount = readStatementAmount(cell, reader.profile.thousands);
  if (typeof amount !== 'string') return amount;
  reader.refusals.push(at(reader, row, field, 'statement_amount_wrong', cell.text));
  return null;
}

const EMPTY: RawCell = { text: '', isNumber: false };

function cellOf({ columns }: Reader, { cells }: RawRow, field: StatementField): RawCell {
  const index = columns[field];
  return index === undefined ? EMPTY : (cells[index] ?? EMPTY);
}

function at(
  { file, profile }: Reader,
  row: RawRow,
  field: StatementField,
  code: Parameters<typeof fileRefusal>[0],
  text: string,
): Refusal {
  return fileRefusal(code, `${file}:${row.line} ${profile.columns[field] ?? field}`, text);
}
