import type { PayoutServices } from '#application/payout/services';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentRun, PaymentRunLine } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { lessPending } from '#domain/payout/less-pending';
import { pairReturned, stillOpen, type LineRef } from '#domain/payout/pair-returned';
import type { Payable } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** A line with the returned lines that it pays again, and the lines that pay it again after it was returned. */
export interface ShownRunLine extends PaymentRunLine {
  readonly repeats: readonly LineRef[];
  readonly repeatedBy: readonly LineRef[];
}

/** A run with its lines. */
export async function openPaymentRun(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  id: string,
): Promise<Decision<{ readonly run: PaymentRun; readonly lines: readonly ShownRunLine[] }>> {
  return payoutStore.within(scope, async (office) => {
    const run = await office.findRun(id);
    if (run === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    const pairs = pairReturned(await office.listReturned(run), await office.listRepeats(run));
    const isOwn = ({ run: of, line: number }: LineRef, { line }: PaymentRunLine): boolean =>
      of === id && number === line;
    const lines = (await office.listRunLines(id)).map((line) => ({
      ...line,
      repeats: pairs.filter((pair) => isOwn(pair.repeatedBy, line)).map(({ returned }) => returned),
      repeatedBy: pairs.filter((pair) => isOwn(pair.returned, line)).map(({ repeatedBy }) => repeatedBy),
    }));
    return allow({ run, lines });
  });
}

/** An amount owed, with the returned lines in it that no payment pays again. */
export interface ShownPayable extends Payable {
  readonly returned: readonly LineRef[];
}

/** Payable amounts visible to a department. */
interface Payables {
  readonly payables: readonly ShownPayable[];
  /** Whether more is owed to persons whom only other departments see. */
  readonly isPartial: boolean;
}

/** Lists payable amounts by purpose and counterparty: open, less what runs under way will pay. */
export async function listPayables(
  { payoutStore, placeStore }: Pick<PayoutServices, 'payoutStore' | 'placeStore'>,
  scope: Scope,
  books: BooksOf,
): Promise<Decision<Payables>> {
  const pool = await getPool({ placeStore }, scope, books.pool, 'pool');
  if (!pool.allowed) return pool;
  const { payables, returned } = await payoutStore.within(scope, async (office) => {
    const back = await office.listReturned(books);
    return {
      payables: lessPending(await office.listPayables(books), await office.listPending(books)),
      returned: stillOpen(back, pairReturned(back, await office.listRepeats(books))),
    };
  });
  const open = payables.filter(({ pooled, account }) => pooled > 0n || account > 0n);
  const seen = open.filter(({ counterparty }) => counterparty.includes(':'));
  const shown = seen.map((payable) => ({
    ...payable,
    returned: returned
      .filter(({ counterparty }) => payable.purpose === 'returned' && counterparty === payable.counterparty)
      .map(({ run, line }) => ({ run, line })),
  }));
  return allow({ payables: shown, isPartial: seen.length < open.length });
}
