import type { DrawnStatement } from '#application/statement/statement-content';
import type { StatementPlan } from '#domain/statement/plan-forms';
import type { InsuranceType } from '#kernel/insurance-type';
import type { FreshDatabase } from '#tests/support/fresh-database';
import { keepYears, sealAll } from '#tests/support/fund-year-books';
import { adoptBudgets } from '#tests/support/fund-year-budget';
import { makeFundYearPlace, type FundYearPlace, type ShippedPack } from '#tests/support/fund-year-place';
import { typeYear, type TypeYear } from '#tests/support/fund-year-scenario';
import { settleYear, type Settled } from '#tests/support/fund-year-settlement';
import { drawAll, planForms, type DrawnAll } from '#tests/support/fund-year-statements';

/** The month in which the year's adjustment is paid. */
const SETTLED_IN = '2027-02';

/** One insurance type of a place: what was made up, what was settled, and what the statements show. */
export interface TypeBench {
  readonly year: TypeYear;
  /** Null where the place has no adjustment for the type. */
  readonly settled: Settled | null;
  /** Of the fund year, as its books were closed. */
  readonly ofYear: DrawnAll;
  /** Of the month in which the adjustment was paid. */
  readonly ofSettlement: DrawnAll;
}

export interface FundYearBench {
  readonly place: FundYearPlace;
  readonly plan: StatementPlan;
  readonly employees: TypeBench;
  readonly residents: TypeBench;
  /** Of the residents, by pool. */
  readonly budgets: ReadonlyMap<string, string>;
}

/** A whole fund year of sixteen pools and both insurance types under one shipped pack. */
export async function makeFundYear(fresh: FreshDatabase, shipped: ShippedPack): Promise<FundYearBench> {
  const place = await makeFundYearPlace(fresh, shipped);
  const yearOf = (type: InsuranceType): TypeYear =>
    typeYear(shipped, type, {
      marksLegacy: shipped === 'sichuan',
      hasFund: type === 'employee' || shipped !== 'shandong',
    });
  const [employees, residents] = [yearOf('employee'), yearOf('resident')];
  const budgets = await adoptBudgets(place, residents);
  await keepYears(place, [employees, residents]);
  const settled: (Settled | null)[] = [];
  for (const year of [employees, residents])
    settled.push(year.fund === null ? null : await settleYear(place, year));
  await sealAll(place);
  const plan = await planForms(place);
  const benchOf = async (year: TypeYear, own: Settled | null): Promise<TypeBench> => ({
    year,
    settled: own,
    ofYear: await drawAll(place, plan, year, '2026'),
    ofSettlement: await drawAll(place, plan, year, SETTLED_IN),
  });
  return {
    place,
    plan,
    budgets,
    employees: await benchOf(employees, settled[0] ?? null),
    residents: await benchOf(residents, settled[1] ?? null),
  };
}

/** Every statement of a period. */
export function statementsOf({ pools, fund, group }: DrawnAll): readonly DrawnStatement[] {
  return [...pools.values(), ...(fund === null ? [] : [fund]), group];
}
