import type { Term, Terms } from '#rules/targets/sql-terms';

/** Conditions that must all hold for a figure to be one, as terms in order; none where it always is. */
export type Validity = readonly number[];

/** A node in SQL: a figure that is never NULL, and whether it is one or only stands in for what is missing. */
export interface SqlFigure {
  readonly value: Term;
  readonly valid: Validity;
}

export const ALWAYS: Validity = [];

/** So many conditions are kept apart before they become one: the fewer there are, the fewer are handed on. */
const MOST_CONDITIONS = 6;

/** Of a condition that is several in one: which ones. What it says need not be said beside it. */
const JOINED = new WeakMap<Terms, Map<number, ReadonlySet<number>>>();

export function allValid(terms: Terms, validities: readonly Validity[]): Validity {
  const joined = JOINED.get(terms) ?? new Map<number, ReadonlySet<number>>();
  JOINED.set(terms, joined);
  const given = [...new Set(validities.flat())].toSorted((a, b) => a - b);
  const all = given.filter((term) => !given.some((other) => joined.get(other)?.has(term) === true));
  if (all.length <= MOST_CONDITIONS) return all;
  const { term } = asTerm(terms, all);
  joined.set(term, new Set([...all, ...all.flatMap((each) => [...(joined.get(each) ?? [])])]));
  return [term];
}

/** A validity as one truth. */
export function asTerm(terms: Terms, valid: Validity): Term {
  if (valid.length === 0) return terms.constant('TRUE');
  return terms.joined(
    'AND',
    valid.map((term) => ({ term })),
  );
}

/** The validity of what is chosen: of the branch taken alone. What all branches need is asked once. */
export function chosenValid(
  terms: Terms,
  needed: Validity,
  branches: readonly Validity[],
  choose: (truths: readonly Term[]) => Term,
): Validity {
  const rest = branches.map((branch) => branch.filter((term) => !needed.includes(term)));
  const common = (rest[0] ?? []).filter((term) => rest.every((branch) => branch.includes(term)));
  const own = rest.map((branch) => branch.filter((term) => !common.includes(term)));
  const isAlike = own.every((branch) => branch.length === 0);
  const chosen = isAlike ? [] : [choose(own.map((branch) => asTerm(terms, branch))).term];
  return allValid(terms, [needed, common, chosen]);
}
