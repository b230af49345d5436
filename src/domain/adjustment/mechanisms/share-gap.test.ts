import { describe, expect, it } from 'vitest';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import type { AdjustmentResult } from '#domain/adjustment/result';
import {
  adjustBy,
  amountIn,
  area,
  fundOf,
  nodeIn,
  toldOf,
  tryPipeline,
  type Pipeline,
} from '#tests/support/invented-pipelines';
import { paidIn, requestOf } from '#tests/support/invented-request';

/** Short by 100 of a spending of 1000: a wide gap, passed, so 40% of it; no levy, no cap in the way. */
const short = (id: string, given: Partial<PoolRequest> = {}): PoolRequest =>
  area(id, { revenue: '900.00', expenditure: '1000.00', priorLevy: '9999.00', ...given });

function shared(
  pools: readonly PoolRequest[],
  changes: Partial<AdjustmentRequest> = {},
  pipeline: Pipeline = 'gap_sharing_with_cap',
): AdjustmentResult {
  return adjustBy(pipeline, requestOf(pools, { fund: fundOf('1000.00'), ...changes }));
}

const part = (given: Partial<PoolRequest>, pipeline?: Pipeline): Readonly<Record<string, string>> =>
  paidIn(shared([short('east', given)], {}, pipeline), 'gap_share');

describe('the fund bears a share of the gap by its size and the score', () => {
  it.each([
    // 100 ÷ 1000 reaches the 10% of the wide band: 40%
    ['exactly at the floor of a band', { revenue: '900.00' }, '40.00'],
    // 99.99 ÷ 1000 does not: 50% = 49.995, up
    ['a fen below the floor of a band', { revenue: '900.01' }, '50.00'],
    ['of the lowest score that passes', { assessmentScore: '60' }, '40.00'],
    ['of a score just below it', { assessmentScore: '59.99' }, '20.00'],
    ['narrow and failed', { revenue: '950.00', assessmentScore: '0' }, '15.00'],
    ['as wide as all that is spent', { revenue: '0.00' }, '400.00'],
  ])('SD-3.4-c, SD-R2, AH-1.5-f, AH-R3: a gap %s', (_, given, expected) => {
    expect(part(given)).toEqual({ east: expected });
    expect(part(given, 'gap_sharing_with_pause')).toEqual({ east: expected });
  });

  it('R-3: the part is rounded once, half up', () => {
    // Half of 0.01 is 0.005, up; half of 0.03 is 0.015, up
    expect(part({ revenue: '999.99' })).toEqual({ east: '0.01' });
    expect(part({ revenue: '999.97' })).toEqual({ east: '0.02' });
  });

  it('R-4: the gap is of the year: an opening balance makes it no smaller, a debt no larger', () => {
    expect(part({ openingBalance: '5000.00' })).toEqual({ east: '40.00' });
    expect(part({ openingBalance: '-5000.00' })).toEqual({ east: '40.00' });
    expect(part({ revenue: '1000.00', openingBalance: '-5000.00' })).toEqual({});
  });

  it('SD-R2: the table replaced for a run by one rate needs no score and no band', () => {
    const { assessmentScore: _, ...unscored } = short('east');
    const changes = { values: { gap_share: '25%' } };
    expect(paidIn(shared([unscored], changes), 'gap_share')).toEqual({ east: '25.00' });
    expect(toldOf(tryPipeline('gap_sharing_with_cap', requestOf([unscored])))).toEqual([
      'missing_field pools[0].assessmentScore []',
    ]);
  });
});

describe("the fund's part has a cap where the rule sets one", () => {
  it.each([
    ['below the share', '19.99', '39.98'],
    ['just the share', '20.00', '40.00'],
    ['above the share', '20.01', '40.00'],
    ['of nothing without a levy last year', '0.00', undefined],
  ])('SD-3.4-c, SD-R2: twice the levy of last year, %s', (_, priorLevy, expected) => {
    expect(part({ priorLevy })).toEqual(expected === undefined ? {} : { east: expected });
  });

  it('AH-R3: a rule without cap asks for no levy of last year and pays the share', () => {
    const { priorLevy: _, ...rest } = short('east');
    expect(paidIn(shared([rest], {}, 'gap_sharing_with_pause'), 'gap_share')).toEqual({ east: '40.00' });
    expect(toldOf(tryPipeline('gap_sharing_with_cap', requestOf([rest])))).toEqual([
      'missing_field pools[0].priorLevy []',
    ]);
  });
});

