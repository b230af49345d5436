import { groupLines, type Line, type Side, type Sides } from '#domain/reconciliation/line';
import { matchLines } from '#domain/reconciliation/match-lines';
import type { Bilingual } from '#kernel/bilingual';

/** The kinds of differences of open lines, as far as the lines of both sides show. */
export const DIFFERENCE_KINDS = {
  opening: { zh: '期初不符', en: 'opening balances differ' },
  timing: { zh: '未达账项', en: 'timing: found on the other side later' },
  duplicate: { zh: '重复', en: 'there twice' },
  amount: { zh: '金额不符', en: 'the amounts differ' },
  missing_from_theirs: { zh: '我有对方无', en: 'ours, missing from theirs' },
  missing_from_ours: { zh: '对方有我无', en: 'theirs, missing from ours' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;

/** An open line, with the lines that explain it. */
export interface Difference {
  readonly side: Side;
  readonly line: Line;
  readonly kind: DifferenceKind;
  /** Ids of the lines behind the kind. */
  readonly with: readonly string[];
}

/**
 * Names the kind of each open line. `timing`: the other side has its counterpart after the period; until then the line
 * is missing on one side, and people say whether it is in transit. A repeated line is named once: the surplus line, not
 * the one it repeats.
 * @param all every line of the period, matched ones too: a duplicate may be of a matched line
 * @param later lines after the period, as far as they are known
 */
export function nameDifferences(open: Sides, all: Sides, later: Sides): readonly Difference[] {
  const timing = findLater(open, later);
  const repeats = new Map([...findRepeats('ours', open, all), ...findRepeats('theirs', open, all)]);
  const isFirst = ({ id }: Line): boolean => !repeats.has(id);
  const first = { ours: open.ours.filter(isFirst), theirs: open.theirs.filter(isFirst) };
  const byReference = { ours: referencesOf(first.ours), theirs: referencesOf(first.theirs) };
  const nameOf = (side: Side, line: Line): Difference => {
    if (line.isOpening) return { side, line, kind: 'opening', with: [] };
    const found = timing.get(line.id);
    if (found !== undefined) return { side, line, kind: 'timing', with: found };
    const repeated = repeats.get(line.id);
    if (repeated !== undefined) return { side, line, kind: 'duplicate', with: repeated };
    const across = side === 'ours' ? 'theirs' : 'ours';
    const other = sameReference(line, byReference[across]);
    if (other.length > 0) return { side, line, kind: 'amount', with: other };
    const near = nearOfTheDay(line, first[side], first[across]);
    if (near !== undefined) return { side, line, kind: 'amount', with: [near.id] };
    return { side, line, kind: side === 'ours' ? 'missing_from_theirs' : 'missing_from_ours', with: [] };
  };
  return [
    ...open.ours.map((line) => nameOf('ours', line)),
    ...open.theirs.map((line) => nameOf('theirs', line)),
  ];
}

/** Finds open lines that repeat a matched or earlier line of their side, with that line's ids. */
function findRepeats(side: Side, open: Sides, all: Sides): ReadonlyMap<string, readonly string[]> {
  const own = amountsOf(all[side]);
  const others = amountsOf(all[side === 'ours' ? 'theirs' : 'ours']);
  const rank = new Map(open[side].map(({ id }, index) => [id, index]));
  return new Map(
    open[side].flatMap((line, index) => {
      const isBefore = (id: string): boolean => (rank.get(id) ?? -1) < index;
      const twin = twins(line, own.get(line.amount.toString()) ?? []).filter(isBefore);
      const found = twin.length > 0 ? twin : crowdOfDay(line, own, others);
      return line.isOpening || found.length === 0 ? [] : [[line.id, found] as const];
    }),
  );
}

/** Finds open lines whose counterpart the other side has after the period, with its ids. */
function findLater(open: Sides, later: Sides): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const movements = (lines: readonly Line[]): readonly Line[] => lines.filter(({ isOpening }) => !isOpening);
  for (const { ours, theirs } of matchLines({ ours: movements(open.ours), theirs: later.theirs }).matches) {
    if (theirs.length > 0) for (const id of ours) found.set(id, theirs);
  }
  for (const { ours, theirs } of matchLines({ ours: later.ours, theirs: movements(open.theirs) }).matches) {
    if (ours.length > 0) for (const id of theirs) found.set(id, ours);
  }
  return found;
}

/**
 * Finds other lines of the same side with equal amount and reference, or equal amount, day, counterparty and summary.
 */
function twins(line: Line, lines: readonly Line[]): readonly string[] {
  const isAlike = (other: Line): boolean =>
    other.id !== line.id &&
    other.amount === line.amount &&
    (line.references.length > 0
      ? other.references.some((reference) => line.references.includes(reference))
      : other.on === line.on &&
        line.counterparty + line.summary !== '' &&
        other.counterparty === line.counterparty &&
        other.summary === line.summary);
  return lines.filter(isAlike).map(({ id }) => id);
}

/**
 * Finds lines of the same day and amount where both sides have some and one side has more: one of them is surplus,
 * though each has its own number. People say which.
 */
function crowdOfDay(line: Line, own: Groups, others: Groups): readonly string[] {
  const ofDay = (groups: Groups): readonly Line[] =>
    (groups.get(line.amount.toString()) ?? []).filter(({ on, isOpening }) => !isOpening && on === line.on);
  const [mine, theirs] = [ofDay(own), ofDay(others)];
  if (theirs.length === 0 || mine.length === theirs.length) return [];
  return [...mine, ...theirs].filter(({ id }) => id !== line.id).map(({ id }) => id);
}

/**
 * Finds the other side's only open line of the day with nearly the amount, if this line is also the only one nearly
 * equal to it: one movement booked with a wrong amount, though no reference shows it.
 */
function nearOfTheDay(line: Line, own: readonly Line[], others: readonly Line[]): Line | undefined {
  const nearTo = (one: Line, lines: readonly Line[]): readonly Line[] =>
    lines.filter((other) => !other.isOpening && other.on === one.on && isNearly(one.amount, other.amount));
  const [found, ...more] = nearTo(line, others);
  if (found === undefined || more.length > 0 || nearTo(found, own).length > 1) return undefined;
  return found;
}

function isNearly(one: bigint, other: bigint): boolean {
  if (one > 0n !== other > 0n) return false;
  const [less, greater] = magnitude(one) < magnitude(other) ? [one, other] : [other, one];
  return (magnitude(greater) - magnitude(less)) * NEARLY <= magnitude(greater);
}

/**
 * Amounts less than a tenth apart count as nearly equal: a slip of digits or a charge; others are different payments.
 */
const NEARLY = 10n;

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

type Groups = ReadonlyMap<string, readonly Line[]>;

function amountsOf(lines: readonly Line[]): Groups {
  return groupLines(lines, ({ amount }) => [amount.toString()]);
}

function referencesOf(lines: readonly Line[]): Groups {
  return groupLines(lines, ({ references }) => references);
}

function sameReference(line: Line, groups: Groups): readonly string[] {
  const found = line.references.flatMap((reference) => groups.get(reference) ?? []);
  return [...new Set(found.map(({ id }) => id))];
}
