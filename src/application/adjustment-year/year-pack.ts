import { chinaDateOf } from '#application/time/china-time';
import { findPackInForce } from '#application/pack-life/find-pack-in-force';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { openStoredPack } from '#application/packs/stored-pack';
import { noPackInForce } from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { refuse, type Decision } from '#kernel/decision';
import { draftInProduction } from '#rules/pack/draft-in-production';
import { findClause, packStatus, type Pack } from '#rules/pack/pack';

type Needs = Pick<YearServices, 'packLifeStore' | 'source' | 'hash'>;

/**
 * Gets the pack version that executes a year: the one in force on the day of the freeze, which holds the dated values
 * of every year. A consultation draft is never executed.
 */
export async function packToExecute(services: Needs, packId: string, now: string): Promise<Decision<Pack>> {
  const { packLifeStore, hash } = services;
  const inForce = await findPackInForce(packLifeStore, packId, chinaDateOf(now), now);
  if (inForce !== undefined) {
    const pack = await openStoredPack(packLifeStore, hash, inForce);
    return pack.allowed && packStatus(pack.value) === 'draft' ? refuse(draftInProduction(pack.value)) : pack;
  }
  const present = await loadPackWithParents(services, packId);
  if (present.allowed && packStatus(present.value) === 'draft')
    return refuse(draftInProduction(present.value));
  return present.allowed ? refuse(noPackInForce(packId)) : present;
}

/** Gets the pack version to show before execution: the one in force, otherwise the present files, even a draft. */
export async function packToShow(services: Needs, packId: string, now: string): Promise<Decision<Pack>> {
  const toExecute = await packToExecute(services, packId, now);
  return toExecute.allowed ? toExecute : loadPackWithParents(services, packId);
}

/** Names the plan's clause on when a year is settled, where its process cites one (AH-2, JX-2.4-b). */
export function stageClause({ pack, cite }: AdjustmentPlan): { readonly clause?: string } {
  const clause = cite.find((id) => findClause(pack, id)?.kind === 'process') ?? cite[0];
  return clause === undefined ? {} : { clause };
}
