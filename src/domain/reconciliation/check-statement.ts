import { checkSum, type CheckPart } from '#domain/disclosure/check-arithmetic';
import type { ItemName } from '#domain/disclosure/items';
import { readFigure, type PublishedFigure } from '#domain/disclosure/published-figure';
import type { ReadStatement, StatementLine } from '#domain/reconciliation/read-statement';
import { sumRefusal } from '#domain/reconciliation/refusals';
import { assert } from '#kernel/assert';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';
import { firstDayOf, lastDayOf, type Month } from '#kernel/month';

/** The figures of a statement outside its lines: period, balances and totals. */
export interface StatementFrame {
  readonly file: string;
  readonly month: Month;
  readonly opening: bigint;
  readonly closing: bigint;
}

/**
 * Checks a statement: every line lies within the month, every printed balance follows from the line before, printed
 * totals equal the sums of the lines, and opening balance and lines give the closing balance. Faults are named by line.
 */
export function checkStatement(frame: StatementFrame, statement: ReadStatement): Decision<null> {
  const { file, month } = frame;
  const { lines, totals } = statement;
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const outside = lines
    .filter(({ on }) => on < first || on > last)
    .map(({ line, on }) => sumRefusal('statement_day_outside', `${file}:${line}`, on));
  const received = sumWhere(lines, true);
  const paid = -sumWhere(lines, false);
  const printed = [
    totalFault(`${file}:${totals?.line}`, totals?.received ?? null, received),
    totalFault(`${file}:${totals?.line}`, totals?.paid ?? null, paid),
  ].filter((fault) => fault !== undefined);
  const closing = checkClosing(frame, received, paid);
  return allowUnless([...outside, ...balanceFaults(frame, lines), ...printed, ...closing], () => null);
}

/**
 * Checks each printed balance against the one before it, so that one wrong line is named and not all lines below it.
 */
function balanceFaults(
  { file, opening }: StatementFrame,
  lines: readonly StatementLine[],
): readonly Refusal[] {
  let before = opening;
  return lines.flatMap(({ line, amount, balance }) => {
    const expected = before + amount;
    before = balance ?? expected;
    if (balance === null || balance === expected) return [];
    return [sumRefusal('statement_balance_wrong', `${file}:${line}`, ...texts(balance, expected))];
  });
}

/** Checks that opening balance, receipts and payments give the closing balance to the fen. */
function checkClosing(
  { file, opening, closing }: StatementFrame,
  received: bigint,
  paid: bigint,
): readonly Refusal[] {
  const parts: readonly CheckPart[] = [
    { figure: figureOf('opening_balance', opening, file), sign: 1 },
    { figure: figureOf('income', received, file), sign: 1 },
    { figure: figureOf('expenditure', paid, file), sign: -1 },
  ];
  const check = checkSum(
    { id: 'closing_from_opening', label: { zh: '期末余额', en: 'closing balance' } },
    { id: 'by_definition', complete: true },
    figureOf('closing_balance', closing, file),
    parts,
  );
  if (check.status === 'exact') return [];
  return [sumRefusal('statement_closing_wrong', file, ...texts(closing, opening + received - paid))];
}

function figureOf(item: ItemName, amount: bigint, at: string): PublishedFigure {
  const figure = readFigure(item, formatYuan(fen(amount)), '元', at);
  assert(figure.allowed, 'an amount in fen is a figure');
  return figure.value;
}

function totalFault(at: string, printed: bigint | null, sum: bigint): Refusal | undefined {
  if (printed === null || printed === sum) return undefined;
  return sumRefusal('statement_total_wrong', at, ...texts(printed, sum));
}

function sumWhere(lines: readonly StatementLine[], received: boolean): bigint {
  return lines.reduce((sum, { amount, isReceipt }) => (isReceipt === received ? sum + amount : sum), 0n);
}

function texts(found: bigint, expected: bigint): readonly [string, string] {
  return [formatYuan(fen(found)), formatYuan(fen(expected))];
}
