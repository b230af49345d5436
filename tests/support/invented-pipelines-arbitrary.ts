import fc from 'fast-check';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { fen, formatYuan } from '#kernel/fen';
import { adjustBy, area, type Pipeline } from '#tests/support/invented-pipelines';

/** From a few fen, where every rounding shows, to the sums of a large province. */
const capArbitrary = fc.constantFrom(9n, 300n, 10n ** 6n, 10n ** 13n);

const yuan = (sum: bigint): string => formatYuan(fen(sum));

function poolArbitrary(cap: bigint): fc.Arbitrary<PoolRequest> {
  const sum = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0n) },
    { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: cap }) },
  );
  const amount = sum.map(yuan);
  return fc
    .record({
      figures: fc.record({
        collections: amount,
        priorCollections: amount,
        revenue: amount,
        expenditure: amount,
        priorLevy: fc.bigInt({ min: 0n, max: cap / 4n }).map(yuan),
        breachLoss: fc.bigInt({ min: 0n, max: cap / 9n }).map(yuan),
        collectionTask: amount,
        bondsRealised: fc.option(amount, { nil: undefined }),
        sameLevelSubsidy: fc.option(amount, { nil: undefined }),
        insured: fc.integer({ min: 1, max: 5_000_000 }),
        assessmentScore: fc.constantFrom('0', '59.99', '60', '87.5', '100'),
        gapCause: fc.constantFrom('policy', 'emergency', 'proper', 'dependency', 'other'),
        kind: fc.constantFrom('county', 'district'),
        class: fc.constantFrom(1, 2, 3),
      }),
      opening: fc.bigInt({ min: -cap / 2n, max: cap }),
      legacyPercent: fc.constantFrom(0n, 37n, 100n),
      audited: sum,
    })
    .map(({ figures, opening, legacyPercent, audited }) => ({
      ...area('drawn'),
      ...figures,
      openingBalance: yuan(opening),
      legacyBalance: yuan(opening > 0n ? (opening * legacyPercent) / 100n : 0n),
      auditedPriorGap: yuan(figures.kind === 'district' ? 0n : audited),
    }));
}

/** Any year that a rule accepts: one to seven pools, thin and rich, some of them twins. */
export function yearArbitrary(pipeline: Pipeline): fc.Arbitrary<AdjustmentRequest> {
  return capArbitrary
    .chain((cap) =>
      fc.record({
        ids: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 7 }),
        drawn: fc.array(poolArbitrary(cap), { minLength: 7, maxLength: 7 }),
        areTwins: fc.boolean(),
        sums: fc.array(fc.bigInt({ min: 0n, max: cap / 3n }), { minLength: 3, maxLength: 3 }),
        releasePercents: fc.array(fc.constantFrom(0n, 25n, 50n), { maxLength: 2 }),
      }),
    )
    .map(({ ids, drawn, areTwins, sums, releasePercents }) => {
      const [openingBalance = '', interest = '', otherIncome = ''] = sums.map(yuan);
      const pools = ids.map((id, index) => ({
        ...(drawn[areTwins ? index - (index % 2) : index] ?? area(id)),
        id,
      }));
      const fund = { openingBalance, interest, otherIncome };
      const request: AdjustmentRequest = { year: 2024, scheme: 'employee', fund, pools };
      return withReleases(pipeline, request, releasePercents);
    });
}

/** Releases of a part of the reserve each, to the first pools: together never more than there is. */
function withReleases(
  pipeline: Pipeline,
  request: AdjustmentRequest,
  percents: readonly bigint[],
): AdjustmentRequest {
  if (pipeline !== 'distribution_with_reserve') return request;
  const reserve = adjustBy(pipeline, request).fund.reserve.fen;
  const reserveReleases = percents.map((percent, index) => ({
    pool: request.pools[index % request.pools.length]?.id ?? '',
    amount: yuan((reserve * percent) / 100n),
    cause: 'epidemic' as const,
  }));
  return { ...request, reserveReleases };
}
