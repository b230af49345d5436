import fc from 'fast-check';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { fen, formatYuan } from '#kernel/fen';
import { adjustInvented, ALL_MET, city } from '#tests/support/invented-request';

/** From a few fen, where every rounding shows, to the sums of a large province. */
const capArbitrary = fc.constantFrom(9n, 300n, 10n ** 6n, 10n ** 13n);
const conditionsArbitrary = fc.oneof(
  { weight: 5, arbitrary: fc.constant(ALL_MET) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('levyPaid', 'budgetMet').map((name) => ({ ...ALL_MET, [name]: false })),
  },
);

function poolArbitrary(cap: bigint): fc.Arbitrary<PoolRequest & { readonly coverPercent: bigint }> {
  const amount = fc
    .oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: cap }))
    .map((sum) => formatYuan(fen(sum)));
  return fc
    .record({
      collections: amount,
      revenue: amount,
      expenditure: amount,
      openingBalance: fc.bigInt({ min: -cap / 2n, max: cap }).map((sum) => formatYuan(fen(sum))),
      emergency: fc.oneof({ weight: 2, arbitrary: fc.constant('0.00') }, { weight: 1, arbitrary: amount }),
      emergencyCause: fc.constantFrom('public_health', 'policy', 'other'),
      conditions: conditionsArbitrary,
      coverPercent: fc.constantFrom(0n, 50n, 100n, 100n),
    })
    .map((drawn) => ({ ...city('drawn'), ...drawn }));
}

/** Any province that Yunhai's rule accepts: one to seven cities, thin and rich, some of them twins. */
export const provinceArbitrary: fc.Arbitrary<AdjustmentRequest> = capArbitrary.chain((cap) =>
  fc
    .record({
      ids: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 7 }),
      drawn: fc.array(poolArbitrary(cap), { minLength: 7, maxLength: 7 }),
      areTwins: fc.boolean(),
      year: fc.constantFrom(2024, 2025),
      sums: fc.array(fc.bigInt({ min: 0n, max: cap / 3n }), { minLength: 5, maxLength: 5 }),
      pair: fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })),
    })
    .map(({ ids, drawn, areTwins, year, sums, pair }) => {
      const [openingBalance = '', interest = '', otherIncome = '', one = '', two = ''] = sums.map((sum) =>
        formatYuan(fen(sum)),
      );
      const at = (index: number): string => ids[index % ids.length] ?? '';
      const pools = ids.map((id, index) => {
        const { coverPercent, ...pool } = drawn[areTwins ? index - (index % 2) : index] ?? {
          ...city(id),
          coverPercent: 0n,
        };
        return { coverPercent, pool: { ...pool, id } };
      });
      const request: AdjustmentRequest = {
        year,
        scheme: 'employee',
        fund: { openingBalance, interest, otherIncome },
        pools: pools.map(({ pool }) => pool),
        recoveries: [
          { placeOfCare: at(pair[0]), placeOfInsurance: at(pair[1]), amount: one },
          { placeOfCare: at(pair[1]), placeOfInsurance: at(0), amount: two },
        ],
      };
      return withCover(request, new Map(pools.map(({ pool, coverPercent }) => [pool.id, coverPercent])));
    }),
);

/** Each deficit after the levy covered whole, in half or not at all; cover above it would be refused. */
function withCover(request: AdjustmentRequest, percents: ReadonlyMap<string, bigint>): AdjustmentRequest {
  const open = adjustInvented(request).burdens.filter((row) => row.bearer === 'uncovered');
  const deficits = new Map(open.map((row) => [row.pool, row.amount.fen]));
  const pools = request.pools.map((pool) => {
    const cover = ((deficits.get(pool.id) ?? 0n) * (percents.get(pool.id) ?? 0n)) / 100n;
    return { ...pool, treasuryCover: formatYuan(fen(cover)) };
  });
  return { ...request, pools };
}
