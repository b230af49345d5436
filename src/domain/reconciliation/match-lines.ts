import { inOrder, sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import type { Match, NamedPair } from '#domain/reconciliation/match';
import {
  matchByDay,
  matchByReference,
  matchCancelled,
  matchNamed,
  matchNearby,
  matchSurplusOfDay,
  type Found,
} from '#domain/reconciliation/match-rules';
import { matchBySums } from '#domain/reconciliation/match-sums';
import { assert } from '#kernel/assert';

/** Largest distance in days between the two bookings of a movement: a weekend and a day for the wire on each end. */
const WINDOW_DAYS = 5;

/** Matched lines, and the lines left open. */
export interface Matching {
  readonly matches: readonly Match[];
  readonly open: Sides;
}

/**
 * Matches our lines with the other party's (JH-4.7-b, NAT-28.7) without tolerance. Rules in order: pairs named by
 * people, reference, day and amount, amount nearby, sums nearby, reversals within one side; repeated until nothing more
 * is found; last, surplus lines of a day. An ambiguous answer is not taken. The order of the given lines makes no
 * difference.
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
  // Last, so that whatever tells more of a line has been heard.
  take(matchSurplusOfDay(withoutOpening(open)));
  return { matches, open };
}

/** Keeps the groups found by a rule that use no line a second time; a line may have several references. */
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
