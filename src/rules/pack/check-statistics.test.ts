import { describe, expect, it } from 'vitest';
import { loadInventedPack, replaceOnce, tellFault, type InventedFault } from '#tests/support/invented-pack';

type Titled = InventedFault & { readonly title: string };

const STATISTICS = 'statistics.yaml';
const BENEFIT = 'values/benefit.yaml';

const statistic = (title: string, old: string, replacement: string, code: string, field: string): Titled => ({
  title,
  file: STATISTICS,
  change: replaceOnce(old, replacement),
  code,
  line: replacement,
  field,
});

const linked = (title: string, old: string, replacement: string, code: string, field: string): Titled => ({
  ...statistic(title, old, replacement, code, field),
  file: BENEFIT,
});

const NAME = 'average_wage';
const CEILING = 'contribution_ceiling';

describe('a published statistic is readable, dated and the only one of its year', () => {
  it.each([
    statistic('a third decimal', '5000.05', '5000.055', 'bad_value', NAME),
    statistic('an exponent', '5000.05', '5e3', 'bad_value', NAME),
    statistic('a figure below zero', '5000.05', '-5000.05', 'bad_value', NAME),
    statistic('no figure at all', '5000.05', 'unknown', 'bad_value', NAME),
    statistic('a day that the calendar lacks', '2025-06-20', '2025-06-31', 'bad_date', 'published'),
    statistic('a year given twice', 'year: 2024', 'year: "2023"', 'duplicate_id', NAME),
    statistic(
      'a year that is none',
      'year: 2024',
      'year: 24',
      'bad_value',
      'statistics.average_wage.values.1.year',
    ),
    statistic(
      'a unit that there is not',
      'unit: fen',
      'unit: yuan',
      'bad_value',
      'statistics.average_wage.unit',
    ),
  ])('$title is one refusal with file, line and field', (fault) => {
    const { told, expected } = tellFault(fault);
    expect(told).toEqual(expected);
  });
});

describe('a linked figure is a rate of a statistic in yuan', () => {
  it.each([
    linked(
      'an unknown statistic',
      'statistic: average_wage',
      'statistic: median_wage',
      'unknown_reference',
      'median_wage',
    ),
    linked('a factor that is no rate', 'times: 30.1%', 'times: 0.301', 'bad_value', CEILING),
    linked('a factor with an exponent', 'times: 30.1%', 'times: 3e1%', 'bad_value', CEILING),
    linked('a factor below zero', 'times: 30.1%', 'times: -30.1%', 'bad_value', CEILING),
    linked(
      'an offset that is no number of years',
      'year_offset: -1',
      'year_offset: last',
      'bad_value',
      'values.contribution_ceiling.versions.0.linked.year_offset',
    ),
    linked(
      'an unknown rounding',
      'round: half_up',
      'round: up',
      'bad_value',
      'values.contribution_ceiling.versions.0.linked.round',
    ),
  ])('$title is one refusal with file, line and field', (fault) => {
    const { told, expected } = tellFault(fault);
    expect(told).toEqual(expected);
  });

  it('a statistic of persons bounds no amount of money', () => {
    const pack = loadInventedPack({
      [STATISTICS]: (old) =>
        old.replace('unit: fen', 'unit: person').replace('5000.05', '5000').replace('6000.00', '6000'),
    });
    expect(pack.allowed ? [] : pack.refusals.map((refusal) => refusal.what.en)).toEqual([
      'only a value in yuan is linked, and only to a statistic in yuan',
    ]);
  });
});
