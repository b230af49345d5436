import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaUnit, NodeName } from '#rules/formula/node';

/** What a pack fills: the name of a value of this unit. */
export interface Argument {
  readonly unit: Exclude<FormulaUnit, 'exact' | 'truth'>;
  readonly optional?: true;
}

/** One way of reckoning rows. A pack chooses it by its name and fills its arguments with values. */
export interface PackFormula {
  readonly name: string;
  readonly takes: Readonly<Record<string, Argument>>;
  readonly build: (context: FormulaContext) => void;
}

/** How a value stands in a formula: under which name it is explained, and in which cell it is looked up. */
export interface ValueUse {
  readonly name?: NodeName;
  /** Members of axes that the formula chooses itself, as `{ band: 'second' }`; facts choose on the others. */
  readonly cell?: Readonly<Record<string, string>>;
}

/** A formula while it is built: the pack's arguments, and operators that cite what the pack cites for it. */
export interface FormulaContext {
  readonly operators: Operators;
  readonly has: (argument: string) => boolean;
  /** The value that fills an argument, in the cell that the row's facts choose. */
  readonly value: <U extends FormulaUnit>(argument: string, unit: U, use?: ValueUse) => Expr<U>;
  /** Members of an axis of the value that fills an argument, in the order of the pack's list. */
  readonly members: (argument: string, axis: string) => readonly string[];
  readonly output: (name: string, value: Expr) => void;
  /** Demands a proof that the amount lies between nothing and the bound. */
  readonly neverAbove: (amount: Expr<'fen'>, bound: Expr<'fen'>) => void;
}

/** The fact of a row that chooses on an axis; undefined for an axis that no fact of such a row chooses. */
export type KeyOf = (
  operators: Operators,
  axis: string,
  members: readonly string[],
) => Expr<'choice'> | undefined;
