import { inOrder, sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import type { Match, NamedPair } from '#domain/reconciliation/match';
import {
  matchByDay,
  matchByReference,
  matchCancelled,
  matchNamed,
  matchNearby,
  type Found,
} from '#domain/reconciliation/match-rules';
import { matchBySums } from '#domain/reconciliation/match-sums';
import { assert } from '#kernel/assert';

/** A line may be booked so many days apart on the two sides: over a weekend and a day for the wire on each end. */
const WINDOW_DAYS = 5;

/** What belongs together, and what is left open. */
export interface Matching {
  readonly matches: readonly Match[];
  readonly open: Sides;
}

/**
 * Matches our lines with those of the other party (JH-4.7-b, NAT-28.7), with no tolerance: what was named, then by
 * reference, by day and amount, by amount nearby, by sums nearby, and what a side took back itself; again until nothing
 * more is found. Where two answers would do none is taken. The order of the lines given makes no difference.
 */
export function matchLines(
  sides: Sides,
  named: readonly NamedPair[] = [],
  windowDays: number = WINDOW_DAYS,
): Matching {
  const rules: readonly ((open: Sides) => readonly Found[])[] = [
    matchByReference,
    matchByDay,
    (open) => matchNearby(open, windowDays),
    (open) => matchBySums(open, windowDays),
    matchCancelled,
  ];
  let open: Sides = { ours: inOrder(sides.ours), theirs: inOrder(sides.theirs) };
  const matches: Match[] = [];
  const take = (found: readonly Found[]): void => {
    const taken = disjoint(found);
    const ids = new Set(taken.flatMap(({ ours, theirs }) => [...ours, ...theirs]).map(({ id }) => id));
    matches.push(...taken.map(matchOf));
    const isOpen = ({ id }: Line): boolean => !ids.has(id);
    open = { ours: open.ours.filter(isOpen), theirs: open.theirs.filter(isOpen) };
  };
  take(matchNamed(open, named));
  let before: number;
  do {
    before = matches.length;
    for (const rule of rules) take(rule(withoutOpening(open)));
  } while (matches.length > before);
  return { matches, open };
}

/** What a rule found, less what would use a line a second time: a line may have several references. */
function disjoint(found: readonly Found[]): readonly Found[] {
  const used = new Set<string>();
  return found.filter(({ ours, theirs }) => {
    const ids = [...ours, ...theirs].map(({ id }) => id);
    if (ids.some((id) => used.has(id))) return false;
    for (const id of ids) used.add(id);
    return true;
  });
}

function matchOf({ rule, ours, theirs }: Found): Match {
  const amount = sumOf(ours);
  assert(amount === sumOf(theirs), `both sides of a match by ${rule} are equal`);
  return { rule, ours: ours.map(({ id }) => id), theirs: theirs.map(({ id }) => id), amount };
}

function withoutOpening({ ours, theirs }: Sides): Sides {
  const isMovement = ({ isOpening }: Line): boolean => !isOpening;
  return { ours: ours.filter(isMovement), theirs: theirs.filter(isMovement) };
}
