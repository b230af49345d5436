import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaUnit, NodeName } from '#rules/formula/node';

/** What a place fills: the name of one of its values, of this unit. */
export interface Argument {
  readonly unit: Exclude<FormulaUnit, 'exact' | 'truth'>;
  readonly optional?: true;
}

/** One way of reckoning a benefit. A place chooses it and fills its arguments. */
export interface BenefitFormula {
  readonly name: string;
  readonly takes: Readonly<Record<string, Argument>>;
  readonly build: (context: BenefitContext) => void;
}

/** A formula while it is built: the place's arguments, and operators that cite what the place cites for it. */
export interface BenefitContext {
  readonly operators: Operators;
  readonly has: (argument: string) => boolean;
  /**
   * The value that fills an argument, in the cell that the row's facts choose.
   * @param fixed members of axes that the formula chooses itself, as `{ band: 'second' }`
   */
  readonly value: <U extends FormulaUnit>(
    argument: string,
    unit: U,
    fixed?: Readonly<Record<string, string>>,
  ) => Expr<U>;
  /** Members of an axis of the value that fills an argument, in the order of the place's list. */
  readonly members: (argument: string, axis: string) => readonly string[];
  readonly output: (name: string, value: Expr) => void;
  /** Demands a proof that the amount lies between nothing and the bound. */
  readonly neverAbove: (amount: Expr<'fen'>, bound: Expr<'fen'>) => void;
}

/** What a step is called where it is explained. */
export function named(name: string, zh: string, en: string): NodeName {
  return { name, label: { zh, en } };
}
