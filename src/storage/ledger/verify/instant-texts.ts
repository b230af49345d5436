/** Days from 1970-01-01 to 2000-01-01, from where PostgreSQL counts. */
const EPOCH_DAYS = 10_957;
const DAY_MILLISECONDS = 86_400_000;
const DAY_MICROSECONDS = 86_400_000_000n;
const INFINITE_DAY = 2 ** 31 - 1;
const INFINITE_INSTANT = 2n ** 63n - 1n;
/** The last day that JavaScript's dates know, and the first. */
const FAR_DAYS = 100_000_000;
/** Beyond that many the memory of days begins anew. */
const MOST_DAYS = 10_000;

const days = new Map<number, string>();

/** A PostgreSQL date, in days from 2000-01-01, as YYYY-MM-DD; one beyond the years 1 to 9999 as its count of days. */
export function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const text = writeDay(day);
  days.set(day, text);
  return text;
}

function writeDay(day: number): string {
  if (day === INFINITE_DAY) return 'infinity';
  if (day === -INFINITE_DAY - 1) return '-infinity';
  const sinceEpoch = day + EPOCH_DAYS;
  if (Math.abs(sinceEpoch) > FAR_DAYS) return `day ${day}`;
  const text = new Date(sinceEpoch * DAY_MILLISECONDS).toISOString();
  const isFar = text.length > 24 || text.startsWith('0000');
  return isFar ? `day ${day}` : text.slice(0, 10);
}

let lastHigh = NaN;
let lastLow = NaN;
let lastText = '';

/** A PostgreSQL instant, in microseconds from 2000-01-01 UTC as two halves, as YYYY-MM-DDTHH:MM:SS.ffffffZ. */
export function instantText(high: number, low: number): string {
  if (high !== lastHigh || low !== lastLow) {
    lastText = writeInstant((BigInt(high) << 32n) | BigInt(low));
    lastHigh = high;
    lastLow = low;
  }
  return lastText;
}

function writeInstant(microseconds: bigint): string {
  if (microseconds === INFINITE_INSTANT) return 'infinity';
  if (microseconds === -INFINITE_INSTANT - 1n) return '-infinity';
  const ofDay = ((microseconds % DAY_MICROSECONDS) + DAY_MICROSECONDS) % DAY_MICROSECONDS;
  const day = dayText(Number((microseconds - ofDay) / DAY_MICROSECONDS));
  const rest = Number(ofDay);
  const time = new Date(Math.floor(rest / 1000)).toISOString().slice(11, 23);
  return `${day}T${time}${(rest % 1000).toString().padStart(3, '0')}Z`;
}
