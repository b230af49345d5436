import { postEvent } from '#application/fund/post-events';
import type { BooksOf, LedgerStore, Signature } from '#application/ports/ledger-store';
import { closingAmounts } from '#domain/fund/close-year';
import type { Journal } from '#domain/fund/journal';
import type { LedgerOutcome } from '#domain/fund/ledger-command';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { plainDate } from '#kernel/plain-date';

/**
 * Closes income and expenditure of a year into the fund balance (NAT-28.2, NAT-28.6): one event at 31 December with
 * what each account holds by then. Premiums not yet split are shared out before (NAT-28.8).
 */
export async function closeYear(
  store: LedgerStore,
  journal: Journal,
  books: BooksOf & { readonly kind: 'pool' | 'fund'; readonly year: number },
  { by, now }: Signature,
): Promise<Decision<LedgerOutcome>> {
  const { pool, insuranceType, kind, year } = books;
  const name = kind === 'pool' ? 'year_closed' : 'year_of_adjustment_fund_closed';
  const template = present(journal.templates.get(name), `the template ${name}`);
  const balances = await store.listBalances(books);
  const turnovers = balances.filter(
    ({ book, postingMonth }) => book === 'cash' && postingMonth <= `${year}-12`,
  );
  return postEvent(store, {
    key: `${name} ${pool} ${insuranceType} ${year}`,
    packHash: journal.packHash,
    template: name,
    pool,
    insuranceType,
    amounts: closingAmounts(template, turnovers, insuranceType),
    effectiveOn: plainDate(year, 12, 31),
    now,
    actor: by,
  });
}
