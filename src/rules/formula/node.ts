import type { Bilingual } from '#kernel/bilingual';
import type { RoundingName } from '#kernel/rounding';

/**
 * What a node is worth. `exact` is an amount of money before its rounding: it can be reckoned with and never
 * given out. A rate is no points, a count is no money.
 */
export type FormulaUnit = 'fen' | 'exact' | 'rate' | 'points' | 'count' | 'truth' | 'choice';

export type Comparison = 'below' | 'at_most' | 'equals' | 'at_least' | 'above';

/** The closed set of operators. Every target of a formula knows each of them. */
export type Operation =
  /** A fact of the row, by its field. */
  | { readonly op: 'input'; readonly field: string }
  /** A pack value without axes. */
  | { readonly op: 'value'; readonly value: string }
  /** A cell of a pack value with axes: one key for each axis, in their order. */
  | { readonly op: 'lookup'; readonly value: string; readonly axes: readonly string[] }
  | { readonly op: 'constant'; readonly text: string }
  | { readonly op: PlainOperator }
  /** Takes a condition and two results; only the one that is chosen is reckoned. */
  | { readonly op: 'if' }
  | { readonly op: 'round'; readonly rounding: RoundingName }
  | { readonly op: 'compare'; readonly comparison: Comparison }
  /** Takes the key, one result for each case and, if `otherwise`, one for all the rest. */
  | { readonly op: 'match'; readonly cases: readonly string[]; readonly otherwise: boolean }
  /** Takes a condition and a result; the row is refused where the condition does not hold. */
  | { readonly op: 'assert'; readonly refusal: RowRefusal };

export type PlainOperator =
  'add' | 'subtract' | 'timesRate' | 'timesCount' | 'min' | 'max' | 'clamp' | 'and' | 'or' | 'not';

/** What a row is told that an assertion refuses: the field that is wrong, and what to do. */
export interface RowRefusal {
  readonly code: string;
  readonly field: string;
  readonly what: Bilingual;
  readonly next: Bilingual;
}

/** What a node follows: clauses, and our readings of them. */
export interface Citation {
  readonly cite: readonly string[];
  readonly readings: readonly string[];
}

/** How a node is called where it is explained; a node without a name is told within the one that uses it. */
export interface NodeName {
  readonly name: string;
  readonly label: Bilingual;
}

export type FormulaNode = Operation &
  Citation &
  Partial<NodeName> & {
    readonly unit: FormulaUnit;
    /** Indices of the nodes that it is reckoned from. All lie before it, so that no cycle can be written. */
    readonly args: readonly number[];
    /** Of a choice: what it can be. */
    readonly options?: readonly string[];
  };

/** A checked row formula: nodes, each after its arguments, and which of them are its results. */
export interface Formula {
  readonly id: string;
  readonly nodes: readonly FormulaNode[];
  readonly outputs: Readonly<Record<string, number>>;
}

/** Where a node stands, for people: its name, or its operator with its number. */
export function placeOf(formula: Pick<Formula, 'id' | 'nodes'>, index: number): string {
  const node = formula.nodes[index];
  return `${formula.id}/${node?.name ?? `${node?.op ?? 'node'}#${index}`}`;
}
