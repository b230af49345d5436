import { inpatient } from '#domain/benefit/formulas/inpatient';
import { keyOf } from '#domain/benefit/formulas/keys';
import { refusalLine } from '#kernel/decision';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import { buildPackFormula } from '#rules/formula/build-pack-formula';
import type { Formula } from '#rules/formula/node';
import { shapesOf } from '#rules/formula/value-shape';
import { resolveVector, type ValueVector } from '#rules/formula/value-vector';
import type { Pack } from '#rules/pack/pack';
import type { FormulaTrial } from '#tests/support/formula-rows-story';
import { inventedPack } from '#tests/support/invented-pack';

/**
 * The invented province pays for inpatient care. Its figures changed on 1 July 2025; its cap fell further, until
 * a cut of it could begin in any band.
 */
const VALUES = `axes:
  hospital_level: [primary, secondary, tertiary]
  admission_number: [first, second, later]
  person_kind: [employee, retiree, resident]
  off_site_path: [local, referred, unreferred]
  band: [lowest, low, high, highest]
values:
  first_pay_share:
    label: { zh: 先行自付比例, en: Share paid first }
    unit: rate
    kind: exact
    anchor: event_date
    versions: [{ from: 2025-01-01, value: 12.5%, cite: [YH-1] }]
  admission_deductible:
    label: { zh: 起付标准, en: Deductible }
    unit: fen
    kind: exact
    axes: [hospital_level, admission_number]
    anchor: event_date
    versions:
      - from: 2025-01-01
        to: 2025-06-30
        cells:
          primary: { first: 200.01, second: 100.00, later: 0.00 }
          secondary: { first: 500.00, second: 250.04, later: 100.00 }
          tertiary: { first: 800.00, second: 400.00, later: 200.00 }
        cite: [YH-1]
      - from: 2025-07-01
        cells:
          primary: { first: 300.05, second: 150.05, later: 50.05 }
          secondary: { first: 600.05, second: 300.05, later: 150.05 }
          tertiary: { first: 1000.00, second: 500.05, later: 250.05 }
        cite: [YH-1]
  minor_age:
    label: { zh: 未成年人年龄, en: Age until which a person is a minor }
    unit: year
    kind: exact
    anchor: event_date
    versions: [{ from: 2025-01-01, value: 18, cite: [YH-1] }]
  minor_deductible_share:
    label: { zh: 未成年人起付标准比例, en: A minor's share of the deductible }
    unit: rate
    kind: exact
    anchor: event_date
    versions: [{ from: 2025-01-01, value: 50%, cite: [YH-1] }]
  aided_deductible_share:
    label: { zh: 救助对象起付标准比例, en: An aided person's share of the deductible }
    unit: rate
    kind: exact
    anchor: event_date
    versions: [{ from: 2025-01-01, value: 12.5%, cite: [YH-1] }]
  band_from:
    label: { zh: 分段起点, en: Where a band begins }
    unit: fen
    kind: exact
    axes: [band]
    anchor: event_date
    versions:
      - from: 2025-01-01
        to: 2025-06-30
        cells: { lowest: 0.00, low: 10000.00, high: 30000.00, highest: 100000.00 }
        cite: [YH-1]
      - from: 2025-07-01
        cells: { lowest: 0.00, low: 12000.00, high: 40000.50, highest: 100000.00 }
        cite: [YH-1]
  band_rate:
    label: { zh: 分段支付比例, en: Rate of a band }
    unit: rate
    kind: exact
    axes: [band, hospital_level, person_kind]
    anchor: event_date
    versions:
      - from: 2025-01-01
        cells:
          lowest:
            primary: { employee: 90%, retiree: 93%, resident: 80% }
            secondary: { employee: 87%, retiree: 90%, resident: 75% }
            tertiary: { employee: 85%, retiree: 88.5%, resident: 60% }
          low:
            primary: { employee: 92%, retiree: 95%, resident: 82% }
            secondary: { employee: 90%, retiree: 93%, resident: 77% }
            tertiary: { employee: 88%, retiree: 91.5%, resident: 65% }
          high:
            primary: { employee: 95%, retiree: 97%, resident: 85% }
            secondary: { employee: 93%, retiree: 95%, resident: 80% }
            tertiary: { employee: 90%, retiree: 93.25%, resident: 70% }
          highest:
            primary: { employee: 97%, retiree: 100%, resident: 85% }
            secondary: { employee: 95%, retiree: 98%, resident: 80% }
            tertiary: { employee: 95%, retiree: 97%, resident: 75% }
        cite: [YH-1]
  band_rate_by_path:
    label: { zh: 按就医方式的分段支付比例, en: Rate of a band by the way to care }
    unit: rate
    kind: exact
    axes: [band, off_site_path]
    anchor: event_date
    versions:
      - from: 2025-01-01
        cells:
          lowest: { local: 85%, referred: 75%, unreferred: 65.5% }
          low: { local: 88%, referred: 78%, unreferred: 68.5% }
          high: { local: 90%, referred: 80%, unreferred: 70.5% }
          highest: { local: 95%, referred: 85%, unreferred: 75.5% }
        cite: [YH-1]
  off_site_factor:
    label: { zh: 异地就医支付系数, en: What care off site leaves of the rates }
    unit: rate
    kind: exact
    axes: [off_site_path]
    anchor: event_date
    versions:
      - from: 2025-01-01
        cells: { local: 100%, referred: 90%, unreferred: 77.77% }
        cite: [YH-1]
  fund_cap:
    label: { zh: 统筹年度最高支付限额, en: Yearly cap of the fund }
    unit: fen
    kind: exact
    anchor: event_date
    versions:
      - from: 2025-01-01
        to: 2025-06-30
        value: 150000.00
        cite: [YH-1]
      - from: 2025-07-01
        to: 2025-12-31
        value: 60000.00
        cite: [YH-1]
      - from: 2026-01-01
        to: 2026-06-30
        value: 25000.00
        cite: [YH-1]
      - from: 2026-07-01
        value: 4000.00
        cite: [YH-1]
  large_from:
    label: { zh: 大额起付线, en: Where the large-expense layer begins }
    unit: fen
    kind: exact
    anchor: event_date
    versions:
      - { from: 2025-01-01, to: 2025-12-31, value: 5000.00, cite: [YH-1] }
      - { from: 2026-01-01, value: 100.00, cite: [YH-1] }
  large_rate:
    label: { zh: 大额支付比例, en: Rate of the large-expense layer }
    unit: rate
    kind: exact
    anchor: event_date
    versions: [{ from: 2025-01-01, value: 85.5%, cite: [YH-1] }]
  large_cap:
    label: { zh: 大额年度最高支付限额, en: Yearly cap of the large-expense layer }
    unit: fen
    kind: exact
    anchor: event_date
    versions:
      - { from: 2025-01-01, to: 2025-06-30, value: 100000.00, cite: [YH-1] }
      - { from: 2025-07-01, value: 2000000.00, cite: [YH-1] }
`;

