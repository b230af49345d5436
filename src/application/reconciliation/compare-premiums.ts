import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { ReconciliationOffice } from '#application/ports/reconciliation-store';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import type { PartyId } from '#domain/reconciliation/party';
import {
  comparePremiums,
  type PremiumGap,
  type PremiumStations,
} from '#domain/reconciliation/premium-comparison';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { Month } from '#kernel/month';

export interface PremiumComparison extends BooksOf {
  readonly month: Month;
  readonly stations: PremiumStations;
  readonly gaps: readonly PremiumGap[];
}

/**
 * Compares the premiums of a pool, insurance type and month from station to station: assessed, collected by tax,
 * received in the treasury, swept to the special account. A party whose statement is absent, or outside the scope,
 * gives no figure.
 */
export async function comparePoolPremiums(
  services: Pick<ReconciliationServices, 'reconciliationStore' | 'placeStore'>,
  scope: Scope,
  { pool, insuranceType, month }: BooksOf & { readonly month: Month },
): Promise<Decision<PremiumComparison>> {
  const found = await getPool(services, scope, pool, 'pool');
  if (!found.allowed) return found;
  const books = { pool, insuranceType };
  return services.reconciliationStore.within(scope, async (office) => {
    const span = await office.findBooks(books);
    if (span === undefined || month < span.firstMonth) {
      return refuse(reconciliationRefusal('books_missing', 'month'));
    }
    const ledger = await office.readPremiums(books, month);
    const tax = await readTold(office, books, 'tax', month);
    const treasury = await readTold(office, books, 'treasury', month);
    const stations: PremiumStations = {
      ...ledger,
      levied: tax === undefined ? null : tax.received - tax.paid,
      receivedByTreasury: treasury?.received ?? null,
      sweptByTreasury: treasury?.paid ?? null,
    };
    return allow({ ...books, month, stations, gaps: comparePremiums(stations) });
  });
}

async function readTold(
  office: ReconciliationOffice,
  books: BooksOf,
  party: PartyId,
  month: Month,
): Promise<{ readonly received: bigint; readonly paid: bigint } | undefined> {
  const statement = await office.findHolding({ ...books, party, account: '1005' }, month);
  if (statement === undefined) return undefined;
  const lines = await office.listLines([statement.id]);
  const received = lines.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
  return { received, paid: received - lines.reduce((sum, { amount }) => sum + amount, 0n) };
}
