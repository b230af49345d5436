import { gatheredFigures, readBudgets } from '#application/adjustment-year/gathered-figures';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { packToShow } from '#application/adjustment-year/year-pack';
import { yearWithPools } from '#application/adjustment-year/year-pools';
import * as refusals from '#application/adjustment-year/refusals';
import { decideWithin } from '#application/transaction/decide-within';
import { planAdjustment } from '#domain/adjustment/plan';
import { findFigure, standing, type YearFigure } from '#domain/adjustment-year/figure';
import { wrongPhase } from '#domain/adjustment-year/refusals';
import { unpaidBenefits, type UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import type { YearState } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';

/**
 * Gathers the figures that the program holds: collections, revenue, expenditure and balances from the ledger as of its
 * last sealed block, decided applications and handovers, and the budget's execution. Records only figures that differ
 * from the current ones. Returns settled but unpaid benefits with them.
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
  const budget = await readBudgets(services, scope, known.value.year, pools, plan.value);
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    if (!isGathering(state)) return refuse(wrongPhase('frozen', state.phase));
    const { reading, figures } = await gatheredFigures(office, year, pools, plan.value, budget.figures);
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

/** Whether figures may still be added: until a proposal is made from them. */
export function isGathering({ phase }: YearState): boolean {
  return phase === 'gathering' || phase === 'frozen';
}

/** Whether value and kind of source are unchanged; a newer ledger block alone does not count as a change. */
function isSame(before: YearFigure | undefined, now: YearFigure): boolean {
  return before?.value === now.value && before.source.kind === now.source.kind;
}
