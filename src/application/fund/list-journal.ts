import { entrySumView, eventView } from '#application/fund/ledger-views';
import type { EntryQuery, LedgerReader } from '#application/ports/ledger-reader';
import type { Scope } from '#domain/identity/account';

/**
 * Lists a page of the journal by number: the events; the totals of all entries where the query names one account of one
 * pool's books; the number of events visible only to other departments; and the number to continue after, null on the
 * last page.
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
