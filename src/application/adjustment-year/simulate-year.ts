import type { ExplainedOutput } from '#application/adjustment/output';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { YearServices } from '#application/adjustment-year/services';
import { yearInput } from '#application/adjustment-year/year-input';
import { packToShow } from '#application/adjustment-year/year-pack';
import { yearWithPools } from '#application/adjustment-year/year-pools';
import { planAdjustment } from '#domain/adjustment/plan';
import { standing } from '#domain/adjustment-year/figure';
import type { Scope } from '#domain/identity/account';
import type { Decision } from '#kernel/decision';

/**
 * What the present figures of a year come to, by the same code, with assumptions and drafts told as such. Nothing is
 * stored and nothing follows; it is all that a pack which is a draft can do.
 */
export async function simulateYear(
  services: YearServices,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<ExplainedOutput>> {
  const known = await yearWithPools(services, scope, id);
  if (!known.allowed) return known;
  const { year, pools } = known.value;
  const pack = await packToShow(services, year.packId, now);
  if (!pack.allowed) return pack;
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const figures = await services.adjustmentYearStore.within(scope, (office) => office.listFigures(id));
  const input = yearInput(plan.value, { ...year, pools: pools.map((pool) => pool.id) }, standing(figures));
  return input.allowed ? proposeAdjustment(pack.value, input.value) : input;
}
