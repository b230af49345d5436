import { daysApart, groupLines, sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import type { Found } from '#domain/reconciliation/match-rules';

/** Largest group searched for the one subset with the sum: 2^16 sums at most. */
const SUBSET_LIMIT = 16;
/** Number of comparisons after which only whole days are added up; what is not found stays open for people. */
const WORK_LIMIT = 2_000_000;

/**
 * Matches a line with several lines of the other side within the window whose sum it is: of one day, reference or
 * counterparty, such as one sweep of a day's premiums. Never where two sets would fit, or a line would be used twice.
 */
export function matchBySums({ ours, theirs }: Sides, windowDays: number): readonly Found[] {
  const found = [
    ...sumsOf(theirs, ours, windowDays).map(({ one, several }) => ({ theirs: [one], ours: several })),
    ...sumsOf(ours, theirs, windowDays).map(({ one, several }) => ({ ours: [one], theirs: several })),
  ];
  const uses = new Map<string, number>();
  const idsOf = (sides: Sides): readonly string[] => [...sides.ours, ...sides.theirs].map(({ id }) => id);
  for (const id of found.flatMap(idsOf)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return found
    .filter((sides) => idsOf(sides).every((id) => uses.get(id) === 1))
    .map((sides) => ({ rule: 'sum_nearby', ...sides }));
}

interface Sum {
  readonly one: Line;
  readonly several: readonly Line[];
}

function sumsOf(ones: readonly Line[], others: readonly Line[], windowDays: number): readonly Sum[] {
  const isSmall = ones.length * (others.length + 1) <= WORK_LIMIT;
  const days = [...groupLines(others, ({ on, amount }) => [`${on} ${signOf(amount)}`]).values()]
    .filter(({ length }) => length >= 2)
    .map((lines) => ({ lines, sum: sumOf(lines) }));
  const parties = isSmall
    ? [...groupLines(others, partyKeys).values()].filter(({ length }) => length >= 2)
    : [];
  const isNear = ({ on, amount }: Line, one: Line): boolean =>
    signOf(amount) === signOf(one.amount) && daysApart(on, one.on) <= windowDays;
  return ones.flatMap((one) => {
    const found = days.flatMap(({ lines, sum }) => {
      const [first] = lines;
      const mayBe = isSmall || sum === one.amount;
      if (first === undefined || !mayBe || !isNear(first, one)) return [];
      return isSmall ? setsWithSum(lines, one.amount) : [lines];
    });
    const ofParties = parties.flatMap((group) =>
      setsWithSum(
        group.filter((line) => isNear(line, one)),
        one.amount,
      ),
    );
    const sets = new Map([...found, ...ofParties].map((set) => [set.map(({ id }) => id).join(' '), set]));
    return sets.size === 1 ? [...sets.values()].map((several) => ({ one, several })) : [];
  });
}

/** Finds up to two sets of two or more lines with the sum; two suffice, because an ambiguous sum is not taken. */
function setsWithSum(lines: readonly Line[], sum: bigint): readonly (readonly Line[])[] {
  if (lines.length < 2) return [];
  if (lines.length > SUBSET_LIMIT) return sumOf(lines) === sum ? [lines] : [];
  const sets: (readonly Line[])[] = [];
  const magnitude = sum < 0n ? -sum : sum;
  const search = (from: number, left: bigint, taken: readonly Line[]): void => {
    if (sets.length > 1) return;
    if (left === 0n) {
      if (taken.length >= 2) sets.push(taken);
      return;
    }
    for (const [offset, line] of lines.slice(from).entries()) {
      const rest = left - (line.amount < 0n ? -line.amount : line.amount);
      if (rest >= 0n) search(from + offset + 1, rest, [...taken, line]);
    }
  };
  search(0, magnitude, []);
  return sets;
}

function partyKeys({ references, counterparty, amount }: Line): readonly string[] {
  const keys = references.map((reference) => `reference ${reference}`);
  const all = counterparty === '' ? keys : [...keys, `counterparty ${counterparty}`];
  return all.map((key) => `${key} ${signOf(amount)}`);
}

function signOf(amount: bigint): '+' | '-' {
  return amount < 0n ? '-' : '+';
}
