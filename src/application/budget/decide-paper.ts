import { withChanges, findCurrent, type AmendmentContent } from '#application/budget/find-current';
import { rulesOf } from '#application/budget/open-round';
import {
  anotherPerson,
  MADE_BY_YOU,
  notRoundPlace,
  reasonMissing,
  unknownBudget,
  unknownPaper,
  unknownRound,
  wrongState,
} from '#application/budget/refusals';
import { actsFor } from '#application/budget/review-version';
import { settled, type BudgetServices } from '#application/budget/services';
import type { Budget, BudgetOffice, BudgetPaper } from '#application/ports/budget-store';
import { deficitRefusals, findDeficits } from '#domain/budget/deficits';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Approves or refuses an adjustment plan, a final account or an evaluation that another person made. */
export async function decidePaper(
  services: BudgetServices,
  scope: Scope,
  paperId: string,
  decided: { readonly decision: 'approved' | 'refused'; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return settled(
    await services.budgetStore.within(scope, async (office): Promise<Decision<null>> => {
      const paper = await office.findPaper(paperId);
      if (paper === undefined) return refuse(unknownPaper(paperId));
      const budget = await office.findBudget(paper.budgetId);
      if (budget === undefined) return refuse(unknownBudget(paper.budgetId));
      if (!actsFor(scope, budget.roundPlace)) return refuse(notRoundPlace(budget.roundPlace));
      if (paper.decided !== null) {
        return refuse(wrongState(paperId, { zh: '已经批复', en: 'it is decided already' }));
      }
      if (paper.made.by === scope.userId) return refuse(anotherPerson(MADE_BY_YOU));
      if (decided.decision === 'refused' && decided.reason.trim() === '') return refuse(reasonMissing());
      if (paper.kind === 'amendment' && decided.decision === 'approved') {
        const checked = await checkDeficits(services, office, budget, paper);
        if (!checked.allowed) return checked;
      }
      await office.decidePaper(budget, paper, decided, { by: scope.userId, at: now });
      return allow(null);
    }),
  );
}

/** The plan is judged again by the rules of the round, whatever was looked at when it was made. */
async function checkDeficits(
  services: BudgetServices,
  office: BudgetOffice,
  budget: Budget,
  { content, document }: BudgetPaper,
): Promise<Decision<null>> {
  const round = await office.findRound(budget.roundId);
  if (round === undefined) return refuse(unknownRound(budget.roundId));
  const { table } = present(await findCurrent(office, budget), 'an adopted budget');
  const after = withChanges(table, JSON.parse(content) as AmendmentContent);
  const deficits = findDeficits(after, await rulesOf(office, services.hash, round));
  const [first, ...others] = deficitRefusals(deficits, document !== null);
  return first === undefined ? allow(null) : refuse(first, ...others);
}
