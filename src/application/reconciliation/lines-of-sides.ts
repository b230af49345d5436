import { splitNote } from '#application/fund/bank-voucher';
import type { LedgerMovement } from '#application/ports/reconciliation-store';
import { normaliseReference, type Line } from '#domain/reconciliation/line';
import type { StatementLine } from '#domain/reconciliation/read-statement';

/** Names the line of one of our events. */
export function eventId(number: bigint): string {
  return `event/${number}`;
}

/** The key of posted payments; the bank is given run and line. */
const PAYMENT_KEY = /^payment_run (\S+) (\d+)(?: |$)/;

/**
 * Makes a line of a ledger movement: its references come from key, note and voucher, and for a payment from its run.
 */
export function ourLine(movement: LedgerMovement): Line {
  const { number, key, on, amount, counterparty, template, reverses, paidBy } = movement;
  const { voucher, text: note } = splitNote(movement.note);
  const [, run, line] = PAYMENT_KEY.exec(key) ?? [];
  const ofRun = run === undefined ? [] : [run, `${run}-${line}`];
  return {
    id: eventId(number),
    on,
    amount,
    references: distinct([key, note, voucher ?? '', paidBy ?? '', ...ofRun]),
    counterparty: counterparty ?? '',
    summary: note === '' ? (template ?? '') : note,
    takesBack: reverses === null ? null : eventId(reverses),
    carriedMonths: 0,
    isOpening: false,
  };
}

/** Makes a line of another party’s statement, with an id that holds in later months too. */
export function theirLine(statement: string, line: Omit<StatementLine, 'isReceipt' | 'balance'>): Line {
  const { on, amount, reference, counterparty, summary } = line;
  return {
    id: `${statement}/${line.line}`,
    on,
    amount,
    references: distinct([reference]),
    counterparty,
    summary,
    takesBack: null,
    carriedMonths: 0,
    isOpening: false,
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(normaliseReference).filter((text) => text !== ''))];
}
