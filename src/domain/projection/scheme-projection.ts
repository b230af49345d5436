import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { carryYears } from '#domain/adjustment/projection/project-years';
import type { Growth } from '#domain/adjustment/projection/growth';
import { factsOfNextYear } from '#domain/adjustment/projection/next-year';
import type { AdjustmentResult } from '#domain/adjustment/result';
import {
  contributingOf,
  costOf,
  firstCohorts,
  nextCohorts,
  personsOf,
  type Band,
  type Cohorts,
} from '#domain/projection/cohorts';
import { PPM, type Driver, type DriverName } from '#domain/projection/driver';
import { present } from '#kernel/assert';
import { allow, allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { rate, type Rate } from '#kernel/rate';
import { quotient, rational } from '#kernel/rational';
import type { Trace } from '#rules/explain/trace';

/** One pool's persons in the first year, in the bands' order, and drivers of its own where it has them. */
export interface PoolPopulation {
  readonly id: string;
  readonly persons: readonly bigint[];
  readonly drivers: Readonly<Partial<Record<DriverName, Driver>>>;
}

/** Policy values replaced from the first day of a year on. */
export interface RuleChange {
  readonly from: number;
  readonly values: Readonly<Record<string, string>>;
  readonly basis: string;
}

/** All that the years ahead of one insurance type follow from. */
export interface SchemeProjection {
  readonly facts: AdjustmentFacts;
  readonly bands: readonly Band[];
  readonly drivers: Readonly<Record<DriverName, Driver>>;
  /** In the facts' order of pools. */
  readonly pools: readonly PoolPopulation[];
  readonly rules: readonly RuleChange[];
}

/** The rate of a driver on the way into a year, of a pool. */
export type RateOf = (year: number, driver: DriverName, pool: PoolPopulation) => bigint;

/** One year as it was reckoned, and the pools' cohorts of that year, in the order of the pools. */
export interface ProjectedYear {
  readonly result: AdjustmentResult;
  readonly cohorts: readonly Cohorts[];
}

/** Every driver at its central rate. */
export function centralRates({ drivers }: SchemeProjection): RateOf {
  return (_, driver, pool) => (pool.drivers[driver] ?? drivers[driver]).ratePpm;
}

/**
 * Carries the first year on by cohorts, each year by the same pipeline as the real one (SD-5.1, AH-1.4-d). What a pool
 * takes in follows its contributors and the premium per head; what it spends follows its persons by age, what one
 * of each costs, and medical inflation; the adjustment fund is the pipeline's.
 * @returns refused where a year is, and where nobody of a pool is left to contribute or to cost anything
 */
export function projectScheme(
  plan: AdjustmentPlan,
  scheme: SchemeProjection,
  years: number,
  rateOf: RateOf = centralRates(scheme),
  traceOf?: () => Trace,
): Decision<readonly ProjectedYear[]> {
  const cohorts = [scheme.pools.map(({ persons }) => firstCohorts(scheme.bands, persons))];
  const next = (result: AdjustmentResult): Decision<AdjustmentFacts> => {
    const past = present(cohorts.at(-1), 'the cohorts of the year');
    const year = result.facts.year + 1;
    const following = scheme.pools.map((pool, index) =>
      nextCohorts(scheme.bands, present(past[index], 'the cohorts of a pool'), {
        costPpm: rateOf(year, 'cost', pool),
        entriesPpm: rateOf(year, 'entries', pool),
      }),
    );
    cohorts.push(following);
    const growth = scheme.pools.map((pool, index) => {
      const [before, after] = [present(past[index], pool.id), present(following[index], pool.id)];
      return growthBetween(pool.id, scheme.bands, before, after, rateOf(year, 'premium', pool));
    });
    return allowUnless(growth.flatMap(refusalsOf), () => {
      const byPool = new Map(growth.flatMap((own) => (own.allowed ? [own.value] : [])));
      return withRules(factsOfNextYear(result, { common: STILL, byPool }), scheme);
    });
  };
  const results = carryYears(plan, withRules(scheme.facts, scheme), years, next, traceOf);
  if (!results.allowed) return results;
  return allow(
    results.value.map((result, index) => ({
      result,
      cohorts: present(cohorts[index], 'the cohorts of the year'),
    })),
  );
}

/** The facts with the rules changed that have changed by their year; a later change of a value wins. */
function withRules(facts: AdjustmentFacts, { facts: first, rules }: SchemeProjection): AdjustmentFacts {
  const changed = rules.filter(({ from }) => from <= facts.year).toSorted((a, b) => a.from - b.from);
  if (changed.length === 0) return facts;
  const replaced = changed.reduce((before, { values }) => ({ ...before, ...values }), first.replaced);
  return { ...facts, replaced };
}

const ZERO_RATE: Rate = rate(rational(0n));
/** Every pool has growth of its own here; the common one reaches none. */
const STILL: Growth = {
  collections: ZERO_RATE,
  revenue: ZERO_RATE,
  expenditure: ZERO_RATE,
  insured: ZERO_RATE,
};

type PoolGrowth = readonly [string, Growth];

function growthBetween(
  pool: string,
  bands: readonly Band[],
  before: Cohorts,
  after: Cohorts,
  premiumPpm: bigint,
): Decision<PoolGrowth> {
  const paying = contributingOf(bands, before);
  const cost = costOf(before);
  if (paying === 0n || cost === 0n) return { allowed: false, refusals: [nobodyLeft(pool, paying === 0n)] };
  const premium = change(contributingOf(bands, after) * (PPM + premiumPpm), paying * PPM);
  const growth: Growth = {
    collections: premium,
    revenue: premium,
    expenditure: change(costOf(after), cost),
    insured: change(personsOf(after), personsOf(before)),
  };
  return allow([pool, growth]);
}

function change(after: bigint, before: bigint): Rate {
  return { ...quotient(after - before, before), unit: 'rate' };
}

function refusalsOf(decision: Decision<unknown>): readonly Refusal[] {
  return decision.allowed ? [] : decision.refusals;
}

function nobodyLeft(pool: string, contributes: boolean): Refusal {
  return {
    code: contributes ? 'nobody_contributes' : 'nobody_costs',
    at: pool,
    what: contributes
      ? { zh: `统筹区 ${pool} 已无缴费人员`, en: `nobody of pool ${pool} contributes any more` }
      : { zh: `统筹区 ${pool} 已无产生费用的人员`, en: `nobody of pool ${pool} costs anything` },
    next: {
      zh: '请检查各年龄段人数、缴费比例、费用权重和减少率',
      en: 'check persons, contributing shares, cost weights and exits of the bands',
    },
  };
}
