import { HAND } from '#bench/contestants/hand-place';

const SURELY_MINOR_DAYS = HAND.minorAge * 365;
const SURELY_ADULT_DAYS = HAND.minorAge * 366;

/** Whether a person is still a minor; only within some days of the birthday does the calendar decide. */
export function isMinor(bornOn: number, admittedOn: number): boolean {
  const days = admittedOn - bornOn;
  if (days < SURELY_MINOR_DAYS) return true;
  if (days >= SURELY_ADULT_DAYS) return false;
  return fullYears(bornOn, admittedOn) < HAND.minorAge;
}

/** Complete years between two days since 1970-01-01. */
function fullYears(from: number, to: number): number {
  return Math.floor((calendarDay(to) - calendarDay(from)) / 10_000);
}

/** A day as the number 20250131, by the civil calendar's usual reckoning from 1 March of the year 0. */
export function calendarDay(days: number): number {
  const fromMarch = days + 719_468;
  const era = Math.floor(fromMarch / 146_097);
  const ofEra = fromMarch - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day;
}
