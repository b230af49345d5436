import type { Refusal } from '#kernel/decision';
import { fen, formatYuan, ZERO_FEN } from '#kernel/fen';
import { MONTHS_PER_YEAR } from '#kernel/month';
import { formatRate, rate, type Rate } from '#kernel/rate';
import { divide, formatRational, halfUpToInteger, multiply, rational } from '#kernel/rational';
import { timesFraction } from '#kernel/rounding';
import type { YearAssumptions } from '#domain/panel/assumptions';
import { baseFigures, type PoolCourse } from '#domain/panel/base-figures';
import {
  figureKey,
  synthetic,
  words,
  yuanText,
  type CourseFigures,
  type Figure,
  type YearFigures,
} from '#domain/panel/figure';
import { missingFactor } from '#domain/panel/panel-refusals';

/**
 * A pool's figures of every year: the base year's go on by the growth that each later year states, and a
 * change of one year touches that year alone. Amounts are rounded half up to 10,000 yuan, persons half up.
 */
export function poolYears(course: PoolCourse, refusals: Refusal[]): readonly YearFigures[] {
  const years: YearFigures[] = [];
  let going: CourseFigures | undefined;
  for (const year of course.assumptions.years) {
    going = going === undefined ? baseFigures(course, year, refusals) : grown(course, going, year, refusals);
    years.push(yearFigures(course, changed(course, going, year), year, years.at(-1), refusals));
  }
  return years;
}

function grown(
  { scheme }: PoolCourse,
  last: CourseFigures,
  { year, growth }: YearAssumptions,
  refusals: Refusal[],
): CourseFigures {
  const rates = growth[scheme];
  if (rates === undefined) refusals.push(missingFactor(`years.${year}.growth.${scheme}`));
  const basis = (before: string, rate: Rate): string =>
    `上年 ${before}，增长 ${formatRate(rate)}（假设）last year’s, growth ${formatRate(rate)} (assumed)`;
  const amount = (name: 'revenue' | 'expenditure'): Figure => {
    const rate = rates?.[name] ?? NONE;
    return synthetic(timesFraction(fen(last[name].value), plusOne(rate)), basis(yuanText(last[name]), rate));
  };
  const insured = rates?.insured ?? NONE;
  return {
    insured: {
      value: halfUpToInteger(multiply(rational(last.insured.value), plusOne(insured))),
      origin: 'synthetic',
      basis: basis(last.insured.value.toString(), insured),
    },
    revenue: amount('revenue'),
    expenditure: amount('expenditure'),
  };
}

function changed(
  { scheme, city }: PoolCourse,
  going: CourseFigures,
  { events }: YearAssumptions,
): CourseFigures {
  const after = (name: 'revenue' | 'expenditure'): Figure => {
    const change = events[scheme]?.changes.find(({ pool, field }) => pool === city.id && field === name);
    if (change === undefined) return going[name];
    return synthetic(
      timesFraction(fen(going[name].value), plusOne(change.by)),
      `${going[name].basis}；当年变动 ${formatRate(change.by)}（假设）change of the year (assumed)：${words(change.why)}`,
    );
  };
  return { ...going, revenue: after('revenue'), expenditure: after('expenditure') };
}

function yearFigures(
  course: PoolCourse,
  shown: CourseFigures,
  year: YearAssumptions,
  last: YearFigures | undefined,
  refusals: Refusal[],
): YearFigures {
  const collections =
    course.scheme === 'employee'
      ? employeeCollections(course, shown)
      : residentCollections(shown, year, refusals);
  const priorCollections =
    last === undefined
      ? basePriorCollections(course, collections, shown)
      : {
          value: last.collections.value,
          origin: 'synthetic' as const,
          basis: `${year.year - 1} 年征缴收入 collections of ${year.year - 1}`,
        };
  return {
    ...shown,
    collections,
    priorCollections,
    firstOpening: firstOpening(course, shown, last === undefined, refusals),
  };
}

function employeeCollections({ assumptions }: PoolCourse, { revenue }: CourseFigures): Figure {
  const { collectionsShare } = assumptions.employee;
  return synthetic(
    timesFraction(fen(revenue.value), collectionsShare),
    `收入 × 征缴占比 ${formatRate(collectionsShare)}（假设）income × share of collections (assumed)`,
  );
}

/** Residents pay one amount a head; the subsidy is income but never collections. */
function residentCollections(
  { insured }: CourseFigures,
  { year, residentFee }: YearAssumptions,
  refusals: Refusal[],
): Figure {
  if (residentFee === undefined) refusals.push(missingFactor(`years.${year}.resident_fee`));
  const fee = residentFee ?? ZERO_FEN;
  return synthetic(
    multiply(rational(insured.value), rational(fee)),
    `参保人数 × 个人缴费 ${formatYuan(fee)} 元，含他人代缴 insured × fee, those paid by others included`,
  );
}

/** Collections of the year before the base year; undefined where the country's totals for it are not given. */
function basePriorCollections(
  { assumptions, scheme }: PoolCourse,
  collections: Figure,
  { insured }: CourseFigures,
): Figure | undefined {
  if (scheme === 'employee') {
    const { income, incomePrior } = assumptions.employee;
    if (incomePrior === undefined) return undefined;
    return synthetic(
      timesFraction(fen(collections.value), divide(incomePrior, income)),
      '当年征缴 × 全国统筹收入上年比当年 collections × the country’s income of last year over this year’s',
    );
  }
  const { enrolled, enrolledPrior, feePrior } = assumptions.resident ?? {};
  if (enrolled === undefined || enrolledPrior === undefined || feePrior === undefined) return undefined;
  const priorPersons = multiply(rational(insured.value), divide(enrolledPrior, enrolled));
  return synthetic(
    multiply(priorPersons, rational(feePrior)),
    `参保人数按全国上年比当年折算 × 上年个人缴费 ${formatYuan(feePrior)} 元 insured of last year × its fee`,
  );
}

/** What the pool opens with if this is its first year in force; what is missing is told once. */
function firstOpening(
  { scheme, city, published }: PoolCourse,
  { expenditure }: CourseFigures,
  isBase: boolean,
  refusals: Refusal[],
): Figure {
  const printed = published.get(figureKey(scheme, city.id, 'openingBalance'));
  if (printed !== undefined) return printed;
  const months = city[scheme]?.openingMonths;
  if (months === undefined && isBase)
    refusals.push(missingFactor(`cities.${city.id}.${scheme}.openingMonths`));
  const stated = months ?? NONE;
  return synthetic(
    multiply(stated, rational(expenditure.value, MONTHS_PER_YEAR)),
    `期初结余 = 当年支出 ${formatRational(stated, 1)} 个月（假设）opening balance of so many months (assumed)：${words(city.why)}`,
  );
}

function plusOne({ numerator, denominator }: Rate): Rate {
  return rate(rational(numerator + denominator, denominator));
}

const NONE: Rate = { numerator: 0n, denominator: 1n, unit: 'rate' };
