import { daysApart, groupLines, sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import type { MatchRule, NamedPair } from '#domain/reconciliation/match';

/** A group of lines found by a rule. */
export interface Found {
  readonly rule: MatchRule;
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

/** Upper bound of lines of one amount that are told apart by their days; more are left to people. */
const ALIKE_LIMIT = 64;

/**
 * Matches pairs named by two people: a line of theirs with the event that answers it, or a line of ours with its
 * reversal.
 */
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

/** Matches whole groups of one reference with equal sums; otherwise equal amounts of one reference, one by one. */
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

/** Matches all lines of one day and amount as a set where both sides have equally many. */
export function matchByDay({ ours, theirs }: Sides): readonly Found[] {
  const keyOf = ({ on, amount }: Line): readonly string[] => [`${on} ${amount}`];
  const other = groupLines(theirs, keyOf);
  return [...groupLines(ours, keyOf)].flatMap(([key, own]) => {
    const same = other.get(key) ?? [];
    return same.length === own.length ? [{ rule: 'day_amount' as const, ours: own, theirs: same }] : [];
  });
}

/**
 * Matches lines of one day and amount where one side has more: as many as the other side has, leaving the rest as
 * surplus. Only where the lines of the larger side show the same counterparty, so that it makes no difference which of
 * them is left.
 */
export function matchSurplusOfDay({ ours, theirs }: Sides): readonly Found[] {
  const keyOf = ({ on, amount }: Line): readonly string[] => [`${on} ${amount}`];
  const other = groupLines(theirs, keyOf);
  return [...groupLines(ours, keyOf)].flatMap(([key, own]): readonly Found[] => {
    const same = other.get(key) ?? [];
    const more = own.length > same.length ? own : same;
    if (new Set(more.map(({ counterparty }) => counterparty)).size > 1) return [];
    const pairs = Math.min(own.length, same.length);
    if (pairs === 0) return [];
    return [{ rule: 'day_amount_surplus', ours: own.slice(0, pairs), theirs: same.slice(0, pairs) }];
  });
}

/** Matches pairs of one amount within the window where neither line could belong to another pair. */
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

/** Matches reversals within one side: our reversal with its event, or two lines of one reference that sum to zero. */
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
