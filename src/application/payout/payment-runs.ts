import { decideWithin, whyNotDecide } from '#application/payout/decide-within';
import type { PayoutServices } from '#application/payout/services';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentRun, PayoutOffice } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { collectRun, type CollectedRun, type WantedLine } from '#domain/payout/collect-run';
import { lessPending } from '#domain/payout/less-pending';
import { BENEFIT_CATEGORIES, PURPOSES, type Purpose } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';

export interface WantedRun extends BooksOf {
  readonly purpose: Purpose;
  /** Category of benefit; null where the purpose has none. */
  readonly category: string | null;
  readonly paysOn: PlainDate;
  /** Everything of the purpose that is owed where undefined. */
  readonly lines: readonly WantedLine[] | undefined;
}

/**
 * Gathers what is owed for a purpose into a payment run, one line for each counterparty (NAT-P.11). Nothing moves before
 * another person has approved it and it is sent.
 */
export async function proposeRun(
  { payoutStore, placeStore }: Pick<PayoutServices, 'payoutStore' | 'placeStore'>,
  scope: Scope,
  wanted: WantedRun,
  now: string,
): Promise<Decision<{ readonly id: string } & Pick<CollectedRun, 'leftOut'>>> {
  const found = await getPool({ placeStore }, scope, wanted.pool, 'pool');
  if (!found.allowed) return found;
  const pool = found.value;
  if (pool.kind === 'fund') return refuse(flowRefusal('fund_has_no_payments', pool.id));
  const against = whyNotPropose(wanted);
  if (against !== undefined) return refuse(against);
  return decideWithin(payoutStore, scope, async (office) => {
    await office.lock(wanted);
    const payer = PURPOSES[wanted.purpose].isPaid ? await findPayer(office, wanted) : null;
    if (payer === undefined) {
      return refuse(flowRefusal('expenditure_account_missing', wanted.pool, 'NAT-144.39-b'));
    }
    const collected = await collectWithin(office, wanted);
    if (!collected.allowed) return collected;
    const { lines, leftOut } = collected.value;
    const { insuranceType, purpose, category, paysOn } = wanted;
    const run = { pool: pool.id, insuranceType, purpose, category, paysOn, payer, lines };
    const id = await office.addRun(run, { pool: pool.id, place: pool.place, by: scope.userId, now });
    return allow({ id, leftOut });
  });
}

/** Approves or rejects a run that another person proposed. */
export async function decideRun(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const run = await office.findRun(id);
    if (run === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    const against = whyNotDecide(run, scope.userId);
    if (against !== undefined) return refuse(against);
    const isDecided = await office.decideRun(run, decision, scope.userId, now);
    return isDecided ? allow(null) : refuse(flowRefusal('record_decided', id));
  });
}

/** Withdraws an approved run that was not sent, so that what it would pay can be paid by another one. */
export async function withdrawRun(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const found = await office.findRun(id);
    if (found === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    await office.lock(found);
    // Looked up again: someone else may have sent it while this waited for the lock.
    const run = (await office.findRun(id)) ?? found;
    if (run.decision !== 'approved') return refuse(flowRefusal('record_not_approved', id));
    if (run.sentAt !== null) return refuse(flowRefusal('run_sent', id));
    if (run.withdrawnFor !== null) return refuse(flowRefusal('run_withdrawn', id));
    if (reason.trim() === '') return refuse(flowRefusal('reason_not_given', 'reason'));
    await office.withdrawRun(id, reason, scope.userId, now);
    return allow(null);
  });
}

/** What a run of this purpose may hold now, beside the other runs under way. */
export async function collectWithin(
  office: PayoutOffice,
  { lines: wanted, purpose, category, ...books }: BooksOf & Pick<WantedRun, 'purpose' | 'category' | 'lines'>,
  but?: PaymentRun,
): Promise<Decision<CollectedRun>> {
  const payables = await office.listPayables(books);
  const pending = await office.listPending(books, but?.id);
  return collectRun({
    purpose,
    category,
    wanted,
    payables: lessPending(payables, pending),
    payees: await office.listPayees(books.pool),
  });
}

function whyNotPropose({ purpose, insuranceType, category }: WantedRun): Refusal | undefined {
  if (insuranceType === 'resident' && !PURPOSES[purpose].funds.includes('pooled')) {
    return flowRefusal('type_not_of_purpose', purpose);
  }
  const isFitting = PURPOSES[purpose].hasCategory
    ? BENEFIT_CATEGORIES.some((known) => known === category)
    : category === null;
  return isFitting ? undefined : flowRefusal('category_not_fitting', 'category', 'NAT-28.9');
}

/** The confirmed expenditure account of the books. */
async function findPayer(
  office: PayoutOffice,
  { pool, insuranceType }: BooksOf,
): Promise<string | undefined> {
  const accounts = await office.listBankAccounts();
  return accounts.find(
    (account) =>
      account.holds &&
      account.role === 'expenditure' &&
      account.pool === pool &&
      account.insuranceType === insuranceType,
  )?.id;
}
