import { nextDay, type PlainDate } from '#kernel/plain-date';

/** Days from `from` to `to`, both included; without `to` it has no end yet. */
export interface Period {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}

export function contains(period: Period, date: PlainDate): boolean {
  return period.from <= date && (period.to === undefined || date <= period.to);
}

export function overlap(a: Period, b: Period): boolean {
  return (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
}

/** True when `next` starts on the day after `previous` ends. */
export function adjoins(previous: Period, next: Period): boolean {
  // Compared first, because the calendar's last day, 9999-12-31, has no next day.
  return previous.to !== undefined && previous.to < next.from && nextDay(previous.to) === next.from;
}
