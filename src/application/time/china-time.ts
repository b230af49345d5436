import { assert } from '#kernel/assert';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** China has one time zone, eight hours ahead of UTC, and since 1991 no summer time. */
const HOURS_AHEAD = 8;
const HOUR_MS = 3_600_000;

/** The day in China at an instant (ISO 8601 in UTC). */
export function chinaDateOf(instant: string): PlainDate {
  const date = parsePlainDate(hoursAfter(instant, HOURS_AHEAD).slice(0, 10));
  assert(date !== undefined, `${instant} is an instant`);
  return date;
}

/** The time in China at an instant, to the second: `2026-03-01 08:00:00`. */
export function chinaTimeOf(instant: string): string {
  return hoursAfter(instant, HOURS_AHEAD).slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' ');
}

/** The first millisecond of a day in China, as an instant in UTC. */
export function startOfChinaDay(date: PlainDate): string {
  return hoursAfter(`${date}T00:00:00.000Z`, -HOURS_AHEAD);
}

/** The last millisecond of a day in China, as an instant in UTC. */
export function endOfChinaDay(date: PlainDate): string {
  return hoursAfter(`${date}T23:59:59.999Z`, -HOURS_AHEAD);
}

/** The instant so many hours after another, both ISO 8601 in UTC. */
export function hoursAfter(instant: string, hours: number): string {
  return new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();
}
