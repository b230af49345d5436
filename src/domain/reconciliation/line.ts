import { assert } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';
import type { PlainDate } from '#kernel/plain-date';

/** Whose book a line stands in: our ledger, or the statement of the other party. */
export type Side = 'ours' | 'theirs';

/** One movement of money as a side shows it. */
export interface Line {
  /** `event/<number>` of ours, `<statement>/<line>` of theirs: the same in every later period. */
  readonly id: string;
  readonly on: PlainDate;
  /** In fen: received above zero, paid below. */
  readonly amount: bigint;
  /** What may stand on both sides for the same movement, normalised; none where nothing does. */
  readonly references: readonly string[];
  readonly counterparty: string;
  readonly summary: string;
  /** The id of the line that this one takes back; null where it takes back none. */
  readonly takesBack: string | null;
  /** No movement but a difference of opening balances: matched only by what two people named. */
  readonly isOpening: boolean;
}

/** The lines of both sides. */
export interface Sides {
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

/** Full-width signs, case and spaces make no difference between references. */
export function normaliseReference(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();
}

export function sumOf(lines: readonly Line[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

/** By day and id, so that the order in which lines come makes no difference. */
export function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => compareCodePoints(a.on, b.on) || compareCodePoints(a.id, b.id));
}

/** Lines by a key, keys in order; a line may have several keys, or none. */
export function groupLines(
  lines: readonly Line[],
  keysOf: (line: Line) => readonly string[],
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    for (const key of new Set(keysOf(line))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
    }
  }
  return new Map([...groups].toSorted(([a], [b]) => compareCodePoints(a, b)));
}

const DAYS_OF_400_YEARS = 146_097;

/** How many days lie between two days, whichever comes first. */
export function daysApart(one: PlainDate, other: PlainDate): number {
  return Math.abs(dayNumber(one) - dayNumber(other));
}

/** Days since the first of March of the year 0 (Gregorian): the leap day is the last of such a year. */
function dayNumber(date: PlainDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map((part) => Number.parseInt(part, 10));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const number =
    era * DAYS_OF_400_YEARS + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  assert(Number.isInteger(number), `${date} has a number`);
  return number;
}
