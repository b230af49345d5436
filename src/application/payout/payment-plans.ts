import { chinaDateOf } from '#application/pack-life/china-time';
import { decideWithin, whyNotDecide } from '#application/payout/decide-within';
import { runsOf } from '#application/payout/payment-runs';
import { postAll } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import { whyPlanEnded } from '#application/payout/why-ended';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentPlan, PayoutOffice } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { checkAgainstBudget, checkHeld, fundingOf } from '#domain/payout/check-plan';
import { netPayables } from '#domain/payout/net-payables';
import {
  advancesOf,
  draftPlanLines,
  PLAN_LINES,
  type ExpenditureLine,
  type PlanLine,
} from '#domain/payout/plan-lines';
import { eventAmounts, totalOf } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { balanceOf } from '#domain/payout/sweep';
import { withUnderWay, type NamedRecord } from '#domain/payout/under-way';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Fen } from '#kernel/fen';
import { firstDayOf, type Month } from '#kernel/month';

export interface WantedPlan extends BooksOf {
  readonly month: Month;
  /** What is expected to fall due besides what is open, by line. */
  readonly expected: ReadonlyMap<ExpenditureLine, Fen>;
  readonly note: string;
}

type Needs = Pick<PayoutServices, 'payoutStore' | 'placeStore' | 'budgetGate'>;

/**
 * Drafts a payment plan from what is open and expected, less what earlier plans still cover. A plan that the adopted
 * budget does not bear is refused (SC-2.1-d); benefits are settled whatever the budget says, and stay owed. A plan is of
 * its year: it is drafted, decided and funded until the December of that year is closed.
 */
export async function draftPlan(
  services: Needs,
  scope: Scope,
  wanted: WantedPlan,
  now: string,
): Promise<Decision<{ readonly id: string; readonly lines: readonly PlanLine[] }>> {
  const found = await getPool(services, scope, wanted.pool, 'pool');
  if (!found.allowed) return found;
  const pool = found.value;
  if (pool.kind === 'fund') return refuse(flowRefusal('fund_has_no_payments', pool.id));
  const budget = await askBudget(services, scope, wanted);
  return decideWithin(services.payoutStore, scope, async (office) => {
    await office.lock(wanted);
    if (await office.isYearOver(wanted, firstDayOf(wanted.month))) {
      return refuse(flowRefusal('payment_year_over', 'month'));
    }
    const plans = plansOf(await office.listPlans(), wanted);
    const waiting = plans.find(({ decision }) => decision === null);
    if (waiting !== undefined) return refuse(flowRefusal('plan_undecided', waiting.id));
    const lines = await reckonLines(office, wanted, plans);
    if (lines.every(({ amount }) => amount === 0n)) {
      const empty = flowRefusal('plan_empty', wanted.month);
      return refuse(withUnderWay(empty, await findUnderWay(office, wanted, plans, lines)));
    }
    const [first, ...others] = await checkBudget(budget, office, { ...wanted, lines });
    if (first !== undefined) return refuse(first, ...others);
    const by = { pool: pool.id, place: pool.place, by: scope.userId, now };
    const { insuranceType, month, note } = wanted;
    const id = await office.addPlan({ pool: pool.id, insuranceType, month, note, lines }, by);
    return allow({ id, lines });
  });
}

/** Approves or rejects a plan that another person drafted; the budget is asked again. */
export async function decidePlan(
  services: Pick<Needs, 'payoutStore' | 'budgetGate'>,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<null>> {
  const found = await services.payoutStore.within(scope, (office) => office.findPlan(id));
  if (found === undefined) return refuse(flowRefusal('unknown_payment_plan', id));
  const budget = await askBudget(services, scope, found);
  return decideWithin(services.payoutStore, scope, async (office) => {
    await office.lock(found);
    const plan = (await office.findPlan(id)) ?? found;
    const against = whyPlanEnded(plan) ?? whyNotDecide(plan, scope.userId);
    if (against !== undefined) return refuse(against);
    if (decision === 'approved') {
      const [first, ...others] = await checkBudget(budget, office, plan);
      if (first !== undefined) return refuse(first, ...others);
    }
    const isDecided = await office.decidePlan(plan, decision, scope.userId, now);
    return isDecided ? allow(null) : refuse(flowRefusal('record_decided', id));
  });
}

/** Takes back a plan of one's own that nobody has decided. */
export async function withdrawPlan(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<null>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const plan = await office.findPlan(id);
    if (plan === undefined) return refuse(flowRefusal('unknown_payment_plan', id));
    const ended = whyPlanEnded(plan);
    if (ended !== undefined) return refuse(ended);
    if (plan.decision !== null) return refuse(flowRefusal('record_decided', id));
    if (plan.proposedBy !== scope.userId) return refuse(flowRefusal('proposed_by_another', id));
    const isWithdrawn = await office.withdrawPlan(plan, now);
    return isWithdrawn ? allow(null) : refuse(flowRefusal('record_decided', id));
  });
}

