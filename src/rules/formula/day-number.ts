import { plainDate, yearOf, type PlainDate } from '#kernel/plain-date';

const DAYS_IN_400_YEARS = 146_097;
/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468;

/** Days since 1970-01-01: how targets hold a date. Years are reckoned from March, so that leap days come last. */
export function daysOf(date: PlainDate): number {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  const [month, day] = [twoDigits(date, 5), twoDigits(date, 8)];
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - EPOCH;
}

function twoDigits(date: PlainDate, at: number): number {
  return (date.charCodeAt(at) - 48) * 10 + date.charCodeAt(at + 1) - 48;
}

/** The day of a number of days since 1970-01-01. */
export function dateOfDays(days: number): PlainDate {
  const fromMarch = days + EPOCH;
  const era = Math.floor(fromMarch / DAYS_IN_400_YEARS);
  const dayOfEra = fromMarch - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/**
 * Full years from one day to another, as a person's age is told: the year is full on the day of the same month
 * and number, and who was born on 29 February is a year older on 1 March of a common year. Below zero where the
 * second day comes first.
 */
export function fullYearsBetween(from: PlainDate, to: PlainDate): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) >= from.slice(5) ? years : years - 1;
}
