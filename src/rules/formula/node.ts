import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import type { RoundingName } from '#kernel/rounding';

/**
 * What a node is worth. `exact` is an amount of money before its rounding: it can be reckoned with and never
 * given out. A rate is no points, a count is no money.
 */
export type FormulaUnit = 'fen' | 'exact' | 'rate' | 'points' | 'count' | 'date' | 'truth' | 'choice';

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
  | { readonly op: 'assert'; readonly refusal: RowRefusal }
  /** An amount × one figure ÷ another, rounded at once: its denominator is known only in the row. */
  | { readonly op: 'mulDiv'; readonly rounding: RoundingName }
  /**
   * What lies between two amounts of a scale, each band at its own rate. Takes where it begins, where it ends,
   * then `bands` − 1 thresholds and `bands` rates; the last band is open.
   */
  | { readonly op: 'marginal'; readonly bands: number }
  /**
   * What this person's earlier rows of the year add up to, of the amount that it takes. One row alone is given
   * the total so far under this name; rows in order give it themselves.
   */
  | { readonly op: 'running'; readonly total: string }
  /** Takes the base, then a condition and a result for each exception. Two that apply at once are an error. */
  | { readonly op: 'exceptions'; readonly exceptions: readonly string[] };

export type PlainOperator =
  | 'add'
  | 'subtract'
  | 'timesRate'
  | 'timesCount'
  | 'min'
  | 'max'
  | 'clamp'
  | 'and'
  | 'or'
  | 'not'
  /** Days from the first date to the second, the first counted and the second not. */
  | 'daysBetween'
  /** Full years from the first date to the second, as a person's age is told; 29 February is full on 1 March. */
  | 'fullYears';

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

/** What a figure of a row or pack may be, both ends included, as texts of its unit. Others are refused. */
export interface FigureRange {
  readonly atLeast: string;
  readonly atMost: string;
}

/** What must be proved of a formula before it is built: that a figure is never negative, or never above another. */
export type Claim =
  | { readonly claim: 'not_negative'; readonly node: number }
  | { readonly claim: 'at_most'; readonly node: number; readonly bound: number };

export type FormulaNode = Operation &
  Citation &
  Partial<NodeName> & {
    readonly unit: FormulaUnit;
    /** Indices of the nodes that it is reckoned from. All lie before it, so that no cycle can be written. */
    readonly args: readonly number[];
    /** Of a choice: what it can be. */
    readonly options?: readonly string[];
    /** Of a figure of the row or the pack: what it may be, where this is not what its unit may be. */
    readonly range?: FigureRange;
  };

/** The nodes of one operator, or of several. */
export type OfOperator<O extends Operation['op']> = FormulaNode & { readonly op: O };

/** Operators that reckon only one of their results. */
export type ChoosingOperator = 'if' | 'match' | 'assert' | 'exceptions';

/** What a choosing node needs before it can choose: its condition or key, or the conditions of all exceptions. */
export function conditionsOf(node: OfOperator<ChoosingOperator>): readonly number[] {
  return node.op === 'exceptions' ? node.args.filter((_, at) => at % 2 === 1) : node.args.slice(0, 1);
}

/** A checked row formula: nodes, each after its arguments, and which of them are its results. */
export interface Formula {
  readonly id: string;
  readonly nodes: readonly FormulaNode[];
  readonly outputs: Readonly<Record<string, number>>;
  readonly claims: readonly Claim[];
}

/** Where a node stands, for people: its name, or its operator with its number. */
export function placeOf(formula: Pick<Formula, 'id' | 'nodes'>, index: number): string {
  const { name, op } = present(formula.nodes[index], `node ${index}`);
  return `${formula.id}/${name ?? `${op}#${index}`}`;
}

/**
 * The arguments a node may evaluate to (branches of `if`, `match` and exceptions, the value of `assert`); for every other
 * operator all of its arguments.
 */
export function branchesOf(node: FormulaNode): readonly number[] {
  switch (node.op) {
    case 'if':
    case 'match':
    case 'assert':
      return node.args.slice(1);
    case 'exceptions':
      return node.args.filter((_, index) => index % 2 === 0);
    default:
      return node.args;
  }
}
