import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import type { YearServices } from '#application/adjustment-year/services';
import { neededFigures } from '#application/adjustment-year/year-input';
import { optionalFields } from '#domain/adjustment/check-facts';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import type { YearFigure } from '#domain/adjustment-year/figure';
import { ledgerFigures } from '#domain/adjustment-year/ledger-figures';
import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import { matterFigures } from '#domain/adjustment-year/matter-figures';
import { supervisionFigures } from '#domain/adjustment-year/supervision-figures';
import type { Scope } from '#domain/identity/account';

export interface Gathered {
  readonly reading: LedgerReading;
  readonly figures: readonly YearFigure[];
}

/** All that the program itself holds of a year: from the ledger, matters that were decided, supervision and the budget. */
export async function gatheredFigures(
  office: YearOffice,
  { fund, insuranceType, year }: AdjustmentYear,
  pools: readonly string[],
  plan: AdjustmentPlan,
  budget: readonly YearFigure[],
): Promise<Gathered> {
  const reading = await office.readLedger(pools, { pool: fund, insuranceType, year });
  const moved = await office.listMoved(fund, insuranceType);
  const takesBonds = optionalFields(plan).includes('bondsRealised');
  const matters = await office.listMatters({ pools, insuranceType });
  const cases = await office.listSupervised({ pools, insuranceType, year });
  const needed = neededFigures(plan, { year, insuranceType, pools }).map(({ field }) => field);
  return {
    reading,
    figures: [
      ...ledgerFigures({ fund, pools, year, takesBonds }, reading, moved),
      ...matterFigures(pools, year, matters),
      ...supervisionFigures(pools, cases, [...needed, ...optionalFields(plan)]),
      ...budget,
    ],
  };
}

/** Whether each pool kept to its budget, where the program holds one; asked for outside of any transaction. */
export async function budgetFigures(
  services: Pick<YearServices, 'budgetExecution'>,
  scope: Scope,
  { insuranceType, year }: AdjustmentYear,
  pools: readonly string[],
): Promise<readonly YearFigure[]> {
  const found: YearFigure[] = [];
  for (const pool of pools)
    found.push(...(await budgetFigure(services, scope, { pool, insuranceType, year })));
  return found;
}

async function budgetFigure(
  { budgetExecution }: Pick<YearServices, 'budgetExecution'>,
  scope: Scope,
  of: { readonly pool: string; readonly insuranceType: 'employee' | 'resident'; readonly year: number },
): Promise<readonly YearFigure[]> {
  const found = await budgetExecution.findBudgetMet(scope, of);
  if (found === undefined) return [];
  const source = { kind: 'budget', basis: found.basis } as const;
  return [{ subject: of.pool, field: 'budgetMet', value: String(found.isMet), source }];
}
