import { chinaDateOf, endOfChinaDay } from '#application/time/china-time';
import type { VersionTimes } from '#application/pack-life/place-versions';
import { readDay } from '#application/pack-life/read-day';
import { valueOf } from '#http/problem';

/** The times that a list of versions is asked for: today in China, and all that is known, where none is given. */
export function readVersionTimes(
  query: { readonly on?: string; readonly knownOn?: string },
  now: string,
): VersionTimes {
  return {
    on: query.on === undefined ? chinaDateOf(now) : valueOf(readDay('on', query.on)),
    knownOn: query.knownOn === undefined ? null : endOfChinaDay(valueOf(readDay('knownOn', query.knownOn))),
  };
}
