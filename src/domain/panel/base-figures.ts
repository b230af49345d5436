import type { Refusal } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';
import { formatRate, type Rate } from '#kernel/rate';
import { divide, halfUpToInteger, multiply, rational, type Rational } from '#kernel/rational';
import type { CityAssumptions, PanelAssumptions, YearAssumptions } from '#domain/panel/assumptions';
import type { PanelScheme } from '#domain/panel/fields';
import { figureKey, synthetic, type CourseFigures, type Figure } from '#domain/panel/figure';
import { missingFactor } from '#domain/panel/panel-refusals';
import type { PublishedFigures } from '#domain/panel/published-use';

/** The place, one of its pools and an insurance type, with the published figures at hand. */
export interface PoolCourse {
  readonly assumptions: PanelAssumptions;
  readonly published: PublishedFigures;
  readonly scheme: PanelScheme;
  readonly city: CityAssumptions;
}

/**
 * A pool's figures of the base year: published where the assumptions name a line, else the country's figures
 * per head times the pool's persons and levels. Persons are rounded half up, amounts half up to 10,000 yuan.
 */
export function baseFigures(course: PoolCourse, base: YearAssumptions, refusals: Refusal[]): CourseFigures {
  const { assumptions, scheme, city, published } = course;
  const printed = (field: string): Figure | undefined => published.get(figureKey(scheme, city.id, field));
  const factor = (name: 'incomeLevel' | 'costLevel'): Rate => {
    const value = city[scheme]?.[name];
    if (value === undefined) refusals.push(missingFactor(`cities.${city.id}.${scheme}.${name}`));
    return value ?? ONE;
  };
  const insured = printed('insured') ?? insuredOf(course, refusals);
  const persons = rational(insured.value);
  const totals = assumptions[scheme];
  if (totals === undefined) refusals.push(missingFactor(scheme));
  const enrolled = totals?.enrolled ?? ONE;
  const expenditure =
    printed('expenditure') ??
    perInsured('支出 expenditure', persons, totals?.expenditure ?? ONE, enrolled, factor('costLevel'));
  const revenue =
    printed('revenue') ??
    (scheme === 'employee'
      ? perInsured('收入 income', persons, assumptions.employee.income, enrolled, factor('incomeLevel'))
      : residentRevenue(assumptions, base, persons, refusals));
  return { insured, revenue, expenditure };
}

/** Residents bring one amount a head: fee, subsidy, and other income. */
function residentRevenue(
  { resident }: PanelAssumptions,
  { year, residentFee, residentSubsidy }: YearAssumptions,
  persons: Rational,
  refusals: Refusal[],
): Figure {
  if (residentFee === undefined) refusals.push(missingFactor(`years.${year}.resident_fee`));
  if (residentSubsidy === undefined) refusals.push(missingFactor(`years.${year}.resident_subsidy`));
  const perHead = fen((residentFee ?? 0n) + (residentSubsidy ?? 0n) + (resident?.otherIncome ?? 0n));
  return synthetic(
    multiply(persons, rational(perHead)),
    `参保人数 × ${formatYuan(perHead)} 元（缴费 + 补助 + 其他）insured × (fee + subsidy + other)`,
  );
}

function insuredOf({ scheme, city }: PoolCourse, refusals: Refusal[]): Figure {
  const { insuredShare: share, insured } = city[scheme] ?? {};
  const { population } = city;
  if (insured !== undefined) {
    return { value: insured, origin: 'synthetic', basis: '参保人数（假设）insured persons (assumed)' };
  }
  if (share === undefined || population === undefined) {
    refusals.push(missingFactor(`cities.${city.id}.${scheme}.insuredShare`));
  }
  return {
    value: halfUpToInteger(multiply(rational(population ?? 1n), share ?? ONE)),
    origin: 'synthetic',
    basis: `2020 年普查人口 ${population ?? 0n} × 参保比例 ${formatRate(share ?? ONE)}（假设）census population × insured share (assumed)`,
  };
}

function perInsured(
  what: string,
  persons: Rational,
  total: Rational,
  enrolled: Rational,
  level: Rate,
): Figure {
  return synthetic(
    multiply(multiply(persons, divide(total, enrolled)), level),
    `参保人数 × 全国人均${what} × 水平 ${formatRate(level)}（假设）insured × the country’s per head × level (assumed)`,
  );
}

const ONE: Rate = { numerator: 1n, denominator: 1n, unit: 'rate' };
