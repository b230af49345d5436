import { assert } from '#kernel/assert';
import { daysInMonth, plainDate, type PlainDate } from '#kernel/plain-date';

/** A calendar month as ISO text "2024-03"; text order is time order. */
export type Month = string & { readonly unit: 'month' };

export const MONTHS_PER_YEAR = 12n;

/** Reads "2024-03"; undefined when the text is no month. */
export function parseMonth(text: string): Month | undefined {
  const match = /^\d{4}-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const number = Number.parseInt(match[1] ?? '', 10);
  return number >= 1 && number <= 12 ? (text as Month) : undefined;
}

export function firstDayOf(month: Month): PlainDate {
  const { year, number } = partsOf(month);
  return plainDate(year, number, 1);
}

export function lastDayOf(month: Month): PlainDate {
  const { year, number } = partsOf(month);
  return plainDate(year, number, daysInMonth(year, number));
}

/** The month that lies `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const { year, number } = partsOf(month);
  const index = year * 12 + (number - 1) + count;
  const text = `${Math.floor(index / 12)
    .toString()
    .padStart(4, '0')}-${((index % 12) + 1).toString().padStart(2, '0')}`;
  const result = parseMonth(text);
  assert(result !== undefined, `${month} moved by ${count} stays in the calendar`);
  return result;
}

function partsOf(month: Month): { readonly year: number; readonly number: number } {
  const [year = 0, number = 0] = month.split('-').map((part) => Number.parseInt(part, 10));
  return { year, number };
}
