import { groupLines, type Line, type Side, type Sides } from '#domain/reconciliation/line';
import { matchLines } from '#domain/reconciliation/match-lines';
import type { Bilingual } from '#kernel/bilingual';

/** What kind of difference an open line is, as far as the lines of both sides tell. */
export const DIFFERENCE_KINDS = {
  opening: { zh: '期初不符', en: 'opening balances differ' },
  timing: { zh: '未达账项', en: 'timing: found on the other side later' },
  duplicate: { zh: '重复', en: 'there twice' },
  amount: { zh: '金额不符', en: 'the amounts differ' },
  missing_from_theirs: { zh: '我有对方无', en: 'ours, missing from theirs' },
  missing_from_ours: { zh: '对方有我无', en: 'theirs, missing from ours' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;

/** A line that is matched with none, and what it may have to do with. */
export interface Difference {
  readonly side: Side;
  readonly line: Line;
  readonly kind: DifferenceKind;
  /** Ids of the lines that the kind rests on. */
  readonly with: readonly string[];
}

/**
 * Names what is left open. A line is timing where the other side has its counterpart after the period; until then what
 * one side lacks is missing from it, and people say whether it is on its way.
 * @param all every line of the period, matched ones too: a duplicate may be of a matched line
 * @param later lines after the period, as far as they are known
 */
export function nameDifferences(open: Sides, all: Sides, later: Sides): readonly Difference[] {
  const timing = findLater(open, later);
  const byAmount = { ours: amountsOf(all.ours), theirs: amountsOf(all.theirs) };
  const byReference = { ours: referencesOf(open.ours), theirs: referencesOf(open.theirs) };
  const nameOf = (side: Side, line: Line): Difference => {
    if (line.isOpening) return { side, line, kind: 'opening', with: [] };
    const found = timing.get(line.id);
    if (found !== undefined) return { side, line, kind: 'timing', with: found };
    const alike = twins(line, byAmount[side].get(line.amount.toString()) ?? []);
    if (alike.length > 0) return { side, line, kind: 'duplicate', with: alike };
    const across = side === 'ours' ? 'theirs' : 'ours';
    const crowd = crowdOfDay(line, byAmount[side], byAmount[across]);
    if (crowd.length > 0) return { side, line, kind: 'duplicate', with: crowd };
    const other = sameReference(line, byReference[across]);
    if (other.length > 0) return { side, line, kind: 'amount', with: other };
    const near = nearOfTheDay(line, open[side], open[across]);
    if (near !== undefined) return { side, line, kind: 'amount', with: [near.id] };
    return { side, line, kind: side === 'ours' ? 'missing_from_theirs' : 'missing_from_ours', with: [] };
  };
  return [
    ...open.ours.map((line) => nameOf('ours', line)),
    ...open.theirs.map((line) => nameOf('theirs', line)),
  ];
}

/** Open lines whose counterpart the other side has after the period, with its ids. */
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

/** Other lines of the same side that say the same: amount and reference, or amount, day, counterparty and summary. */
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
 * Lines of the same day and amount, where both sides have some and one side has more: one of them is there twice, though
 * each bears a number of its own. Which one is for people to say.
 */
function crowdOfDay(line: Line, own: Groups, others: Groups): readonly string[] {
  const ofDay = (groups: Groups): readonly Line[] =>
    (groups.get(line.amount.toString()) ?? []).filter(({ on, isOpening }) => !isOpening && on === line.on);
  const [mine, theirs] = [ofDay(own), ofDay(others)];
  if (theirs.length === 0 || mine.length === theirs.length) return [];
  return [...mine, ...theirs].filter(({ id }) => id !== line.id).map(({ id }) => id);
}

/**
 * The other side's only open line of the day that is nearly the same, where this is the only one of its own side that is
 * nearly that one: one movement that was booked with a wrong amount, though no reference says so.
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

/** Two amounts less than a tenth apart: a slip of digits or a charge taken off; what is further apart is another payment. */
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