const FILLING = {
  firstPayShare: 'first_pay_share',
  deductible: 'admission_deductible',
  minorAge: 'minor_age',
  minorDeductibleShare: 'minor_deductible_share',
  aidedDeductibleShare: 'aided_deductible_share',
  bandFrom: 'band_from',
  cap: 'fund_cap',
  largeFrom: 'large_from',
  largeRate: 'large_rate',
  largeCap: 'large_cap',
};

/** What the invented province adds to its pack for inpatient care. */
export const INPATIENT_FILES: Readonly<Record<string, string>> = {
  'values/inpatient.yaml': VALUES,
  'benefit.yaml': `benefit:
  cite: [YH-1]
  claims:
    inpatient:
      formula: inpatient
      priced_on: admittedOn
      with:
${Object.entries({ ...FILLING, bandRate: 'band_rate', offSiteFactor: 'off_site_factor' })
  .map(([argument, value]) => `        ${argument}: ${value}\n`)
  .join('')}      cite: [YH-1]
      readings: [R-3]
`,
};

/** How care off site is paid less: by a factor on all rates, or by rates of its own. */
export type OffSiteRule = 'factor' | 'rates';

const OFF_SITE: Readonly<Record<OffSiteRule, Readonly<Record<string, string>>>> = {
  factor: { bandRate: 'band_rate', offSiteFactor: 'off_site_factor' },
  rates: { bandRate: 'band_rate_by_path' },
};

/** The inpatient formula as the invented place fills it, and its values of a date. */
export interface InpatientPlace {
  readonly formula: Formula;
  readonly valuesOn: (date: PlainDate) => ValueVector;
}

export function inpatientPlace(rule: OffSiteRule): InpatientPlace {
  const pack = inpatientPack();
  const filling = {
    id: rule,
    with: { ...FILLING, ...OFF_SITE[rule] },
    cite: ['YH-1'],
    readings: ['R-3'],
  };
  const built = buildPackFormula(inpatient, filling, shapesOf(pack), keyOf);
  if (!built.allowed) throw new Error(built.refusals.map(refusalLine).join('\n'));
  const formula = built.value;
  return { formula, valuesOn: (on) => resolveVector(pack, formula, { on, assumptions: 'state' }) };
}

/** The inpatient formula to be tried: values by the day of admission, with days at which an age is full. */
export function inpatientTrial(rule: OffSiteRule): FormulaTrial {
  const { formula, valuesOn } = inpatientPlace(rule);
  const days = [
    plainDate(2024, 2, 29),
    plainDate(2024, 12, 31),
    plainDate(2025, 6, 30),
    plainDate(2026, 3, 1),
  ];
  const starts = [plainDate(2025, 1, 1), plainDate(2025, 7, 1), plainDate(2026, 1, 1), plainDate(2026, 7, 1)];
  return {
    title: `inpatient by ${rule}`,
    formula,
    vectors: starts.map((day) => [day, valuesOn(day)] as const),
    datedBy: 'admittedOn',
    days,
  };
}

function inpatientPack(): Pack {
  return inventedPack(INPATIENT_FILES);
}
