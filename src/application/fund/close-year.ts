import { postEvent } from '#application/fund/post-events';
import type { BooksOf, LedgerBalance, LedgerStore, Signature } from '#application/ports/ledger-store';
import { closingAmounts, closingKeys, closingTemplate } from '#domain/fund/close-year';
import { nothingToClose, premiumsNotSplit, tooManyClosings } from '#domain/fund/event-refusals';
import type { Journal } from '#domain/fund/journal';
import type { LedgerOutcome } from '#domain/fund/ledger-command';
import { present } from '#kernel/assert';
import { refuse, type Decision } from '#kernel/decision';
import { plainDate } from '#kernel/plain-date';

/** Accounts of premiums and interest not yet split between the funds (NAT-28.8). */
const UNSPLIT_ACCOUNTS: readonly string[] = ['4601', '4602'];

/**
 * Closes income and expenditure of a year into the fund balance (NAT-28.2, NAT-28.6): one event on 31 December with the
 * balance of each account. Amounts posted later, before December is closed, are closed by a second request, which posts
 * the rest under a key of its own. Refused where premiums are not yet split (NAT-28.8) or nothing is left to close.
 */
export async function closeYear(
  store: LedgerStore,
  journal: Journal,
  books: BooksOf & { readonly kind: 'pool' | 'fund'; readonly year: number },
  { by, now }: Signature,
): Promise<Decision<LedgerOutcome>> {
  const { pool, insuranceType, kind, year } = books;
  const name = closingTemplate(kind);
  const template = present(journal.templates.get(name), `the template ${name}`);
  const balances = await store.listBalances(books);
  const turnovers = balances.filter(
    ({ book, postingMonth }) => book === 'cash' && postingMonth <= `${year}-12`,
  );
  const at = `${pool} ${insuranceType} ${year}`;
  const unsplit = UNSPLIT_ACCOUNTS.filter((account) => netOf(turnovers, account) !== 0n);
  if (unsplit.length > 0) return refuse(premiumsNotSplit(at, unsplit.join('、')));
  const amounts = closingAmounts(template, turnovers, insuranceType);
  const isNil = Object.values(amounts).every((amount) => amount === 0n);
  if (isNil) return refuse(nothingToClose(at));
  const event = {
    packHash: journal.packHash,
    template: name,
    pool,
    insuranceType,
    amounts,
    effectiveOn: plainDate(year, 12, 31),
    now,
    actor: by,
  };
  for (const key of closingKeys(kind, pool, insuranceType, year)) {
    const outcome = await postEvent(store, { ...event, key });
    if (!isOfEarlierClosing(outcome)) return outcome;
  }
  return refuse(tooManyClosings(at));
}

/** Whether the key is taken by an earlier closing of the year (other amounts, or since reversed): the next key is tried. */
function isOfEarlierClosing(outcome: Decision<LedgerOutcome>): boolean {
  return outcome.allowed
    ? outcome.value.isReplayed
    : outcome.refusals.some(({ code }) => code === 'key_reused');
}

function netOf(turnovers: readonly LedgerBalance[], account: string): bigint {
  return turnovers
    .filter((one) => one.account === account)
    .reduce((sum, one) => sum + one.credit - one.debit, 0n);
}
