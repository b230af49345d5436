import { budgetOf, readTable, readVersion } from '#application/budget/content';
import { openingRefusals, readHeld, type HeldOpenings } from '#application/budget/held-openings';
import { rulesOf } from '#application/budget/open-round';
import {
  anotherPerson,
  MADE_BY_YOU,
  notRoundPlace,
  unknownBudget,
  unknownRound,
  wrongState,
} from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { Budget, BudgetException, BudgetOffice, BudgetVersion } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import { deficitRefusals, findDeficits } from '#domain/budget/deficits';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { reasonMissing, whyNotSilent } from '#kernel/reason-missing';

type Latest = { readonly budget: Budget; readonly version: BudgetVersion };

/** Submits the latest draft for review; its opening balance must be that of final books, or have a reason. */
export async function submitVersion(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  now: string,
): Promise<Decision<null>> {
  const held = await readHeldOf(services, scope, budgetId);
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<null>> => {
    const found = await findLatest(office, budgetId);
    if (!found.allowed) return found;
    const { budget, version } = found.value;
    if (version.submitted !== null) return refuse(notDraft(budgetId));
    const { table, openingReason } = readVersion(version);
    const [first, ...others] = openingRefusals(readTable(budgetOf(budget), table), held, openingReason);
    if (first !== undefined) return refuse(first, ...others);
    await office.submitVersion(budget, version, { by: scope.userId, at: now });
    return allow(null);
  });
}

/** Records why the latest draft may pass in spite of a deficit; another person reviews it. */
export async function recordException(
  { budgetStore }: BudgetServices,
  scope: Scope,
  budgetId: string,
  exception: BudgetException,
  now: string,
): Promise<Decision<null>> {
  return decideWithin(budgetStore, scope, async (office): Promise<Decision<null>> => {
    const found = await findLatest(office, budgetId);
    if (!found.allowed) return found;
    const { budget, version } = found.value;
    if (version.review !== null || version.exception !== null) return refuse(notDraft(budgetId));
    if (!version.needsException) return refuse(noDeficit(budgetId));
    if (exception.reason.trim() === '') return refuse(reasonMissing());
    if (exception.document.trim() === '') return refuse(reasonMissing('document'));
    await office.recordException(budget, version, exception, { by: scope.userId, at: now });
    return allow(null);
  });
}

/**
 * Accepts the submitted draft of a budget or returns it with reasons, at the place that compiles the round, by a person
 * who neither made, submitted nor excused it. A deficit is accepted only as the rules allow, and an opening balance
 * that differs from final books only with a reason: they may have been closed since the draft.
 */
export async function reviewVersion(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  review: { readonly decision: 'accepted' | 'returned'; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  const held = await readHeldOf(services, scope, budgetId);
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<null>> => {
    const found = await findLatest(office, budgetId);
    if (!found.allowed) return found;
    const { budget, version } = found.value;
    const round = await office.findRound(budget.roundId);
    if (round === undefined) return refuse(unknownRound(budget.roundId));
    const refusal = reviewRefusal(scope, budget, version, review);
    if (refusal !== undefined) return refuse(refusal);
    if (review.decision === 'accepted') {
      const rules = await rulesOf(office, services.hash, round);
      const { table: text, openingReason } = readVersion(version);
      const table = readTable(budgetOf(budget), text);
      const [first, ...others] = [
        ...openingRefusals(table, held, openingReason),
        ...deficitRefusals(findDeficits(table, rules), version.exception !== null),
      ];
      if (first !== undefined) return refuse(first, ...others);
    }
    await office.reviewVersion(budget, version, review, { by: scope.userId, at: now });
    return allow(null);
  });
}

/** Reopens an accepted draft, at the compiling place, so that it can be drafted again before the adoption. */
export async function reopenVersion(
  { budgetStore }: BudgetServices,
  scope: Scope,
  budgetId: string,
  reason: string,
  now: string,
): Promise<Decision<null>> {
  return decideWithin(budgetStore, scope, async (office): Promise<Decision<null>> => {
    const found = await findLatest(office, budgetId);
    if (!found.allowed) return found;
    const { budget, version } = found.value;
    if (!actsFor(scope, budget.roundPlace)) return refuse(notRoundPlace(budget.roundPlace));
    if (version.review?.decision !== 'accepted' || version.reopened !== null)
      return refuse(notAccepted(budgetId));
    if (reason.trim() === '') return refuse(reasonMissing());
    await office.reopenVersion(budget, version, reason, { by: scope.userId, at: now });
    return allow(null);
  });
}

/** Whether a scope covers the compiling place, where budgets are reviewed and approved. */
export function actsFor({ parts }: Scope, place: string): boolean {
  return parts.some((part) => coversPlace(part.place, place));
}

async function readHeldOf(services: BudgetServices, scope: Scope, budgetId: string): Promise<HeldOpenings> {
  const budget = await services.budgetStore.within(scope, (office) => office.findBudget(budgetId));
  return budget === undefined ? new Map() : readHeld(services, scope, budget);
}

async function findLatest(office: BudgetOffice, budgetId: string): Promise<Decision<Latest>> {
  const budget = await office.findBudget(budgetId);
  if (budget === undefined) return refuse(unknownBudget(budgetId));
  const version = await office.findLatestVersion(budgetId);
  return version === undefined ? refuse(notDraft(budgetId)) : allow({ budget, version });
}

function reviewRefusal(
  scope: Scope,
  budget: Budget,
  version: BudgetVersion,
  { decision, reason }: { readonly decision: 'accepted' | 'returned'; readonly reason: string },
): Refusal | undefined {
  if (!actsFor(scope, budget.roundPlace)) return notRoundPlace(budget.roundPlace);
  if (version.submitted === null || version.review !== null) return notSubmitted(budget.id);
  const involved = [version.made.by, version.submitted.by, version.exception?.by];
  if (involved.includes(scope.userId)) return anotherPerson(MADE_BY_YOU);
  return whyNotSilent(decision === 'returned', reason);
}

function notDraft(at: string): Refusal {
  return wrongState(at, {
    zh: '最新一稿已报送、已审核或已登记例外',
    en: 'the latest draft is submitted, reviewed or excused already',
  });
}

function notSubmitted(at: string): Refusal {
  return wrongState(at, {
    zh: '最新一稿未报送或已审核',
    en: 'the latest draft is not submitted, or is reviewed',
  });
}

function notAccepted(at: string): Refusal {
  return wrongState(at, { zh: '最新一稿没有被受理', en: 'the latest draft is not accepted' });
}

function noDeficit(at: string): Refusal {
  return wrongState(at, {
    zh: '这一稿没有需要例外的赤字',
    en: 'the draft has no deficit that needs an exception',
  });
}
