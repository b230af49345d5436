import { describe, expect, it } from 'vitest';
import { formatYuan } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import { replaceOnce, type FileOverrides } from '#tests/support/invented-pack';
import {
  adjustBy,
  area,
  fundOf,
  leviesIn,
  nodeIn,
  toldOf,
  tryPipeline,
} from '#tests/support/invented-pipelines';
import { adjustInvented, city, requestOf } from '#tests/support/invented-request';

function leviesOf(
  request: Parameters<typeof adjustInvented>[0],
  overrides?: FileOverrides,
): readonly string[] {
  return adjustInvented(request, overrides).levies.map(
    ({ pool, base, rate, amount }) =>
      `${pool}: ${formatYuan(base.fen)} × ${formatRate(rate)} = ${formatYuan(amount.fen)}`,
  );
}

/** Enough of a balance that no levy makes a deficit. */
const rich = { openingBalance: '1000000.00', collections: '100.10', revenue: '300.30' };

describe('levy', () => {
  it('R-3: each pool owes a rate of its base, rounded once, half up', () => {
    // 5% of 100.10 = 5.005, up to 5.01; of 100.09 = 5.0045, down to 5.00; of 0.10 = 0.005, up to 0.01
    const pools = [
      city('east', rich),
      city('west', { ...rich, collections: '100.09' }),
      city('north', { ...rich, collections: '0.10' }),
    ];
    expect(leviesOf(requestOf(pools))).toEqual([
      'east: 100.10 × 5% = 5.01',
      'west: 100.09 × 5% = 5.00',
      'north: 0.10 × 5% = 0.01',
    ]);
  });

  it('YH-2: the rate is that of the insurance type and the year', () => {
    const pools = [city('east', rich)];
    expect(leviesOf(requestOf(pools, { year: 2025 }))).toEqual(['east: 100.10 × 6% = 6.01']);
    expect(leviesOf(requestOf(pools, { year: 2025, scheme: 'resident' }))).toEqual([
      'east: 100.10 × 12% = 12.01',
    ]);
  });

  it('a rate given for this run replaces it', () => {
    expect(leviesOf(requestOf([city('east', rich)], { values: { levy_rate: '0%' } }))).toEqual([
      'east: 100.10 × 0% = 0.00',
    ]);
  });

  it('R-1: the base is the one that the pack names', () => {
    const overrides = { 'adjustment.yaml': replaceOnce('base: collections', 'base: revenue') };
    // 5% of 300.30 = 15.015, up to 15.02
    expect(leviesOf(requestOf([city('east', rich)]), overrides)).toEqual(['east: 300.30 × 5% = 15.02']);
  });

  it('JX-R1: it is inflow and leaves the balance whether it is paid or not', () => {
    const conditions = {
      levyPaid: false,
      breachesCorrected: true,
      budgetMet: true,
      enrolmentMet: true,
      subsidyPaid: true,
    };
    const result = adjustInvented(requestOf([city('east', { ...rich, conditions })]));
    expect(formatYuan(result.fund.inflow.fen)).toBe('5.01');
    // 1,000,000 + 300.30 − 5.01
    expect(result.pools.map((pool) => formatYuan(pool.balanceAfter.fen))).toEqual(['1000295.29']);
  });

  it('the calculation is shown with its clauses, readings and inputs', () => {
    const node = adjustInvented(requestOf([city('east', rich)])).nodes.find(({ id }) => id === 'levy/east');
    expect(node).toMatchObject({
      value: { kind: 'fen', amount: '5.01' },
      formula: { en: '100.10 × 5% = 5.01' },
      cite: ['YH-2'],
      readings: ['R-1', 'R-3'],
      inputs: ['given/collections/east', 'value/levy_rate'],
    });
  });
});

