import { describe, expect, it } from 'vitest';
import { loadInventedPack, replaceOnce, tellFault, type InventedFault } from '#tests/support/invented-pack';

const FUND = 'values/fund.yaml';
const RATES = 'cells: { employee: 5%, resident: 10% }';
const MONTHS = 'cells: { employee: 6, resident: 3 }';

const outside = (
  title: string,
  old: string,
  replacement: string,
  field: string,
): InventedFault & { readonly title: string } => ({
  title,
  file: FUND,
  // The line of a version is that of its first day, which is marked here.
  change: replaceOnce(
    `      - from: 2024-01-01\n        ${old}`,
    `      - from: 2024-01-01 # here\n        ${replacement}`,
  ),
  code: 'out_of_bounds',
  line: '# here',
  field,
});

const inFlow = (
  title: string,
  old: string,
  replacement: string,
  field: string,
): ReturnType<typeof outside> => ({
  title,
  file: FUND,
  change: replaceOnce(old, replacement),
  code: 'out_of_bounds',
  line: replacement,
  field,
});

describe('a figure keeps the bound set above it', () => {
  it.each([
    outside(
      'UN-1: a rate above the upper bound of the pack above',
      `to: 2024-12-31\n        ${RATES}`,
      'to: 2024-12-31\n        cells: { employee: 5%, resident: 20.000001% }',
      'levy_rate',
    ),
    outside(
      'YH-5: months below the band of their cell',
      MONTHS,
      'cells: { employee: 3.9999, resident: 3 }',
      'target_months',
    ),
    outside(
      'YH-5: months above the band of their cell',
      MONTHS,
      'cells: { employee: 6, resident: 7 }',
      'target_months',
    ),
    inFlow('YH-7: a share below the lower bound', 'value: 40%', 'value: 9.99%', 'incentive_share'),
  ])('$title is one refusal with file, line and name', (fault) => {
    const { told, expected } = tellFault(fault);
    expect(told).toEqual(expected);
  });

  it.each([
    ['UN-1: the upper bound itself', RATES, 'cells: { employee: 20%, resident: 0% }'],
    ['YH-5: the ends of the band themselves', MONTHS, 'cells: { employee: 9, resident: 2 }'],
    ['YH-7: the lower bound itself', 'value: 40%', 'value: 10%'],
    ['YH-7: far above a lower bound', 'value: 40%', 'value: 100%'],
  ])('%s is inside', (_, old, replacement) => {
    expect(loadInventedPack({ [FUND]: replaceOnce(old, replacement) }).allowed).toBe(true);
  });

  /** The limit falls to a figure in 2025, while one version of the rate ends in 2024 and the other goes on. */
  const fallingTo =
    (limit: string) =>
    (old: string): string =>
      `${old.replace('        value: 20%', '        to: 2024-12-31\n        value: 20%')}      - from: 2025-01-01\n        value: ${limit}\n        cite: [UN-1]\n`;
  const toldWith = (limit: string, fund: (old: string) => string = (old) => old): readonly string[] => {
    const pack = loadInventedPack({ [FUND]: fund }, { 'values/limits.yaml': fallingTo(limit) });
    return pack.allowed ? [] : pack.refusals.map(({ code, what }) => `${code}: ${what.en}`);
  };

  it('every version is held against the bound that is valid on its first day', () => {
    expect(toldWith('11.5%')).toEqual([
      'out_of_bounds: outside the bound set above it (12% ∉ [, 11.5%], from 2025-01-01)',
    ]);
  });

  it('a version that goes on is held against the bound again on the day on which that changes', () => {
    const goesOn = replaceOnce(
      `        to: 2024-12-31\n        ${RATES}`,
      `        to: 2025-01-01\n        ${RATES}`,
    );
    const later = replaceOnce('      - from: 2025-01-01', '      - from: 2025-01-02');
    const told = toldWith('9%', (old) => later(goesOn(old)));
    expect(told).toContain('out_of_bounds: outside the bound set above it (10% ∉ [, 9%], from 2025-01-01)');
    expect(toldWith('9%').join()).not.toContain('10% ∉');
  });

  it.each([
    {
      title: 'a bound that there is not',
      change: replaceOnce('bounded_by: levy_rate_limit', 'bounded_by: levy_rate_ceiling'),
      code: 'unknown_reference',
      line: 'levy_rate_ceiling',
      field: 'levy_rate_ceiling',
    },
    {
      title: 'a bound of another unit',
      change: replaceOnce('bounded_by: levy_rate_limit', 'bounded_by: target_months_band'),
      code: 'bad_value',
      line: 'bounded_by: target_months_band',
      field: 'levy_rate',
    },
    {
      title: 'a value that bounds nothing',
      change: replaceOnce('bounded_by: incentive_share_minimum', 'bounded_by: care_share'),
      code: 'bad_value',
      line: 'bounded_by: care_share',
      field: 'incentive_share',
    },
  ])('$title is one refusal with file, line and name', (fault) => {
    const { told, expected } = tellFault({ ...fault, file: FUND });
    expect(told).toEqual(expected);
  });
});
