import type { PackLifeStore } from '#application/ports/pack-life-store';
import { findInForce, lifeKnownAt } from '#domain/pack-life/pack-life';
import type { PlainDate } from '#kernel/plain-date';

/**
 * The hash of the version of a place's pack that is in force on a day (effective time), as it was known at an
 * instant (knowledge time, ISO 8601 in UTC with milliseconds); undefined where none was.
 */
export async function findPackInForce(
  store: Pick<PackLifeStore, 'listEvents'>,
  packId: string,
  date: PlainDate,
  knownOn: string,
): Promise<string | undefined> {
  const events = await store.listEvents(packId);
  return findInForce(lifeKnownAt(packId, events, knownOn), date)?.hash;
}
