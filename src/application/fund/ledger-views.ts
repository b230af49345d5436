import { splitNote } from '#application/fund/bank-voucher';
import type { EventOutcome } from '#application/fund/post-requested';
import type {
  JournalEntry,
  JournalEvent,
  LedgerApproval,
  OpenObligation,
} from '#application/ports/ledger-reader';
import type { LedgerBalance } from '#application/ports/ledger-store';
import type { StoredOpening } from '#application/ports/opening-store';
import { fen, formatYuan } from '#kernel/fen';

/* What the ledger gives, as JSON tells it: amounts in yuan, numbers as digits. */

const yuan = (amount: bigint): string => formatYuan(fen(amount));

export function eventView({ number, reverses, corrects, debit, credit, note, ...event }: JournalEvent) {
  const { voucher, text } = splitNote(note);
  return {
    ...event,
    note: text,
    voucher,
    debit: yuan(debit),
    credit: yuan(credit),
    number: number.toString(),
    reverses: reverses?.toString() ?? null,
    corrects: corrects?.toString() ?? null,
  };
}

export function entryView({ event: _event, debit, credit, ...entry }: JournalEntry) {
  return { ...entry, debit: yuan(debit), credit: yuan(credit) };
}

export function entrySumView({ debit, credit }: { readonly debit: bigint; readonly credit: bigint }) {
  return { debit: yuan(debit), credit: yuan(credit) };
}

export function outcomeView({ number, ...outcome }: EventOutcome) {
  return { ...outcome, number: number.toString() };
}

export function balanceView({ debit, credit, ...balance }: LedgerBalance) {
  return { ...balance, debit: yuan(debit), credit: yuan(credit) };
}

export function obligationView({ receivable, advance, payable, ...obligation }: OpenObligation) {
  return { ...obligation, receivable: yuan(receivable), advance: yuan(advance), payable: yuan(payable) };
}

export function approvalView({ number, amount, usedBy, ...approval }: LedgerApproval) {
  return {
    ...approval,
    number: number.toString(),
    amount: yuan(amount),
    usedBy: usedBy?.toString() ?? null,
  };
}

export function openingView({ id, totals, ...opening }: StoredOpening) {
  const texts = Object.entries(totals).map(([template, total]) => [template, yuan(total)] as const);
  return { ...opening, id: id.toString(), totals: Object.fromEntries(texts) };
}
