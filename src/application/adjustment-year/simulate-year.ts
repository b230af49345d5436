import { assumptionView, type ExplainedOutput } from '#application/adjustment/output';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import { adoptionsOf, adoptPack } from '#application/adjustment-year/adopted-pack';
import type { YearServices } from '#application/adjustment-year/services';
import { yearInput } from '#application/adjustment-year/year-input';
import { packToShow } from '#application/adjustment-year/year-pack';
import { yearWithPools } from '#application/adjustment-year/year-pools';
import { planAdjustment } from '#domain/adjustment/plan';
import { plannedAssumptions } from '#domain/adjustment/value-reader';
import { standing } from '#domain/adjustment-year/figure';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, type Decision } from '#kernel/decision';
import { parseInsuranceYear } from '#kernel/insurance-year';

/**
 * Reckons a year with its present figures and the adopted values, by the code that proposes. Lists every assumed value of the
 * plan, used or not, because a proposal is refused while one remains. Stores nothing. The only step of a year open to a
 * draft pack.
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
  const base = await packToShow(services, year.packId, now);
  if (!base.allowed) return base;
  const { figures, adoptions } = await services.adjustmentYearStore.within(scope, async (office) => ({
    figures: await office.listFigures(id),
    adoptions: await adoptionsOf(office, year),
  }));
  const pack = adoptPack(base.value, adoptions, year, services.hash);
  if (!pack.allowed) return pack;
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const input = yearInput(plan.value, { ...year, pools: pools.map((pool) => pool.id) }, standing(figures));
  if (!input.allowed) return input;
  const output = proposeAdjustment(pack.value, input.value);
  if (!output.allowed) return output;
  const of = {
    year: present(parseInsuranceYear(year.year), 'a year'),
    scheme: year.insuranceType,
    replaced: {},
  };
  return allow({ ...output.value, assumptions: plannedAssumptions(plan.value, of).map(assumptionView) });
}
