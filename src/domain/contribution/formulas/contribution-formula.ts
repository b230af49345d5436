import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaUnit, NodeName } from '#rules/formula/node';

/** What a pack fills: the name of a value of this unit. */
export interface Argument {
  readonly unit: Exclude<FormulaUnit, 'exact' | 'truth'>;
  readonly optional?: true;
}

/** One way of reckoning contributions. The pack chooses it for a kind of person and fills its arguments. */
export interface ContributionFormula {
  readonly name: string;
  readonly takes: Readonly<Record<string, Argument>>;
  readonly build: (context: FormulaContext) => void;
}

/** A formula while it is built: the pack's arguments, and operators that cite what the pack cites for it. */
export interface FormulaContext {
  readonly operators: Operators;
  readonly has: (argument: string) => boolean;
  /** The value that fills an argument, in the cell that the row's facts choose. */
  readonly value: <U extends FormulaUnit>(argument: string, unit: U, name?: NodeName) => Expr<U>;
  /** Members of an axis of the value that fills an argument. */
  readonly members: (argument: string, axis: string) => readonly string[];
  readonly output: (name: string, value: Expr) => void;
}
