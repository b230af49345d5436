import { whyNotDecide } from '#application/payout/why-not-decide';
import { askAdvanceBudget, whyNotAdvance } from '#application/payout/hold-advance';
import type { PayoutServices } from '#application/payout/services';
import { whyRunEnded } from '#application/payout/why-ended';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentRun, PayoutOffice } from '#application/ports/payout-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { collectRun, type CollectedRun, type WantedLine } from '#domain/payout/collect-run';
import { lessPending, type PendingLine } from '#domain/payout/less-pending';
import { BENEFIT_CATEGORIES, PURPOSES, type Purpose } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { withUnderWay, type NamedRecord } from '#domain/payout/under-way';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import { reasonMissing } from '#kernel/reason-missing';

export interface WantedRun extends BooksOf {
  readonly purpose: Purpose;
  /** Category of benefit; null where the purpose has none. */
  readonly category: string | null;
  readonly paysOn: PlainDate;
  /** The lines to pay; undefined for all that is owed for the purpose. */
  readonly lines: readonly WantedLine[] | undefined;
}

/**
 * Proposes a payment run of what is owed for a purpose, one line a counterparty (NAT-P.11). No money moves before
 * another person has approved the run and it is sent. Advances are checked against the budget and plan of the benefits
 * they become.
 */
export async function proposeRun(
  services: Pick<PayoutServices, 'payoutStore' | 'placeStore' | 'budgetGate'>,
  scope: Scope,
  wanted: WantedRun,
  now: string,
): Promise<Decision<{ readonly id: string } & Pick<CollectedRun, 'leftOut'>>> {
  const found = await getPool(services, scope, wanted.pool, 'pool');
  if (!found.allowed) return found;
  const pool = found.value;
  if (pool.kind === 'fund') return refuse(flowRefusal('fund_has_no_payments', pool.id));
  const against = whyNotPropose(wanted);
  if (against !== undefined) return refuse(against);
  const budget = await askAdvanceBudget(services, scope, wanted);
  return decideWithin(services.payoutStore, scope, async (office) => {
    await office.lock(wanted);
    if (await office.isYearOver(wanted, wanted.paysOn)) {
      return refuse(flowRefusal('payment_year_over', 'paysOn'));
    }
    const payer = PURPOSES[wanted.purpose].isPaid ? await findPayer(office, wanted) : null;
    if (payer === undefined) {
      return refuse(flowRefusal('expenditure_account_missing', wanted.pool, 'NAT-144.39-b'));
    }
    const collected = await collectWithin(office, wanted);
    if (!collected.allowed) return collected;
    const { lines, leftOut } = collected.value;
    const [held, ...others] = await whyNotAdvance(office, wanted, lines, budget);
    if (held !== undefined) return refuse(held, ...others);
    const { insuranceType, purpose, category, paysOn } = wanted;
    const run = { pool: pool.id, insuranceType, purpose, category, paysOn, payer, lines };
    const id = await office.addRun(run, { pool: pool.id, place: pool.place, by: scope.userId, now });
    return allow({ id, leftOut });
  });
}

/** Approves or rejects a run proposed by another person. */
export async function decideRun(
  { payoutStore }: Pick<PayoutServices, 'payoutStore'>,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const run = await office.findRun(id);
    if (run === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    const against = whyRunEnded(run) ?? whyNotDecide(run, scope.userId);
    if (against !== undefined) return refuse(against);
    const isDecided = await office.decideRun(run, decision, scope.userId, now);
    return isDecided ? allow(null) : refuse(flowRefusal('record_decided', id));
  });
}

/**
 * Withdraws a run that was not sent, so that another run can pay its amounts: by its proposer before the decision, by
 * anyone who may send it after the approval.
 */
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
    const ended = whyRunEnded(run);
    if (ended !== undefined) return refuse(ended);
    if (run.decision === 'rejected') return refuse(flowRefusal('record_decided', id));
    if (run.decision === null && run.proposedBy !== scope.userId) {
      return refuse(flowRefusal('proposed_by_another', id));
    }
    if (run.sentAt !== null) return refuse(flowRefusal('run_sent', id));
    if (reason.trim() === '') return refuse(reasonMissing());
    const isWithdrawn = await office.withdrawRun(run, reason, scope.userId, now);
    return isWithdrawn ? allow(null) : refuse(flowRefusal('record_decided', id));
  });
}

/** Draws up the lines that a run of this purpose may hold now, beside the other runs under way. */
export async function collectWithin(
  office: PayoutOffice,
  { lines: wanted, purpose, category, ...books }: BooksOf & Pick<WantedRun, 'purpose' | 'category' | 'lines'>,
  but?: PaymentRun,
): Promise<Decision<CollectedRun>> {
  const payables = await office.listPayables(books);
  const pending = await office.listPending(books, but?.id);
  const collected = collectRun({
    purpose,
    category,
    wanted,
    payables: lessPending(payables, pending),
    payees: await office.listPayees(books.pool),
  });
  if (collected.allowed) return collected;
  const [first, ...others] = collected.refusals.map((refusal) => nameRuns(refusal, pending));
  return refuse(present(first, 'a refusal says why'), ...others);
}

/** Lists the runs of pending lines, each once. */
export function runsOf(pending: readonly PendingLine[]): readonly NamedRecord[] {
  const runs = new Map(pending.map(({ run, paysOn }) => [run, paysOn]));
  return [...runs].map(([id, of]) => ({ kind: 'run', id, of }));
}

/** Adds to a refusal that nothing is owed the runs under way that will pay it. */
function nameRuns(refusal: Refusal, pending: readonly PendingLine[]): Refusal {
  if (refusal.code === 'nothing_to_pay') return withUnderWay(refusal, runsOf(pending));
  if (!['nothing_owed', 'above_what_is_owed'].includes(refusal.code)) return refusal;
  return withUnderWay(refusal, runsOf(pending.filter(({ counterparty }) => counterparty === refusal.at)));
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

/** Finds the confirmed expenditure account of the books. */
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
