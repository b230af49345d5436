import { packOfRound } from '#application/budget/open-round';
import {
  anotherPerson,
  MADE_BY_YOU,
  notRoundPlace,
  unknownRound,
  wrongState,
} from '#application/budget/refusals';
import { actsFor } from '#application/budget/review-version';
import type { BudgetServices } from '#application/budget/services';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import { whyNotSilent } from '#kernel/reason-missing';
import { draftInProduction } from '#rules/pack/draft-in-production';
import { packStatus } from '#rules/pack/pack';

/**
 * Adopts the latest consolidation of a round, which then binds, or returns it; by another person than its maker. Under a
 * consultation draft budgets are a simulation, and nothing is adopted.
 */
export async function decideConsolidation(
  { budgetStore, hash }: BudgetServices,
  scope: Scope,
  roundId: string,
  decided: { readonly decision: 'adopted' | 'returned'; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(budgetStore, scope, async (office): Promise<Decision<null>> => {
    const round = await office.findRound(roundId);
    if (round === undefined) return refuse(unknownRound(roundId));
    if (!actsFor(scope, round.place)) return refuse(notRoundPlace(round.place));
    const latest = (await office.listConsolidations(roundId)).at(-1);
    if (latest === undefined || latest.decided !== null) {
      const what = { zh: '没有待批的汇编', en: 'no consolidation waits for its approval' };
      return refuse(wrongState(roundId, what));
    }
    if (latest.made.by === scope.userId) return refuse(anotherPerson(MADE_BY_YOU));
    const silent = whyNotSilent(decided.decision === 'returned', decided.reason);
    if (silent !== undefined) return refuse(silent);
    const pack = await packOfRound(office, hash, round);
    if (decided.decision === 'adopted' && packStatus(pack) === 'draft')
      return refuse(draftInProduction(pack));
    await office.decideConsolidation(round, latest, decided, { by: scope.userId, at: now });
    return allow(null);
  });
}
