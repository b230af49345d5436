import { withChanges, findCurrent, type AmendmentContent } from '#application/budget/find-current';
import { rulesOf } from '#application/budget/open-round';
import {
  anotherPerson,
  MADE_BY_YOU,
  notRoundPlace,
  unknownBudget,
  unknownPaper,
  unknownRound,
  whyYearOver,
  wrongState,
} from '#application/budget/refusals';
import { actsFor } from '#application/budget/review-version';
import type { BudgetServices } from '#application/budget/services';
import type { Budget, BudgetOffice, BudgetPaper } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import { deficitRefusals, findDeficits } from '#domain/budget/deficits';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { whyNotSilent } from '#kernel/reason-missing';

/** Approves or refuses an adjustment plan, a final account or an evaluation made by another person. */
export async function decidePaper(
  services: BudgetServices,
  scope: Scope,
  paperId: string,
  decided: { readonly decision: 'approved' | 'refused'; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<null>> => {
    const paper = await office.findPaper(paperId);
    if (paper === undefined) return refuse(unknownPaper(paperId));
    const budget = await office.findBudget(paper.budgetId);
    if (budget === undefined) return refuse(unknownBudget(paper.budgetId));
    if (!actsFor(scope, budget.roundPlace)) return refuse(notRoundPlace(budget.roundPlace));
    if (paper.decided !== null) {
      return refuse(wrongState(paperId, { zh: '已有决定', en: 'a decision has already been recorded' }));
    }
    if (paper.made.by === scope.userId) return refuse(anotherPerson(MADE_BY_YOU));
    const silent = whyNotSilent(decided.decision === 'refused', decided.reason);
    if (silent !== undefined) return refuse(silent);
    if (paper.kind === 'amendment' && decided.decision === 'approved') {
      const checked = await checkAmendment(services, office, budget, paper, now);
      if (!checked.allowed) return checked;
    }
    await office.decidePaper(budget, paper, decided, { by: scope.userId, at: now });
    return allow(null);
  });
}

/** Checks a plan again by the rules of the round, whatever was checked when it was made. */
async function checkAmendment(
  services: BudgetServices,
  office: BudgetOffice,
  budget: Budget,
  { content, document }: BudgetPaper,
  now: string,
): Promise<Decision<null>> {
  const round = await office.findRound(budget.roundId);
  if (round === undefined) return refuse(unknownRound(budget.roundId));
  const rules = await rulesOf(office, services.hash, round);
  const over = whyYearOver(budget, rules, now);
  if (over !== undefined) return refuse(over);
  const { table } = present(await findCurrent(office, budget), 'an adopted budget');
  const after = withChanges(table, JSON.parse(content) as AmendmentContent);
  const deficits = findDeficits(after, rules);
  const [first, ...others] = deficitRefusals(deficits, document !== null);
  return first === undefined ? allow(null) : refuse(first, ...others);
}