describe('the base of the levy', () => {
  const pools = [
    area('east', { collections: '100.00', priorCollections: '200.10', revenue: '300.00' }),
    area('west', { collections: '100.00', priorCollections: '0.00', revenue: '500.10', insured: 1 }),
  ];

  it("SD-3.4-a, SD-R1, AH-1.5-b, AH-R1: it may be last year's pooled collections", () => {
    // 5% of 200.10 = 10.005, up
    expect(leviesIn(adjustBy('gap_sharing_with_cap', requestOf(pools)))).toEqual([
      'east: 200.10 × 5% = 10.01',
      'west: 0.00 × 5% = 0.00',
    ]);
  });

  it("SC-2.2-a, SC-R1: it may be this year's revenue", () => {
    // 5% of 500.10 = 25.005, up
    expect(leviesIn(adjustBy('distribution_with_reserve', requestOf(pools)))).toEqual([
      'east: 300.00 × 5% = 15.00',
      'west: 500.10 × 5% = 25.01',
    ]);
  });

  it('a pool without the base that the pack names is refused', () => {
    const { priorCollections: _, ...rest } = area('east');
    expect(toldOf(tryPipeline('gap_sharing_with_pause', requestOf([rest])))).toEqual([
      'missing_field pools[0].priorCollections []',
    ]);
  });
});

describe('a fund that opens with a share of all bases pauses the levy', () => {
  /** Bases 1000 and 2000.05: a tenth of them is 300.005. */
  const pools = [
    area('east', { priorCollections: '1000.00' }),
    area('west', { priorCollections: '2000.05' }),
  ];
  const levies = (opening: string, of = pools): readonly string[] =>
    leviesIn(adjustBy('gap_sharing_with_pause', requestOf(of, { fund: fundOf(opening) })));

  const NONE = ['east: 1000.00 × 0% = 0.00', 'west: 2000.05 × 0% = 0.00'];
  const ALL = ['east: 1000.00 × 5% = 50.00', 'west: 2000.05 × 5% = 100.00'];

  it('AH-1.5-d, AH-R2: at exactly the line; a fen below it the levy is whole', () => {
    const even = [
      area('east', { priorCollections: '1000.00' }),
      area('west', { priorCollections: '2000.00' }),
    ];
    expect(levies('300.00', even)).toEqual(['east: 1000.00 × 0% = 0.00', 'west: 2000.00 × 0% = 0.00']);
    expect(levies('299.99', even)).toEqual(['east: 1000.00 × 5% = 50.00', 'west: 2000.00 × 5% = 100.00']);
  });

  it('AH-R2: the line is exact, not rounded to the fen', () => {
    expect(levies('300.01')).toEqual(NONE);
    expect(levies('300.00')).toEqual(ALL);
  });

  it('AH-R2: only the opening balance counts, not the income of the year', () => {
    const fund = { openingBalance: '299.99', interest: '500.00', otherIncome: '500.00' };
    expect(leviesIn(adjustBy('gap_sharing_with_pause', requestOf(pools, { fund })))).toEqual(ALL);
  });

  it('AH-1.5-d, AH-R2: a paused row cites the pause, any other the levy', () => {
    const cites = (opening: string): readonly (readonly string[])[] =>
      adjustBy('gap_sharing_with_pause', requestOf(pools, { fund: fundOf(opening) })).levies.map(
        (row) => row.cite,
      );
    expect(cites('300.01')).toEqual([['YH-3'], ['YH-3']]);
    expect(cites('300.00')).toEqual([['YH-2'], ['YH-2']]);
  });

  it('AH-R2: without a clause of its own the pause cites that of the levy', () => {
    const change = replaceOnce(', pause_cite: YH-3', '');
    const request = requestOf(pools, { fund: fundOf('300.01') });
    expect(adjustBy('gap_sharing_with_pause', request, change).levies.map((row) => row.cite)).toEqual([
      ['YH-2'],
      ['YH-2'],
    ]);
  });

  it('AH-R2: the comparison is shown, and a paused levy is explained by it, not by the rate', () => {
    const paused = adjustBy('gap_sharing_with_pause', requestOf(pools, { fund: fundOf('300.01') }));
    expect(nodeIn(paused, 'levy-pause')).toMatchObject({
      value: { kind: 'truth', holds: true },
      formula: { en: '300.01 ≥ 3,000.05 × 10%' },
      inputs: [
        'given/fund/openingBalance',
        'given/priorCollections/east',
        'given/priorCollections/west',
        'value/levy_pause_share',
      ],
    });
    expect(nodeIn(paused, 'levy/east')?.inputs).toEqual(['given/priorCollections/east', 'levy-pause']);
    expect(nodeIn(paused, 'value/levy_rate')).toBeUndefined();
    const levied = adjustBy('gap_sharing_with_pause', requestOf(pools, { fund: fundOf('300.00') }));
    expect(nodeIn(levied, 'levy-pause')).toMatchObject({
      value: { holds: false },
      formula: { en: '300.00 < 3,000.05 × 10%' },
    });
  });
});
