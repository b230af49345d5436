import { coversPlace, type PlacePath } from '#domain/identity/place-path';
import type { Pooling } from '#domain/place/register';
import type { PlainDate } from '#kernel/plain-date';

/** A pooling with its end: `before` is the first day on which the place belongs to another pool; null while it lasts. */
export interface PoolingPeriod extends Pooling {
  readonly before: PlainDate | null;
}

/** Each pooling with the day on which the next one of the same place begins; in the order of place and day. */
export function poolingPeriods(poolings: readonly Pooling[]): readonly PoolingPeriod[] {
  const sorted = poolings.toSorted((a, b) =>
    a.place === b.place ? compare(a.since, b.since) : compare(a.place, b.place),
  );
  return sorted.map((pooling, index) => {
    const next = sorted[index + 1];
    return { ...pooling, before: next?.place === pooling.place ? next.since : null };
  });
}

/**
 * The pool that the insured of a place belong to on a day: by the row of the place itself, or else of the nearest place
 * above it that has one. Undefined where nothing is recorded for that day, as before pooling began (SC-2.2-g, JH-4.7-e).
 */
export function findPoolOf(
  poolings: readonly Pooling[],
  place: PlacePath,
  day: PlainDate,
): string | undefined {
  const current = poolingPeriods(poolings).filter(
    ({ place: above, since, before }) =>
      coversPlace(above, place) && since <= day && (before === null || day < before),
  );
  return current.toSorted((a, b) => b.place.length - a.place.length)[0]?.pool;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
