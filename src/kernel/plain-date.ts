import { assert } from '#kernel/assert';

/** A day of the calendar without clock or time zone, as ISO text "2024-02-18"; text order is date order. */
export type PlainDate = string & { readonly unit: 'date' };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads "2024-02-29"; undefined when the text is no day of the calendar. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = ISO_DATE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map((part) => Number.parseInt(part, 10));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as PlainDate;
}

export function plainDate(year: number, month: number, day: number): PlainDate {
  const pad = (value: number, width: number): string => value.toString().padStart(width, '0');
  const date = parsePlainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
  assert(date !== undefined, `${year}-${month}-${day} is a day of the calendar`);
  return date;
}

export function yearOf(date: PlainDate): number {
  return Number.parseInt(date.slice(0, 4), 10);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day after: 2024-12-31 → 2025-01-01. */
export function nextDay(date: PlainDate): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map((part) => Number.parseInt(part, 10));
  if (day < daysInMonth(year, month)) return plainDate(year, month, day + 1);
  return month < 12 ? plainDate(year, month + 1, 1) : plainDate(year + 1, 1, 1);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
