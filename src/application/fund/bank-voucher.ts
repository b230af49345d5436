import type { LedgerStore } from '#application/ports/ledger-store';
import { voucherUsed } from '#domain/fund/event-refusals';
import type { LedgerCommand } from '#domain/fund/ledger-command';
import { normaliseReference } from '#domain/reconciliation/line';
import type { Refusal } from '#kernel/decision';

/**
 * Mark of the bank voucher's number (银行回单号), kept in the first line of an event's note. The chain seals the note, and
 * an auditor is given it; `0029-bank-vouchers` reads the same mark.
 */
const MARK = '银行回单 ';

/** Adds the voucher's number, normalised, to a note; unchanged where no voucher is given. */
export function noteWithVoucher(note: string, voucher: string | undefined): string {
  const number = normaliseReference(voucher ?? '');
  if (number === '') return note;
  return note === '' ? `${MARK}${number}` : `${MARK}${number}\n${note}`;
}

/** Splits a note into the voucher's number, null where there is none, and the person's own text. */
export function splitNote(note: string): { readonly voucher: string | null; readonly text: string } {
  if (!note.startsWith(MARK)) return { voucher: null, text: note };
  const [first = '', ...rest] = note.split('\n');
  return { voucher: first.slice(MARK.length), text: rest.join('\n') };
}

/**
 * Refuses a voucher already used on an account that these events move, naming that use (NAT-144.39-c). Events of one
 * call may share a voucher where one movement takes several events; the same event sent again keeps its own.
 * @param ofRun the payment run of the events: a bank may pay a run, or send it back, by one voucher
 */
export async function findUsedVouchers(
  store: Pick<LedgerStore, 'listVoucherUses'>,
  commands: readonly LedgerCommand[],
  ofRun?: string,
): Promise<readonly Refusal[]> {
  const asked = commands.filter(({ note }) => splitNote(note ?? '').voucher !== null);
  if (asked.length === 0) return [];
  const keys = new Set(commands.map(({ key }) => key));
  const uses = await store.listVoucherUses(asked);
  const others = uses.filter(({ key, run }) => !keys.has(key) && (run === null || run !== ofRun));
  return others.map(voucherUsed);
}
