import { whyNotDecide } from '#application/payout/why-not-decide';
import { runsOf } from '#application/payout/payment-runs';
import { listPaidOut, plannedOf, plansOf } from '#application/payout/planned-lines';
import type { PayoutServices } from '#application/payout/services';
import { whyPlanEnded } from '#application/payout/why-ended';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { PaymentPlan, PayoutOffice } from '#application/ports/payout-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { checkAgainstBudget, fundingOf } from '#domain/payout/check-plan';
import { netPayables } from '#domain/payout/net-payables';
import {
  advancesOf,
  draftPlanLines,
  PLAN_LINES,
  type ExpenditureLine,
  type PlanLine,
} from '#domain/payout/plan-lines';
import { fundedLines, openFunding, type FundedLine } from '#domain/payout/plan-funding';
import { totalOf, type FundAmounts } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { withUnderWay, type NamedRecord } from '#domain/payout/under-way';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Fen } from '#kernel/fen';
import { firstDayOf, type Month } from '#kernel/month';

export interface WantedPlan extends BooksOf {
  readonly month: Month;
  /** Further payments expected to fall due, by line. */
  readonly expected: ReadonlyMap<ExpenditureLine, Fen>;
  readonly note: string;
}

type Needs = Pick<PayoutServices, 'payoutStore' | 'placeStore' | 'budgetGate'>;

/**
 * Drafts a payment plan from open and expected payments, less what earlier plans still cover. Refuses a plan that the
 * adopted budget does not bear (SC-2.1-d); benefits are settled whatever the budget, and stay owed. A plan belongs to a
 * year: it is drafted, decided and funded until that year's December is closed.
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
    const waiting = plans.find(({ decision, ended }) => decision === null && ended === null);
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

/** Approves or rejects a plan drafted by another person; the budget is checked again. */
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

/** Withdraws the caller's own undecided plan. */
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

/**
 * Finds what already covers all open amounts: approved plans waiting for money, otherwise the last funded plan, and
 * runs.
 */
async function findUnderWay(
  office: PayoutOffice,
  books: BooksOf,
  plans: readonly PaymentPlan[],
  lines: readonly PlanLine[],
): Promise<readonly NamedRecord[]> {
  const approved = plans.filter(({ decision, ended }) => decision === 'approved' && ended === null);
  const unfunded = approved.filter(({ lines: own, fundings }) => totalOf(openFunding(own, fundings)) > 0n);
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
  return draftPlanLines({
    payables: netPayables(await office.listPayables(books)),
    expected,
    planned: plannedOf(approved),
    paidOut: await listPaidOut(office, books, approved),
  });
}

type Budget = ReadonlyMap<ExpenditureLine, Decision<Fen>>;

/**
 * Asks what the budget leaves on each line of the plan's year. Called before the transaction, because it takes
 * connections of its own: a session that waits for a lock must not hold what the lock's holder needs.
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

/** Refuses a plan that the year's budget does not bear: once where no budget is adopted, otherwise once a line. */
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

/** A plan with the funded amount of each line, its total, and the open part. */
export interface ShownPlan extends Omit<PaymentPlan, 'lines'> {
  readonly lines: readonly FundedLine[];
  readonly total: bigint;
  readonly open: FundAmounts;
}

/** Lists the plans in scope, newest first. */
export async function listPlans(
  { payoutStore }: Pick<Needs, 'payoutStore'>,
  scope: Scope,
): Promise<readonly ShownPlan[]> {
  const plans = await payoutStore.within(scope, (office) => office.listPlans());
  return plans.map(({ lines, ...plan }) => ({
    ...plan,
    lines: fundedLines(lines, plan.fundings),
    total: totalOf(fundingOf(lines)),
    open: openFunding(lines, plan.fundings),
  }));
}
