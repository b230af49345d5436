import { assert } from '#kernel/assert';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** China has one time zone, eight hours ahead of UTC, and since 1991 no summer time. */
const HOURS_AHEAD = 8;
const HOUR_MS = 3_600_000;

/** The day in China at an instant (ISO 8601 in UTC). */
export function chinaDateOf(instant: string): PlainDate {
  const date = parsePlainDate(shifted(instant, HOURS_AHEAD).slice(0, 10));
  assert(date !== undefined, `${instant} is an instant`);
  return date;
}

/** The first millisecond of a day in China, as an instant in UTC. */
export function startOfChinaDay(date: PlainDate): string {
  return shifted(`${date}T00:00:00.000Z`, -HOURS_AHEAD);
}

/** The last millisecond of a day in China, as an instant in UTC. */
export function endOfChinaDay(date: PlainDate): string {
  return shifted(`${date}T23:59:59.999Z`, -HOURS_AHEAD);
}

function shifted(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();
}
