import type { Books, Pool } from '#console/api/ledger-queries.ts';
import type { WatchAsked } from '#console/api/monitoring-queries.ts';

const isWithin = (place: string, above: string): boolean => place === above || place.startsWith(`${above}/`);

/**
 * Lists the watches of all funds in sight, by insurance type, each at the latest month that one of its pools has closed. A
 * pool is watched with the funds above it, alone where there are none; where nothing is closed there is nothing to watch.
 */
export function latestWatches(
  pools: readonly Pick<Pool, 'id' | 'kind' | 'place'>[],
  books: readonly Pick<Books, 'pool' | 'kind' | 'place' | 'insuranceType' | 'closedThrough'>[],
  packOf: (place: string) => string,
): readonly WatchAsked[] {
  const funds = pools.filter(({ kind }) => kind === 'fund');
  const alone = pools.filter(
    ({ kind, place }) => kind === 'pool' && !funds.some((fund) => isWithin(place, fund.place)),
  );
  return [...funds, ...alone].flatMap(({ id, kind, place }) =>
    (['employee', 'resident'] as const).flatMap((insuranceType) => {
      const own = books.filter(
        (one) =>
          one.kind === 'pool' &&
          one.insuranceType === insuranceType &&
          (kind === 'fund' ? isWithin(one.place, place) : one.pool === id),
      );
      const month = own
        .flatMap(({ closedThrough }) => closedThrough ?? [])
        .toSorted()
        .at(-1);
      return month === undefined ? [] : [{ subject: id, insuranceType, month, pack: packOf(place) }];
    }),
  );
}