describe('a gap is shared if its cause is accepted', () => {
  const refusedIn = ({ refusals }: AdjustmentResult): readonly string[] =>
    refusals.map(({ pool, condition, cite }) => `${pool} ${condition} ${cite.join()}`);

  it.each(['policy', 'emergency', 'proper', 'dependency'] as const)(
    'AH-1.5-f, AH-R3: %s is accepted by a rule that names it',
    (gapCause) => {
      const result = shared([short('east', { gapCause })], {}, 'gap_sharing_with_pause');
      expect(paidIn(result, 'gap_share')).toEqual({ east: '40.00' });
      expect(refusedIn(result)).toEqual([]);
    },
  );

  it.each(['dependency', 'other'] as const)(
    'SD-3.4-c, SD-R2: %s is refused by a rule that does not name it, for that pool only',
    (gapCause) => {
      const result = shared([short('east', { gapCause }), short('west')]);
      expect(paidIn(result, 'gap_share')).toEqual({ west: '40.00' });
      expect(refusedIn(result)).toEqual(['east gapCause YH-8']);
    },
  );

  it('SD-R2: a cause is no matter where there is no gap', () => {
    const result = shared([short('east', { gapCause: 'other', revenue: '1000.00' })]);
    expect(refusedIn(result)).toEqual([]);
    expect(nodeIn(result, 'need/gap_share/east')).toMatchObject({ formula: { en: 'no gap this year' } });
  });
});

describe('parts above what the fund has are scaled', () => {
  // East is owed 40; west has a gap of 50 of 1000, half of it: 25.
  const pools = [short('east'), short('west', { revenue: '950.00' })];

  it.each([
    ['just enough', '65.00', { east: '40.00', west: '25.00' }],
    // 13 × 40 ÷ 65 = 8; 13 × 25 ÷ 65 = 5
    ['in proportion', '13.00', { east: '8.00', west: '5.00' }],
    // 64.99 × 40 ÷ 65 = 39.9938…, × 25 ÷ 65 = 24.9961…: floors 39.99 and 24.99, the last fen to west
    ['a fen short', '64.99', { east: '39.99', west: '25.00' }],
    ['an empty fund', '0.00', {}],
  ])('SD-R3, AH-R4, R-3: %s', (_, opening, expected) => {
    const fund = fundOf(opening);
    expect(paidIn(shared(pools, { fund }), 'gap_share')).toEqual(expected);
    expect(paidIn(shared(pools, { fund }, 'gap_sharing_with_pause'), 'gap_share')).toEqual(expected);
  });

  it('SD-R3: the fund is opening balance, levies, interest and other income', () => {
    // West's levy is 5% of 60 = 3; 3 + 5 + 3 + 2 = 13
    const levied = [short('east'), short('west', { revenue: '950.00', priorCollections: '60.00' })];
    const fund = { openingBalance: '5.00', interest: '3.00', otherIncome: '2.00' };
    const result = shared(levied, { fund });
    expect(paidIn(result, 'gap_share')).toEqual({ east: '8.00', west: '5.00' });
    expect(amountIn(result, 'fund/closing')).toBe('0.00');
  });
});

it('SD-3.4-c: the calculation is shown with its clause, readings, gap, cell, bands and cap', () => {
  expect(nodeIn(shared([short('east', { priorLevy: '15.00' })]), 'need/gap_share/east')).toMatchObject({
    value: { kind: 'fen', amount: '30.00' },
    formula: { en: 'min(100.00 × 40% = 40.00, 30.00) = 30.00' },
    cite: ['YH-8'],
    readings: ['YH-R2'],
    inputs: [
      'gap/east',
      'value/gap_share/wide/pass',
      'value/gap_band_floor/wide',
      'value/score_band_floor/pass',
      'given/priorLevy/east',
      'value/levy_multiple',
    ],
  });
});
