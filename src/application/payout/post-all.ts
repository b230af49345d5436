import { findUsedVouchers, noteWithVoucher } from '#application/fund/bank-voucher';
import { findDayAhead, findDayBefore } from '#application/fund/find-day-ahead';
import type { BooksOf } from '#application/ports/ledger-store';
import type { LedgerOffice } from '#application/ports/payout-store';
import type { LedgerCommand, PostCommand, ReverseCommand } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';

/**
 * Events to post, without a pack version, which is that of the books' last posting, and with the bank voucher's number
 * where known.
 */
export type Posting = (Omit<PostCommand, 'packHash'> | ReverseCommand) & {
  readonly voucher?: string | undefined;
};

/**
 * Posts all events of one pool's books in the transaction and returns their numbers in order; after a refusal the
 * caller undoes the transaction.
 * @param ofRun the payment run of the events (`findUsedVouchers`)
 */
export async function postAll(
  office: Pick<LedgerOffice, 'post' | 'findJournal' | 'findFirstMonth' | 'listVoucherUses'>,
  books: BooksOf,
  postings: readonly Posting[],
  ofRun?: string,
): Promise<Decision<readonly bigint[]>> {
  if (postings.length === 0) return allow([]);
  const ahead = findDayAhead(postings) ?? findDayBefore(postings, await office.findFirstMonth(books));
  if (ahead !== undefined) return refuse(ahead);
  const packHash = await office.findJournal(books);
  if (packHash === undefined) return refuse(postingRefusal('template_unknown', postings[0]?.key ?? ''));
  const commands = postings.map(({ voucher, note = '', ...posting }): LedgerCommand => {
    const noted = { ...posting, note: noteWithVoucher(note, voucher) };
    return 'reverses' in noted ? noted : { ...noted, packHash };
  });
  const [used, ...others] = await findUsedVouchers(office, commands, ofRun);
  if (used !== undefined) return refuse(used, ...others);
  const outcomes = await office.post(commands);
  const refusals = outcomes.flatMap(({ key, refusal }) =>
    refusal === null ? [] : [postingRefusal(refusal, key)],
  );
  return allowUnless(refusals, () => outcomes.map(({ number }) => number));
}