/** Moves what an approved plan says from the special account to the expenditure account, once (NAT-144.39-b). */
export async function fundPlan(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<{ readonly event: bigint }>> {
  return decideWithin(payoutStore, scope, async (office) => {
    const found = await office.findPlan(id);
    if (found === undefined) return refuse(flowRefusal('unknown_payment_plan', id));
    await office.lock(found);
    // Looked up again: someone else may have funded it while this waited for the lock.
    const plan = (await office.findPlan(id)) ?? found;
    const ended = whyPlanEnded(plan);
    if (ended !== undefined) return refuse(ended);
    if (plan.decision !== 'approved') return refuse(flowRefusal('record_not_approved', id));
    if (plan.event !== null) return refuse(flowRefusal('plan_funded', id));
    const funding = fundingOf(plan.lines);
    const deposits = await office.listDeposits(plan);
    const held = {
      pooled: balanceOf(deposits, '1003', 'pooled'),
      account: balanceOf(deposits, '1003', 'account'),
    };
    const [short, ...others] = checkHeld(funding, held, 'special');
    if (short !== undefined) return refuse(short, ...others);
    const posted = await postAll(office, plan, [
      {
        key: `payment_plan ${id}`,
        template: 'expenditure_account_funded',
        pool: plan.pool,
        insuranceType: plan.insuranceType,
        amounts: eventAmounts(['pooled', 'account'], plan.insuranceType, { ...funding }),
        effectiveOn: chinaDateOf(now),
        now,
        actor: scope.userId,
      },
    ]);
    if (!posted.allowed) return posted;
    const [event = 0n] = posted.value;
    await office.recordFunding(id, event, scope.userId, now);
    return allow({ event });
  });
}

/** The plans of these books that were not withdrawn and have not lapsed, the newest first. */
function plansOf(plans: readonly PaymentPlan[], { pool, insuranceType }: BooksOf): readonly PaymentPlan[] {
  return plans.filter(
    (plan) => plan.pool === pool && plan.insuranceType === insuranceType && plan.ended === null,
  );
}

/** What covers all that is open: approved plans that wait for money, else the last one that has it, and runs. */
async function findUnderWay(
  office: PayoutOffice,
  books: BooksOf,
  plans: readonly PaymentPlan[],
  lines: readonly PlanLine[],
): Promise<readonly NamedRecord[]> {
  const approved = plans.filter(({ decision }) => decision === 'approved');
  const unfunded = approved.filter(({ event }) => event === null);
  const covering = unfunded.length > 0 ? unfunded : approved.slice(0, 1);
  const carries = lines.some(({ carried }) => carried > 0n);
  return [
    ...(carries ? covering : []).map(({ id, month }) => ({ kind: 'plan' as const, id, of: month })),
    ...runsOf(await office.listPending(books)),
  ];
}

async function reckonLines(
  office: PayoutOffice,
  { expected, ...books }: WantedPlan,
  plans: readonly PaymentPlan[],
): Promise<readonly PlanLine[]> {
  const approved = plans.filter(({ decision }) => decision === 'approved');
  const planned = new Map<ExpenditureLine, bigint>();
  for (const { line, amount } of approved.flatMap(({ lines }) => lines)) {
    planned.set(line, (planned.get(line) ?? 0n) + amount);
  }
  const [since] = approved.map(({ month }) => month).toSorted();
  return draftPlanLines({
    payables: netPayables(await office.listPayables(books)),
    expected,
    planned,
    paidOut: since === undefined ? [] : await office.listPaidOut(books, since),
  });
}

type Budget = ReadonlyMap<ExpenditureLine, Decision<Fen>>;

/**
 * What the budget leaves on each line of the plan's year. Asked before the transaction, since it takes connections of
 * its own: who waits for a lock must not hold what the holder needs.
 */
async function askBudget(
  { budgetGate }: Pick<Needs, 'budgetGate'>,
  scope: Scope,
  { pool, insuranceType, month }: BooksOf & { readonly month: Month },
): Promise<Budget> {
  const year = Number(month.slice(0, 4));
  const budget = new Map<ExpenditureLine, Decision<Fen>>();
  for (const { line } of PLAN_LINES) {
    budget.set(line, await budgetGate.remainingFen(scope, { pool, insuranceType, year, line }));
  }
  return budget;
}

/** Why the budget of the plan's year does not bear it: one refusal where none is adopted, else one a line. */
async function checkBudget(
  budget: Budget,
  office: PayoutOffice,
  plan: BooksOf & { readonly lines: readonly PlanLine[] },
): Promise<readonly Refusal[]> {
  const advances = advancesOf(await office.listPayables(plan));
  const refusals: Refusal[] = [];
  for (const line of plan.lines.filter(({ amount }) => amount > 0n)) {
    const remaining = present(budget.get(line.line), 'an answer for each line');
    if (!remaining.allowed) return remaining.refusals;
    const refusal = checkAgainstBudget(line, advances, remaining.value);
    if (refusal !== undefined) refusals.push(refusal);
  }
  return refusals;
}

/** The plans in scope with what each takes out of the special account, the newest first. */
export async function listPlans(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
): Promise<readonly (PaymentPlan & { readonly total: bigint })[]> {
  const plans = await payoutStore.within(scope, (office) => office.listPlans());
  return plans.map((plan) => ({ ...plan, total: totalOf(fundingOf(plan.lines)) }));
}
