import { adjust } from '#domain/adjustment/adjust';
import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import type { GrowthAssumptions } from '#domain/adjustment/projection/growth';
import { factsOfNextYear } from '#domain/adjustment/projection/next-year';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseInsuranceYear, type InsuranceYear } from '#kernel/insurance-year';
import { createTrace, type Trace } from '#rules/explain/trace';

/** Simple growth says less with every year; beyond ten years it says nothing. */
const MOST_YEARS = 10;

/**
 * Reckons one to ten years in a row, each by the pipeline of `adjust` and with the pack's values as they are on that
 * year's first day. The first year is reckoned from the facts as they are, so that one year is the year itself; each
 * later one from the facts that follow from the year before. A year that is refused refuses the whole, and its
 * refusals name it.
 */
export function projectYears(
  plan: AdjustmentPlan,
  first: AdjustmentFacts,
  growth: GrowthAssumptions,
  years: number,
): Decision<readonly AdjustmentResult[]> {
  return carryYears(plan, first, years, (result) => allow(factsOfNextYear(result, growth)));
}

/**
 * Does the same as `projectYears`, with the next year's facts made by the caller.
 * @param next the facts of the year after a reckoned one; what it refuses is named with that next year
 * @param traceOf a trace for each year
 */
export function carryYears(
  plan: AdjustmentPlan,
  first: AdjustmentFacts,
  years: number,
  next: (result: AdjustmentResult) => Decision<AdjustmentFacts>,
  traceOf: () => Trace = createTrace,
): Decision<readonly AdjustmentResult[]> {
  const lastYear: InsuranceYear | undefined = parseInsuranceYear(first.year + years - 1);
  if (!Number.isInteger(years) || years < 1 || years > MOST_YEARS || lastYear === undefined) {
    return refuse(badYears(years));
  }
  const results: AdjustmentResult[] = [];
  let facts = first;
  for (;;) {
    const result = adjust(plan, facts, 'state', traceOf());
    if (!result.allowed) return inYear(result, facts.year);
    results.push(result.value);
    if (results.length === years) return allow(results);
    const following = next(result.value);
    if (!following.allowed) return inYear(following, facts.year + 1);
    facts = following.value;
  }
}

/** Prefixes a refusal's place with its year: `2027 pools[0].collections`. */
function inYear(
  { refusals }: Extract<Decision<never>, { readonly allowed: false }>,
  year: number,
): Decision<never> {
  return {
    allowed: false,
    refusals: refusals.map((refusal) => ({ ...refusal, at: `${year} ${refusal.at}` })),
  };
}

function badYears(years: number): Refusal {
  return {
    code: 'bad_years',
    at: 'years',
    what: { zh: `不能推演 ${years} 年`, en: `${years} years cannot be projected` },
    next: {
      zh: `请给出 1 至 ${MOST_YEARS} 的整数，且末年不超过 9999 年`,
      en: `give a whole number from 1 to ${MOST_YEARS} that ends by the year 9999`,
    },
  };
}
