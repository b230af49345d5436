import { unknownPlace } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import { openPackRef } from '#application/packs/open-pack-ref';
import { artefactOf } from '#application/packs/pack-artefact';
import type { Scope } from '#domain/identity/account';
import { yearTooEarly } from '#domain/budget/rule-refusals';
import { planBudget, type BudgetRules } from '#domain/budget/rules';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { packFromArtefact, type Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';
import type { BudgetOffice, BudgetRound } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';

interface RoundRequest {
  readonly place: string;
  readonly year: number;
  /** Id of a pack, or the hash of a stored version. */
  readonly pack: string;
}

/** Opens a round of budgets of one year, compiled by a place; the rules are those of the present pack version. */
export async function openRound(
  services: BudgetServices,
  scope: Scope,
  { place, year, pack: ref }: RoundRequest,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  const { budgetStore, packLifeStore, placeStore } = services;
  const pack = await openPackRef(services, packLifeStore, ref);
  if (!pack.allowed) return pack;
  const rules = planBudget(pack.value);
  if (!rules.allowed) return rules;
  if (year < rules.value.firstYear) return refuse(yearTooEarly(year, rules.value.firstYear));
  const places = await placeStore.listPlaces(scope);
  if (!places.some(({ path }) => path === place)) return refuse(unknownPlace(place));
  const { hash, raw } = pack.value;
  await packLifeStore.keepArtefact(artefactOf(pack.value));
  const round = { place, year, packId: raw.id, packHash: hash };
  return decideWithin(budgetStore, scope, async (office) =>
    allow({ id: await office.openRound(round, { by: scope.userId, at: now }) }),
  );
}

/** Gets the pack version of a round. */
export async function packOfRound(
  office: Pick<BudgetOffice, 'findArtefact'>,
  hash: Hash,
  { packHash }: Pick<BudgetRound, 'packHash'>,
): Promise<Pack> {
  return packFromArtefact(present(await office.findArtefact(packHash), 'the pack version of a round'), hash);
}

/** Gets the rules of a round, from its pack version. */
export async function rulesOf(
  office: Pick<BudgetOffice, 'findArtefact'>,
  hash: Hash,
  round: Pick<BudgetRound, 'packHash'>,
): Promise<BudgetRules> {
  const rules = planBudget(await packOfRound(office, hash, round));
  return present(
    rules.allowed ? rules.value : undefined,
    'the rules as they were checked when the round was opened',
  );
}
