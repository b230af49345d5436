import { describe, expect, it } from 'vitest';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import type { PoolAmount } from '#domain/adjustment/facts';
import { factsOfNextYear } from '#domain/adjustment/projection/next-year';
import { formatYuan } from '#kernel/fen';
import { growthBy } from '#tests/support/growth';
import { adjustBy, area, fundOf, type Pipeline } from '#tests/support/invented-pipelines';
import { adjustInvented, inventedRequest } from '#tests/support/invented-request';

function requestOf(pool: PoolRequest, opening = '0.00'): AdjustmentRequest {
  return { year: 2024, scheme: 'employee', fund: fundOf(opening), pools: [pool] };
}

/** Some amounts of the one pool in the year after. */
function nextOf(
  rule: Pipeline,
  pool: PoolRequest,
  growth: Parameters<typeof growthBy>[0],
  ...fields: readonly PoolAmount[]
): readonly string[] {
  const next = factsOfNextYear(adjustBy(rule, requestOf(pool)), growthBy(growth));
  return fields.map((field) => formatYuan(next.pools[0]?.amounts[field] ?? (-1n as never)));
}

describe('the facts of the next year', () => {
  it('open with what the pools and the fund closed with', () => {
    const next = factsOfNextYear(adjustInvented(inventedRequest()), growthBy());
    expect(next.year).toBe(2025);
    // See invented-request: east 600 − 50 + 30 + 50, west 3000 − 100 + 50 + 44.80, north 2800 − 150 + 67.20.
    expect(next.pools.map(({ amounts }) => formatYuan(amounts.openingBalance ?? (0n as never)))).toEqual([
      '630.00',
      '2994.80',
      '2717.20',
    ]);
    expect(next.fund).toEqual({ openingBalance: 17_800n, interest: 400n, otherIncome: 600n });
  });

  it('take the levy, and what was collected, as those of the year before', () => {
    // 5% of last year's 2000.00 is the levy.
    const pool = area('a', { collections: '1000.00', priorCollections: '2000.00', priorLevy: '7.00' });
    const fields = ['priorLevy', 'priorCollections', 'collections', 'collectionTask'] as const;
    expect(
      nextOf(
        'gap_sharing_with_cap',
        { ...pool, collectionTask: '900.00' },
        { collections: '10%' },
        ...fields,
      ),
    ).toEqual(['100.00', '1000.00', '1100.00', '990.00']);
  });

  it("let last year's collections grow where this year's are not stated", () => {
    const { collections: _, ...pool } = area('a', { priorCollections: '2000.00' });
    const past = adjustBy('gap_sharing_with_cap', requestOf(pool));
    const [next] = factsOfNextYear(past, growthBy({ collections: '10%' })).pools;
    expect(next?.amounts.priorCollections).toBe(220_000n);
    expect(next?.amounts).not.toHaveProperty('collections');
  });

  it('leave of the balance from before pooling what was not used of it', () => {
    // Levy 5; gap 130 + 5 − 100 = 35; 4.50 of it is distributed, 30.50 comes from the 60.
    const pool = area('a', {
      openingBalance: '100.00',
      legacyBalance: '60.00',
      revenue: '100.00',
      expenditure: '130.00',
    });
    expect(nextOf('distribution_with_reserve', pool, {}, 'legacyBalance', 'openingBalance')).toEqual([
      '29.50',
      '69.50',
    ]);
  });

  it('hold no balance from before pooling in a balance that is used up', () => {
    // Gap 205 beside a balance of 100: all of it is used, and the treasury bears the rest.
    const pool = area('a', {
      openingBalance: '100.00',
      legacyBalance: '60.00',
      revenue: '100.00',
      expenditure: '300.00',
    });
    expect(nextOf('distribution_with_reserve', pool, {}, 'legacyBalance', 'openingBalance')).toEqual([
      '0.00',
      '0.00',
    ]);
  });

  it('repeat nothing that was decided or happened in the one year', () => {
    const once = { breachLoss: '1.00', auditedPriorGap: '2.00', bondsRealised: '3.00' };
    const pool = area('a', { ...once, sameLevelSubsidy: '4.00', treasuryCover: '5.00', emergency: '6.00' });
    const fields = ['breachLoss', 'auditedPriorGap', 'bondsRealised'] as const;
    const more = ['sameLevelSubsidy', 'treasuryCover', 'emergency'] as const;
    expect(nextOf('gap_sharing_with_cap', pool, {}, ...fields, ...more)).toEqual(Array(6).fill('0.00'));
    const next = factsOfNextYear(adjustInvented(inventedRequest()), growthBy());
    expect([next.recoveries, next.reserveReleases]).toEqual([[], []]);
  });

  it('keep what is attested, scored and classified, and let the insured grow', () => {
    const pool = area('a', { insured: 1000, assessmentScore: '87.5', gapCause: 'proper', class: 2 });
    const past = adjustBy('gap_sharing_with_cap', requestOf(pool));
    const [before] = past.facts.pools;
    const [next] = factsOfNextYear(past, growthBy({ insured: '-1.5%' })).pools;
    expect(next).toEqual({ ...before, insured: 985n, amounts: next?.amounts });
  });
});
