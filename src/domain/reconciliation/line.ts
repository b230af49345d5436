import { assert } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';
import type { PlainDate } from '#kernel/plain-date';

/** The side of a line: our ledger, or the statement of the other party. */
export type Side = 'ours' | 'theirs';

/** One movement of money as one side shows it. */
export interface Line {
  /** `event/<number>` for ours, `<statement>/<line>` for theirs; the same in every later period. */
  readonly id: string;
  readonly on: PlainDate;
  /** In fen: positive when received, negative when paid. */
  readonly amount: bigint;
  /** References that both sides may show for the same movement, normalised; empty where there is none. */
  readonly references: readonly string[];
  readonly counterparty: string;
  readonly summary: string;
  /** Id of the line that this one reverses; null where it reverses none. */
  readonly takesBack: string | null;
  /** Number of months closed while the line was open: 0 for a line of the month itself. */
  readonly carriedMonths: number;
  /**
   * Whether the line is a difference of opening balances rather than a movement: only a pair named by two people
   * matches it.
   */
  readonly isOpening: boolean;
}

/** The lines of both sides. */
export interface Sides {
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

/** Normalises a reference: full-width signs, case and spaces make no difference. */
export function normaliseReference(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase();
}

export function sumOf(lines: readonly Line[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Orders lines by day and id, so that the order in which they are given makes no difference. */
export function inOrder(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((a, b) => compareCodePoints(a.on, b.on) || compareCodePoints(a.id, b.id));
}

/** Groups lines by key, in key order; a line may have several keys, or none. */
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

/** Counts the days between two days, whichever comes first. */
export function daysApart(one: PlainDate, other: PlainDate): number {
  return Math.abs(dayNumber(one) - dayNumber(other));
}

/** Counts days since 1 March of the year 0 (Gregorian), so that the leap day is the last of its year. */
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
