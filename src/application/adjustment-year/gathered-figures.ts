import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import type { NotOwn } from '#domain/budget/kept-to';
import type { YearServices } from '#application/adjustment-year/services';
import { neededFigures } from '#application/adjustment-year/year-input';
import { optionalFields } from '#domain/adjustment/check-facts';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { standing, type YearFigure } from '#domain/adjustment-year/figure';
import { ledgerFigures, settledIn } from '#domain/adjustment-year/ledger-figures';
import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import { matterFigures } from '#domain/adjustment-year/matter-figures';
import {
  heldForFund,
  recoveryFigures,
  type HeldForFund,
  type OffSiteReturn,
} from '#domain/adjustment-year/off-site-recovery';
import { owedToFund } from '#domain/adjustment-year/posted-lines';
import { supervisionFigures } from '#domain/adjustment-year/supervision-figures';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';

export interface Gathered {
  readonly reading: LedgerReading;
  readonly figures: readonly YearFigure[];
}

/**
 * Reckons all figures that the program holds of a year: from the ledger, decided matters, supervision and the budget.
 */
export async function gatheredFigures(
  office: YearOffice,
  { id, fund, insuranceType, year }: AdjustmentYear,
  pools: readonly string[],
  plan: AdjustmentPlan,
  budget: readonly YearFigure[],
): Promise<Gathered> {
  const reading = await office.readLedger(pools, { pool: fund, insuranceType, year });
  const moved = await office.listMoved(fund, insuranceType);
  const takesBonds = optionalFields(plan).includes('bondsRealised');
  const matters = await office.listMatters({ pools, insuranceType });
  const cases = await office.listSupervised({ pools, insuranceType, throughYear: year });
  const returns = await offSiteReturns(office, { insuranceType, year }, pools, plan);
  const held = heldForFund(
    pools,
    returns,
    takesRecoveries(plan) ? standing(await office.listFigures(id)) : [],
  );
  const ownOpen = owedToFund(await office.listPostings(id));
  const needed = neededFigures(plan, { year, insuranceType, pools }).map(({ field }) => field);
  return {
    reading,
    figures: [
      ...ledgerFigures({ fund, pools, year, takesBonds, ownOpen, heldForFund: held }, reading, moved),
      ...matterFigures(pools, year, matters),
      ...supervisionFigures({ pools, year }, cases, [...needed, ...optionalFields(plan)]),
      ...recoveryFigures(returns),
      ...budget,
    ],
  };
}

/** Whether a pipeline takes what was recovered off-site; elsewhere it stays the pool's own. */
function takesRecoveries({ steps }: AdjustmentPlan): boolean {
  return steps.some(({ mechanism }) => mechanism.stage === 'recovery_return');
}

function offSiteReturns(
  office: YearOffice,
  { insuranceType, year }: Pick<AdjustmentYear, 'insuranceType' | 'year'>,
  pools: readonly string[],
  plan: AdjustmentPlan,
): Promise<readonly OffSiteReturn[]> {
  if (!takesRecoveries(plan)) return Promise.resolve([]);
  return office.listOffSite({ pools, insuranceType, year });
}

/** What budgets say of a year's pools. */
export interface BudgetReading {
  readonly figures: readonly YearFigure[];
  /** Pools whose budget has no approved final account of the year (JX-2.4-b). */
  readonly unsettled: readonly string[];
}

/**
 * Reckons whether each pool kept to its budget, where there is one; called outside any transaction. What it holds for the
 * fund, and what its treasury gave for a year that was settled, is neither income nor saving of the year.
 */
export async function readBudgets(
  services: Pick<YearServices, 'budgetExecution' | 'adjustmentYearStore'>,
  scope: Scope,
  of: AdjustmentYear,
  pools: readonly string[],
  plan: AdjustmentPlan,
): Promise<BudgetReading> {
  const { id, fund, insuranceType, year } = of;
  const { held, moved } = await services.adjustmentYearStore.within(scope, async (office) => {
    const returns = await offSiteReturns(office, of, pools, plan);
    const recorded = takesRecoveries(plan) ? standing(await office.listFigures(id)) : [];
    return {
      held: heldForFund(pools, returns, recorded),
      moved: await office.listMoved(fund, insuranceType),
    };
  });
  const figures: YearFigure[] = [];
  const unsettled: string[] = [];
  for (const pool of pools) {
    const settled = settledIn(
      moved.filter((one) => one.pool === pool),
      year,
    );
    const notOwn = notOwnOf(present(held.get(pool), 'what the pool holds for the fund'), settled);
    const found = await services.budgetExecution.findBudgetMet(scope, { pool, insuranceType, year }, notOwn);
    if (found === undefined) continue;
    const source = { kind: 'budget', basis: found.basis } as const;
    figures.push({ subject: pool, field: 'budgetMet', value: String(found.isMet), source });
    if (!found.hasFinalAccount) unsettled.push(pool);
  }
  return { figures, unsettled };
}

function notOwnOf({ income, spending, attested }: HeldForFund, settled: bigint): NotOwn {
  return { income: fen(income + attested + settled), expenditure: fen(-spending) };
}
