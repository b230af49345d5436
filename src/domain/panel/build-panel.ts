import { fen, formatYuan, positivePart, type Fen } from '#kernel/fen';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { MONTHS_PER_YEAR } from '#kernel/month';
import { formatRate, type Rate } from '#kernel/rate';
import { divide, formatRational, halfUpToInteger, multiply, rational, type Rational } from '#kernel/rational';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { CityAssumptions, PanelAssumptions } from '#domain/panel/assumptions';
import { eventRows, fundRows, recoveryRows } from '#domain/panel/build-events';
import { PANEL_SCHEMES, type PanelScheme, type PoolField } from '#domain/panel/fields';
import type { Panel, PanelRow } from '#domain/panel/panel';
import { publishedFigures, type PublishedFigures } from '#domain/panel/published-use';
import type { Statement } from '#domain/disclosure/statement';

/** A figure on its way into the panel: exact money or persons, and where it is from. */
interface Figure {
  readonly value: bigint;
  readonly origin: PanelRow['origin'];
  readonly basis: string;
}

type PoolFigures = Readonly<
  Record<
    'collections' | 'priorCollections' | 'revenue' | 'expenditure' | 'openingBalance' | 'insured',
    Figure
  >
>;

/** Amounts are rounded to 10,000 yuan (in fen), so that no invented figure pretends to be known to the fen. */
const TEN_THOUSAND_YUAN = 1_000_000n;

/**
 * Builds the year's panel from its assumptions and the published figures they use. Exact arithmetic; persons
 * are rounded half up to the person, invented amounts half up to 10,000 yuan, the levy (which only sets a
 * treasury's cover) half up to the fen. Refused: a factor or a published line that is not there, an event
 * of an unknown pool, a cover without a deficit.
 */
export function buildPanel(assumptions: PanelAssumptions, statements: readonly Statement[]): Decision<Panel> {
  const refusals: Refusal[] = [];
  const published = publishedFigures(assumptions.published, statements, refusals);
  const rows = PANEL_SCHEMES.flatMap((scheme) => schemeRows(assumptions, scheme, published, refusals));
  return allowUnless(refusals, () => ({ year: assumptions.year, rows }));
}

function schemeRows(
  assumptions: PanelAssumptions,
  scheme: PanelScheme,
  published: PublishedFigures,
  refusals: Refusal[],
): readonly PanelRow[] {
  const pools = assumptions.cities.flatMap((city) => {
    const figures = poolFigures(assumptions, scheme, city, published, refusals);
    const deficit = deficitAfterLevy(figures, assumptions.parameters.levyRates[scheme]);
    return [
      ...figureRows(scheme, city.id, figures),
      ...eventRows(assumptions.events[scheme], scheme, city.id, deficit, refusals),
    ];
  });
  const ids = new Set(assumptions.cities.map(({ id }) => id));
  return [
    ...fundRows(assumptions.events[scheme], scheme),
    ...pools,
    ...recoveryRows(assumptions.events[scheme], scheme, ids, refusals),
  ];
}

function poolFigures(
  assumptions: PanelAssumptions,
  scheme: PanelScheme,
  city: CityAssumptions,
  published: PublishedFigures,
  refusals: Refusal[],
): PoolFigures {
  const factors = city[scheme];
  const factor = (name: 'insuredShare' | 'incomeLevel' | 'costLevel'): Rate => {
    const value = factors[name];
    if (value === undefined) refusals.push(missingFactor(scheme, city.id, name));
    return value ?? ONE;
  };
  const printed = (field: 'revenue' | 'expenditure' | 'insured'): Figure | undefined =>
    published.get([scheme, city.id, field].join('\n'));

  const insured = printed('insured') ?? insuredOf(city, factor('insuredShare'));
  const persons = rational(insured.value);
  const { national, parameters } = assumptions;
  const expenditure =
    printed('expenditure') ??
    (scheme === 'employee'
      ? perInsured(
          '支出 expenditure',
          persons,
          national.employeePoolExpenditure,
          national.employeeEnrolled,
          factor('costLevel'),
        )
      : perInsured(
          '支出 expenditure',
          persons,
          national.residentExpenditure,
          national.residentEnrolled,
          factor('costLevel'),
        ));
  const openingBalance = synthetic(
    multiply(factors.openingMonths, rational(expenditure.value, MONTHS_PER_YEAR)),
    `期初结余 = 当年支出 ${formatRational(factors.openingMonths, 1)} 个月（假设）opening balance of so many months (assumed)：${city.why.zh} ${city.why.en}`,
  );
  if (scheme === 'employee') {
    const revenue =
      printed('revenue') ??
      perInsured(
        '收入 income',
        persons,
        national.employeePoolIncome,
        national.employeeEnrolled,
        factor('incomeLevel'),
      );
    const collections = synthetic(
      timesFraction(fen(revenue.value), parameters.employeeCollectionsShare),
      `收入 × 征缴占比 ${formatRate(parameters.employeeCollectionsShare)}（假设）income × share of collections (assumed)`,
    );
    const growth = divide(national.employeePoolIncomePrior, national.employeePoolIncome);
    const priorCollections = synthetic(
      timesFraction(fen(collections.value), growth),
      '当年征缴 × 全国统筹收入上年比当年 collections × the country’s income of last year over this year’s',
    );
    return { collections, priorCollections, revenue, expenditure, openingBalance, insured };
  }
  return {
    ...residentIncome(assumptions, persons, printed('revenue')),
    expenditure,
    openingBalance,
    insured,
  };
}

