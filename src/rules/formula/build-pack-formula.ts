import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr } from '#rules/formula/expression';
import type { Citation, Formula } from '#rules/formula/node';
import type { KeyOf, PackFormula } from '#rules/formula/pack-formula';
import type { FindShape, ValueShape } from '#rules/formula/value-shape';

/** What fills a formula: the name of a value for each argument, and the clauses that are followed with them. */
export interface FormulaFilling extends Citation {
  /** For what it is: the kind of person or claim. */
  readonly id: string;
  readonly with: Readonly<Record<string, string>>;
}

/** Builds a formula with what fills it; refused where it does not fit together. */
export function buildPackFormula(
  formula: PackFormula,
  { id, with: filling, cite, readings }: FormulaFilling,
  shapes: FindShape,
  keyOf: KeyOf,
): Decision<Formula> {
  const builder = createFormulaBuilder(`${id}:${formula.name}`, shapes);
  const operators = builder.citing({ cite, readings });
  const nameOf = (argument: string): string => present(filling[argument], `the argument ${argument}`);
  const axesOf = (argument: string): ValueShape['axes'] => shapes(nameOf(argument))?.axes ?? [];
  formula.build({
    operators,
    has: (argument) => filling[argument] !== undefined,
    value: (argument, unit, { name: label, cell = {} } = {}) => {
      const keys = axesOf(argument).flatMap(
        ({ name, members }): readonly (readonly [string, Expr<'choice'>])[] => {
          const member = cell[name];
          const key =
            member === undefined ? keyOf(operators, name, members) : operators.constant('choice', member);
          return key === undefined ? [] : [[name, key]];
        },
      );
      return operators.value(nameOf(argument), unit, Object.fromEntries(keys), label);
    },
    members: (argument, axis) => axesOf(argument).find(({ name }) => name === axis)?.members ?? [],
    output: (name, value) => builder.output(name, value),
    neverAbove: (amount, bound) => {
      builder.neverNegative(amount);
      builder.neverAbove(amount, bound);
    },
  });
  return builder.build();
}
