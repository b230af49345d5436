import type { PayoutServices } from '#application/payout/services';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentRun, PaymentRunLine } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { lessPending } from '#domain/payout/less-pending';
import type { Payable } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A run with its lines. */
export async function openPaymentRun(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  id: string,
): Promise<Decision<{ readonly run: PaymentRun; readonly lines: readonly PaymentRunLine[] }>> {
  return payoutStore.within(scope, async (office) => {
    const run = await office.findRun(id);
    if (run === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    return allow({ run, lines: await office.listRunLines(id) });
  });
}

/** What may be paid, as a department sees it. */
interface Payables {
  readonly payables: readonly Payable[];
  /** More is owed, to persons whom other departments see. */
  readonly isPartial: boolean;
}

/** What may be paid by purpose and counterparty: open, less what runs under way will pay. */
export async function listPayables(
  { payoutStore, placeStore }: Pick<PayoutServices, 'payoutStore' | 'placeStore'>,
  scope: Scope,
  books: BooksOf,
): Promise<Decision<Payables>> {
  const pool = await getPool({ placeStore }, scope, books.pool, 'pool');
  if (!pool.allowed) return pool;
  const payables = await payoutStore.within(scope, async (office) =>
    lessPending(await office.listPayables(books), await office.listPending(books)),
  );
  const open = payables.filter(({ pooled, account }) => pooled > 0n || account > 0n);
  const seen = open.filter(({ counterparty }) => counterparty.includes(':'));
  return allow({ payables: seen, isPartial: seen.length < open.length });
}
