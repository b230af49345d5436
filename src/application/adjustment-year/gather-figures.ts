import { budgetFigures, gatheredFigures } from '#application/adjustment-year/gathered-figures';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear, withinYears } from '#application/adjustment-year/within-years';
import { packToShow } from '#application/adjustment-year/year-pack';
import { yearWithPools } from '#application/adjustment-year/year-pools';
import * as refusals from '#application/adjustment-year/refusals';
import { planAdjustment } from '#domain/adjustment/plan';
import { findFigure, standing, type YearFigure } from '#domain/adjustment-year/figure';
import { wrongPhase } from '#domain/adjustment-year/refusals';
import { unpaidBenefits, type UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import type { YearState } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';

/**
 * Gathers what the program itself holds of a year: collections, revenue, expenditure and balances from the ledger as
 * of its last sealed block, applications and handovers that were decided, the budget's execution. Only figures that
 * differ from those that stand are recorded. What pools had settled and not paid is told with them.
 */
export async function gatherFigures(
  services: YearServices,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<{ readonly recorded: number; readonly unpaid: readonly UnpaidBenefits[] }>> {
  const known = await yearWithPools(services, scope, id);
  if (!known.allowed) return known;
  const pools = known.value.pools.map((pool) => pool.id);
  const pack = await packToShow(services, known.value.year.packId, now);
  if (!pack.allowed) return pack;
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const budget = await budgetFigures(services, scope, known.value.year, pools);
  return withinYears(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    if (!isGathering(state)) return refuse(wrongPhase('frozen', state.phase));
    const { reading, figures } = await gatheredFigures(office, year, pools, plan.value, budget);
    const faults: readonly Refusal[] = [...pools, year.fund]
      .filter((pool) => !reading.books.some((books) => books.pool === pool))
      .map(refusals.booksMissing);
    if (faults.length > 0) return allowUnless(faults, () => ({ recorded: 0, unpaid: [] }));
    const present = standing(await office.listFigures(id));
    const fresh = figures.filter(
      (figure) => !isSame(findFigure(present, figure.subject, figure.field), figure),
    );
    await office.recordFigures(
      year,
      fresh.map((figure) => ({ ...figure, note: '' })),
      scope.userId,
      now,
    );
    return allow({ recorded: fresh.length, unpaid: unpaidBenefits(reading) });
  });
}

/** Figures may be added until a proposal is made of them. */
export function isGathering({ phase }: YearState): boolean {
  return phase === 'gathering' || phase === 'frozen';
}

/** The same figure from the same kind of source; that the ledger has grown since does not make it another. */
function isSame(before: YearFigure | undefined, now: YearFigure): boolean {
  return before?.value === now.value && before.source.kind === now.source.kind;
}
