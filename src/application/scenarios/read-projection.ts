import { amountFault } from '#application/adjustment/amount-text';
import type { AdjustmentRequest } from '#application/adjustment/request';
import type { PoolGrowthRequest, ProjectionRequest } from '#application/scenarios/projection-request';
import {
  GROWING,
  type Growing,
  type Growth,
  type GrowthAssumptions,
} from '#domain/adjustment/projection/growth';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { parseRate, type Rate } from '#kernel/rate';
import { compareRationals, rational, type Rational } from '#kernel/rational';
import { parseQuantity } from '#rules/value/quantity';

/** A projection's assumptions, exact. */
export interface Assumptions {
  readonly years: number;
  readonly growth: GrowthAssumptions;
  readonly floor: Rational | undefined;
}

/** Nothing falls by more than all of it, and nothing that doubles every year is meant. */
const LEAST = rational(-1n);
const MOST = rational(1n);

/** Turns the texts of a projection into exact rates and months, or names every text that says nothing usable. */
export function readProjection(
  { years, growth, pools = [], floorMonths }: ProjectionRequest,
  { pools: known }: Pick<AdjustmentRequest, 'pools'>,
): Decision<Assumptions> {
  const refusals: Refusal[] = [];
  const common = readGrowth(growth, 'growth', refusals) as Growth;
  const byPool = pools.map(({ id, ...own }, index) => {
    if (!known.some((pool) => pool.id === id)) refusals.push(unknownPool(`pools[${index}].id`, id));
    if (pools.findIndex((pool) => pool.id === id) < index) refusals.push(duplicatePool(index, id));
    return [id, readGrowth(own, `pools[${index}]`, refusals)] as const;
  });
  const floor = readFloor(floorMonths, refusals);
  return allowUnless(refusals, () => ({ years, growth: { common, byPool: new Map(byPool) }, floor }));
}

/** The rates that are given; a common growth gives all, which its shape sees to. */
function readGrowth(
  given: Omit<PoolGrowthRequest, 'id'>,
  at: string,
  refusals: Refusal[],
): Readonly<Partial<Record<Growing, Rate>>> {
  const rates: Partial<Record<Growing, Rate>> = {};
  for (const name of GROWING) {
    const text = given[name];
    if (text === undefined) continue;
    const rate = parseRate(text);
    if (typeof rate === 'string') refusals.push(amountFault(`${at}.${name}`, text, rate));
    else if (isOutside(rate)) refusals.push(badGrowth(`${at}.${name}`, text));
    else rates[name] = rate;
  }
  return rates;
}

function isOutside(rate: Rate): boolean {
  return compareRationals(rate, LEAST) < 0 || compareRationals(rate, MOST) > 0;
}

function readFloor(text: string | undefined, refusals: Refusal[]): Rational | undefined {
  if (text === undefined) return undefined;
  const months = parseQuantity('month', text);
  if (typeof months === 'object' && 'count' in months) return months.count;
  refusals.push(amountFault('floorMonths', text, typeof months === 'string' ? months : 'not_decimal'));
  return undefined;
}

function badGrowth(at: string, text: string): Refusal {
  return {
    code: 'bad_growth',
    at,
    what: {
      zh: `年增长率 ${text} 不在 -100% 至 100% 之间`,
      en: `the yearly growth ${text} is not from -100% to 100%`,
    },
    next: {
      zh: '请给出该范围内的百分数，如 5% 或 -2%',
      en: 'give a percentage of that range, such as 5% or -2%',
    },
  };
}

function unknownPool(at: string, id: string): Refusal {
  return {
    code: 'unknown_pool',
    at,
    what: { zh: `首年的数据中没有统筹区 ${id}`, en: `${id} is not among the pools of the first year` },
    next: { zh: '请改正编号', en: 'correct the id' },
  };
}

function duplicatePool(index: number, id: string): Refusal {
  return {
    code: 'duplicate_pool',
    at: `pools[${index}].id`,
    what: { zh: `统筹区 ${id} 重复`, en: `the pool ${id} is given twice` },
    next: { zh: '每个统筹区只保留一行', en: 'keep one entry per pool' },
  };
}
