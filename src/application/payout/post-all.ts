import { findDayAhead } from '#application/fund/find-day-ahead';
import type { BooksOf } from '#application/ports/ledger-store';
import type { LedgerOffice } from '#application/ports/payout-store';
import type { PostCommand, ReverseCommand } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';

/** Events without the pack version that they cite, which is the one by which the books were posted last. */
export type Posting = Omit<PostCommand, 'packHash'> | ReverseCommand;

/**
 * Posts all events of one pool's books in the transaction, or says why not; the caller then undoes it. Gives their
 * numbers in order.
 */
export async function postAll(
  office: Pick<LedgerOffice, 'post' | 'findJournal'>,
  books: BooksOf,
  postings: readonly Posting[],
): Promise<Decision<readonly bigint[]>> {
  if (postings.length === 0) return allow([]);
  const ahead = findDayAhead(postings);
  if (ahead !== undefined) return refuse(ahead);
  const packHash = await office.findJournal(books);
  if (packHash === undefined) return refuse(postingRefusal('template_unknown', postings[0]?.key ?? ''));
  const outcomes = await office.post(
    postings.map((posting) => ('reverses' in posting ? posting : { ...posting, packHash })),
  );
  const refusals = outcomes.flatMap(({ key, refusal }) =>
    refusal === null ? [] : [postingRefusal(refusal, key)],
  );
  return allowUnless(refusals, () => outcomes.map(({ number }) => number));
}
