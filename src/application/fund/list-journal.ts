import { entrySumView, eventView } from '#application/fund/ledger-views';
import type { EntryQuery, LedgerReader } from '#application/ports/ledger-reader';
import type { Scope } from '#domain/identity/account';

/**
 * A page of the journal by number: the events, what all entries come to where the query names one account of one pool's
 * books, how many events other departments alone see, and the number to go on after; null where this page is the last.
 */
export async function listJournal(
  { ledgerReader }: { readonly ledgerReader: LedgerReader },
  scope: Scope,
  query: EntryQuery,
) {
  const events = await ledgerReader.listEvents(scope, query);
  const isOneAccount = [query.pools, query.insuranceType, query.accounts].every((one) => one !== undefined);
  const sums = isOneAccount ? await ledgerReader.sumEntries(scope, query) : undefined;
  const next = events.length < query.limit ? null : (events.at(-1)?.number.toString() ?? null);
  const through = next === null ? undefined : BigInt(next);
  const withheld = Number(await ledgerReader.countWithheld(scope, query, through));
  return {
    events: events.map(eventView),
    totals: sums === undefined ? null : entrySumView(sums),
    withheld,
    next,
  };
}
