import { daysApart, groupLines, sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import type { MatchRule, NamedPair } from '#domain/reconciliation/match';

/** Lines that a rule puts together. */
export interface Found {
  readonly rule: MatchRule;
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

/** More lines of one amount than this cannot be told apart by their days; they are left to people. */
const ALIKE_LIMIT = 64;

/** What two people named: a line of theirs with the event that answers it, or a line of ours with what undoes it. */
export function matchNamed({ ours, theirs }: Sides, named: readonly NamedPair[]): readonly Found[] {
  const [own, other] = [byId(ours), byId(theirs)];
  return named.flatMap(({ item, event }) => {
    const answer = own.get(event);
    const asked = other.get(item);
    const undone = own.get(item);
    if (answer === undefined) return [];
    if (asked !== undefined && asked.amount === answer.amount) {
      return [{ rule: 'named' as const, ours: [answer], theirs: [asked] }];
    }
    if (undone !== undefined && undone !== answer && undone.amount + answer.amount === 0n) {
      return [{ rule: 'named' as const, ours: [undone, answer], theirs: [] }];
    }
    return [];
  });
}

/** Whole groups of one reference whose sums are equal; else equal amounts of one reference, one by one. */
export function matchByReference(sides: Sides): readonly Found[] {
  const theirs = groupLines(sides.theirs, ({ references }) => references);
  const ours = groupLines(sides.ours, ({ references }) => references);
  return [...theirs].flatMap(([reference, other]): readonly Found[] => {
    const own = ours.get(reference);
    if (own === undefined) return [];
    if (sumOf(own) === sumOf(other)) return [{ rule: 'reference', ours: own, theirs: other }];
    const amounts = groupLines(other, ({ amount }) => [amount.toString()]);
    return [...groupLines(own, ({ amount }) => [amount.toString()])].flatMap(([amount, lines]) => {
      // Lines alike in reference and amount are interchangeable: whichever is left over is one too many.
      const pairs = Math.min(lines.length, amounts.get(amount)?.length ?? 0);
      return Array.from({ length: pairs }, (_, index) => ({
        rule: 'reference_amount' as const,
        ours: lines.slice(index, index + 1),
        theirs: amounts.get(amount)?.slice(index, index + 1) ?? [],
      }));
    });
  });
}

/** As many lines of one day and amount on one side as on the other belong together as a set. */
export function matchByDay({ ours, theirs }: Sides): readonly Found[] {
  const keyOf = ({ on, amount }: Line): readonly string[] => [`${on} ${amount}`];
  const other = groupLines(theirs, keyOf);
  return [...groupLines(ours, keyOf)].flatMap(([key, own]) => {
    const same = other.get(key) ?? [];
    return same.length === own.length ? [{ rule: 'day_amount' as const, ours: own, theirs: same }] : [];
  });
}

/** Pairs of one amount within the window, where neither could be any other's. */
export function matchNearby({ ours, theirs }: Sides, windowDays: number): readonly Found[] {
  const keyOf = ({ amount }: Line): readonly string[] => [amount.toString()];
  const other = groupLines(theirs, keyOf);
  return [...groupLines(ours, keyOf)].flatMap(([key, own]) => {
    const same = other.get(key) ?? [];
    if (own.length > ALIKE_LIMIT || same.length > ALIKE_LIMIT) return [];
    const near = (line: Line, lines: readonly Line[]): readonly Line[] =>
      lines.filter(({ on }) => daysApart(on, line.on) <= windowDays);
    return own.flatMap((line) => {
      const [found, ...others] = near(line, same);
      if (found === undefined || others.length > 0 || near(found, own).length > 1) return [];
      return [{ rule: 'amount_nearby' as const, ours: [line], theirs: [found] }];
    });
  });
}

/** What a side took back itself: our reversal with its event, or two lines of one reference that come to nothing. */
export function matchCancelled({ ours, theirs }: Sides): readonly Found[] {
  const own = byId(ours);
  const undone = ours.flatMap((line) => {
    const before = line.takesBack === null ? undefined : own.get(line.takesBack);
    return before !== undefined && before.amount + line.amount === 0n
      ? [{ rule: 'cancelled' as const, ours: [before, line], theirs: [] }]
      : [];
  });
  const contra = [...groupLines(theirs, ({ references }) => references).values()]
    .filter((group) => group.length === 2 && sumOf(group) === 0n)
    .map((group) => ({ rule: 'cancelled' as const, ours: [], theirs: group }));
  return [...undone, ...contra];
}

function byId(lines: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map(lines.map((line) => [line.id, line]));
}
