import type { LedgerMovement } from '#application/ports/reconciliation-store';
import { normaliseReference, type Line } from '#domain/reconciliation/line';
import type { StatementLine } from '#domain/reconciliation/read-statement';

/** The id of an event of ours among lines. */
export function eventId(number: bigint): string {
  return `event/${number}`;
}

/** Payments are posted under such a key; the bank is told of run and line. */
const PAYMENT_KEY = /^payment_run (\S+) (\d+) /;

/** A movement of our ledger as a line: found by its key, its note, and of a payment by its run. */
export function ourLine(movement: LedgerMovement): Line {
  const { number, key, note, on, amount, counterparty, template, reverses } = movement;
  const [, run, line] = PAYMENT_KEY.exec(key) ?? [];
  const ofRun = run === undefined ? [] : [run, `${run}-${line}`];
  return {
    id: eventId(number),
    on,
    amount,
    references: distinct([key, note, ...ofRun]),
    counterparty: counterparty ?? '',
    summary: note === '' ? (template ?? '') : note,
    takesBack: reverses === null ? null : eventId(reverses),
    isOpening: false,
  };
}

/** A line of another party’s statement; its id holds in later months too. */
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
    isOpening: false,
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(normaliseReference).filter((text) => text !== ''))];
}
