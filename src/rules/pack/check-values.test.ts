import { describe, expect, it } from 'vitest';
import { firstDayOfYear, parseInsuranceYear } from '#kernel/insurance-year';
import { present } from '#kernel/assert';
import { resolveValue } from '#rules/value/resolve-value';
import {
  inventedPack,
  loadInventedPack,
  replaceOnce,
  tellFault,
  type InventedFault,
} from '#tests/support/invented-pack';

type Titled = InventedFault & { readonly title: string };

const FUND = 'values/fund.yaml';
const BENEFIT = 'values/benefit.yaml';

/** A bad figure in place of the 30% that the place of care gets back. */
const careShare = (title: string, figure: string): Titled => ({
  title,
  file: FUND,
  change: replaceOnce('value: 30%', `value: ${figure}`),
  code: 'bad_value',
  line: `value: ${figure}`,
  field: 'care_share',
});

/** A bad figure in place of the 500.50 yuan of the west. */
const deductible = (title: string, figure: string): Titled => ({
  title,
  file: BENEFIT,
  change: replaceOnce('west: 500.50', `west: ${figure}`),
  code: 'bad_value',
  line: `west: ${figure}`,
  field: 'deductible',
});

const FIGURES: readonly Titled[] = [
  careShare('a rate without percent sign', '30'),
  careShare('a rate as a fraction', '0.3'),
  careShare('a rate with an exponent', '3e1%'),
  careShare('a rate below zero', '-30%'),
  careShare('a rate in words', 'half'),
  deductible('an amount with a third decimal', '500.505'),
  deductible('an amount with an exponent', '5e2'),
  deductible('an amount below zero', '-500.50'),
  deductible('an amount with thousands marks', "'1,500.50'"),
  deductible('an amount in hexadecimal', '0x1F4'),
  deductible('an amount that is no number', '.nan'),
  deductible('an amount with a blank', "'500 .50'"),
  deductible('a nested table where one figure belongs', '{ first: 500.50 }'),
  {
    title: 'a choice that is none of its options',
    file: FUND,
    change: replaceOnce('value: proportional', 'value: by_lot'),
    code: 'bad_value',
    line: 'by_lot',
    field: 'shortage_rule',
  },
  {
    title: 'points written as a rate',
    file: BENEFIT,
    change: replaceOnce('value: 4.5,', 'value: 4.5%,'),
    code: 'bad_value',
    line: '4.5%',
    field: 'tier_step',
  },
];

const TABLES: readonly Titled[] = [
  {
    title: 'a missing cell of an axis',
    file: BENEFIT,
    change: replaceOnce('          west: 500.50\n', ''),
    code: 'missing_cell',
    line: 'east: 600.00',
    field: 'deductible',
  },
  {
    title: 'a missing cell of an inner axis',
    file: BENEFIT,
    change: replaceOnce('{ first: 75%, second: 70% }', '{ first: 75% }'),
    code: 'missing_cell',
    line: 'first: 75%',
    field: 'inpatient_ratio',
  },
  {
    title: 'a cell that the axis does not have',
    file: BENEFIT,
    change: replaceOnce('          north: 400\n', '          north: 400\n          south: 400\n'),
    code: 'bad_value',
    line: 'east: 600.00',
    field: 'deductible',
  },
  {
    title: 'an axis that there is not',
    file: BENEFIT,
    change: replaceOnce('axes: [scheme, hospital_tier]', 'axes: [scheme, hospital_tier, weekday]'),
    code: 'bad_value',
    line: 'weekday',
    field: 'inpatient_ratio',
  },
  {
    title: 'a figure that is not split by its axis',
    file: BENEFIT,
    change: replaceOnce('employee: { first: 90%, second: 85.5% }', 'employee: 90%'),
    code: 'bad_value',
    line: 'employee: 90%',
    field: 'inpatient_ratio',
  },
  {
    title: 'one figure where a table belongs',
    file: FUND,
    change: replaceOnce(
      '      - from: 2024-01-01\n        cells: { employee: 6, resident: 3 }',
      '      - from: 2024-01-01 # here\n        value: 6',
    ),
    code: 'bad_value',
    line: '# here',
    field: 'target_months',
  },
  {
    title: 'a table where one figure belongs',
    file: BENEFIT,
    change: replaceOnce('value: 4.5,', 'cells: { employee: 4.5 },'),
    code: 'bad_value',
    line: 'employee: 4.5',
    field: 'tier_step',
  },
  {
    title: 'a band with one end',
    file: FUND,
    change: replaceOnce(
      '      - from: 2024-01-01\n        low: { employee: 4, resident: 2 }\n        high: { employee: 9, resident: 6 }\n',
      '      - from: 2024-01-01 # here\n        low: { employee: 4, resident: 2 }\n',
    ),
    code: 'bad_value',
    line: '# here',
    field: 'target_months_band',
  },
  {
    title: 'an exact value without a figure',
    file: FUND,
    change: replaceOnce('value: 30%, cite', 'cite'),
    code: 'bad_value',
    line: '2024-01-01, cite: [YH-4]',
    field: 'care_share',
  },
  {
    title: 'a delegated value that names no reading',
    file: FUND,
    change: replaceOnce(', reading: YH-R2', ''),
    code: 'bad_value',
    line: 'cite: [YH-8]',
    field: 'gap_share',
  },
];