/** Residents pay one amount a head; the subsidy is income but never collections. */
function residentIncome(
  { national, parameters }: PanelAssumptions,
  persons: Rational,
  printedRevenue: Figure | undefined,
): Pick<PoolFigures, 'collections' | 'priorCollections' | 'revenue'> {
  const { residentFee, residentFeePrior, residentSubsidy, residentOtherIncome } = parameters;
  const collections = synthetic(
    multiply(persons, rational(residentFee)),
    `参保人数 × 个人缴费 ${formatYuan(residentFee)} 元，含他人代缴 insured × fee, those paid by others included`,
  );
  const priorPersons = multiply(persons, divide(national.residentEnrolledPrior, national.residentEnrolled));
  const priorCollections = synthetic(
    multiply(priorPersons, rational(residentFeePrior)),
    `参保人数按全国上年比当年折算 × 上年个人缴费 ${formatYuan(residentFeePrior)} 元 insured of last year × its fee`,
  );
  const perHead = fen(residentFee + residentSubsidy + residentOtherIncome);
  const revenue =
    printedRevenue ??
    synthetic(
      multiply(persons, rational(perHead)),
      `参保人数 × ${formatYuan(perHead)} 元（缴费 + 补助 + 其他）insured × (fee + subsidy + other)`,
    );
  return { collections, priorCollections, revenue };
}

function insuredOf(city: CityAssumptions, share: Rate): Figure {
  return {
    value: halfUpToInteger(multiply(rational(city.population), share)),
    origin: 'synthetic',
    basis: `2020 年普查人口 ${city.population} × 参保比例 ${formatRate(share)}（假设）census population × insured share (assumed)`,
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

function synthetic(exactFen: Rational, basis: string): Figure {
  const units = halfUpToInteger(rational(exactFen.numerator, exactFen.denominator * TEN_THOUSAND_YUAN));
  return { value: units * TEN_THOUSAND_YUAN, origin: 'synthetic', basis };
}

/** What the balance lies below zero once the levy is off; zero when it does not. */
function deficitAfterLevy(figures: PoolFigures, levyRate: Rate): Fen {
  const levy = roundToFen(timesFraction(fen(figures.collections.value), levyRate), 'half_up');
  const { openingBalance, revenue, expenditure } = figures;
  return positivePart(expenditure.value + levy - openingBalance.value - revenue.value);
}

const FIGURE_ORDER: readonly (keyof PoolFigures & PoolField)[] = [
  'collections',
  'priorCollections',
  'revenue',
  'expenditure',
  'openingBalance',
  'insured',
];

function figureRows(scheme: PanelScheme, subject: string, figures: PoolFigures): readonly PanelRow[] {
  return FIGURE_ORDER.map((field) => {
    const { value, origin, basis } = figures[field];
    const text = field === 'insured' ? value.toString() : formatYuan(fen(value));
    return { scheme, subject, field, value: text, origin, basis };
  });
}

const ONE: Rate = { numerator: 1n, denominator: 1n, unit: 'rate' };

function missingFactor(scheme: PanelScheme, pool: string, name: string): Refusal {
  return {
    code: 'panel_factor_missing',
    at: `cities.${pool}.${scheme}.${name}`,
    what: {
      zh: `既没有公开数，也没有假设 ${name}`,
      en: `neither a published figure nor the factor ${name} is there`,
    },
    next: { zh: '在假设文件中补上', en: 'add the factor to the assumptions' },
  };
}