const VERSIONS = '        to: 2024-12-31\n';
const PERIODS: readonly Titled[] = [
  {
    title: 'versions that overlap by a day',
    file: FUND,
    change: replaceOnce('to: 2024-12-31', 'to: 2025-01-01'),
    code: 'overlapping_dates',
    line: 'from: 2025-01-01',
    field: 'levy_rate',
  },
  {
    title: 'a version after one that never ends',
    file: FUND,
    change: replaceOnce(VERSIONS, ''),
    code: 'overlapping_dates',
    line: 'from: 2025-01-01',
    field: 'levy_rate',
  },
  {
    title: 'versions that stand in the wrong order',
    file: FUND,
    change: replaceOnce('      - from: 2025-01-01\n', '      - from: 2023-01-01\n        to: 2023-12-31\n'),
    code: 'overlapping_dates',
    line: 'from: 2023-01-01',
    field: 'levy_rate',
  },
  {
    title: 'versions that leave a day between them',
    file: FUND,
    change: replaceOnce('to: 2024-12-31', 'to: 2024-12-30'),
    code: 'bad_value',
    line: 'from: 2025-01-01',
    field: 'levy_rate',
  },
  {
    title: 'a version that ends before it starts',
    file: FUND,
    change: replaceOnce('from: 2024-01-01, value: 50%', 'from: 2024-01-01, to: 2023-12-31, value: 50%'),
    code: 'bad_value',
    line: 'value: 50%',
    field: 'insured_share',
  },
  {
    title: 'a first day that the calendar lacks',
    file: FUND,
    change: replaceOnce('from: 2024-01-01, value: 50%', 'from: 2024-02-30, value: 50%'),
    code: 'bad_date',
    line: '2024-02-30',
    field: 'from',
  },
  {
    title: 'a last day that the calendar lacks',
    file: FUND,
    change: replaceOnce('to: 2024-12-31', 'to: 2024-02-30'),
    code: 'bad_date',
    line: '2024-02-30',
    field: 'to',
  },
  {
    title: 'a month that the calendar lacks, in the second version',
    file: FUND,
    change: replaceOnce('      - from: 2025-01-01', '      - from: 2025-00-10'),
    code: 'bad_date',
    line: '2025-00-10',
    field: 'from',
  },
  {
    title: 'a month that the calendar lacks, before a second version',
    file: FUND,
    change: replaceOnce('to: 2024-12-31', 'to: 2024-00-31'),
    code: 'bad_date',
    line: '2024-00-31',
    field: 'to',
  },
  {
    title: 'a day of publication that the calendar lacks',
    file: FUND,
    change: replaceOnce('published: 2023-12-01', 'published: 2023-02-29'),
    code: 'bad_date',
    line: '2023-02-29',
    field: 'published',
  },
];

describe('a value is one readable, complete, dated figure after another', () => {
  it.each([...FIGURES, ...TABLES, ...PERIODS])('$title is one refusal with file, line and field', (fault) => {
    const { told, expected } = tellFault(fault);
    expect(told).toEqual(expected);
  });

  it('a version may follow the one before on the very next day', () => {
    expect(
      loadInventedPack({ [FUND]: replaceOnce('to: 2024-12-31', 'to: 2024-12-31 # last day') }).allowed,
    ).toBe(true);
  });

  it('what a bad figure was taken for is said', () => {
    const pack = loadInventedPack({ [BENEFIT]: replaceOnce('west: 500.50', 'west: 5e2') });
    expect(pack.allowed ? [] : pack.refusals.map((refusal) => refusal.what.en)).toEqual([
      '"5e2" is no figure of unit fen (exponent)',
    ]);
  });
});

describe('no figure passes through a float', () => {
  const on = firstDayOfYear(present(parseInsuranceYear(2024), 'the year 2024'));

  it.each([
    ['999999999999999.99', 99_999_999_999_999_999n],
    ['123456789012345.67', 12_345_678_901_234_567n],
    ['0.10', 10n],
    ['0.29', 29n],
  ])('%s yuan is exactly %d fen', (text, fen) => {
    const pack = inventedPack({ [BENEFIT]: replaceOnce('west: 500.50', `west: ${text}`) });
    const value = resolveValue(pack, 'deductible', { on, cell: { pool: 'west' }, assumptions: 'state' });
    expect(value.allowed && value.value.quantity).toMatchObject({ unit: 'fen', fen });
  });

  it('a figure stays the text that was written, to the last digit', () => {
    const pack = inventedPack({ [BENEFIT]: replaceOnce('west: 500.50', 'west: 999999999999999.99') });
    expect(pack.raw.values['deductible']?.versions[0]?.cells).toEqual({
      east: '600.00',
      west: '999999999999999.99',
      north: '400',
    });
  });

  it('six decimals of a percentage are kept', () => {
    const pack = inventedPack({ [FUND]: replaceOnce('value: 30%', 'value: 33.333333%') });
    const value = resolveValue(pack, 'care_share', { on, assumptions: 'state' });
    expect(value.allowed && value.value.quantity).toMatchObject({
      rate: { numerator: 33_333_333n, denominator: 100_000_000n },
    });
  });
});
