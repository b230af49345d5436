import type { BenefitFormula } from '#domain/benefit/formulas/benefit-formula';
import { keyOf } from '#domain/benefit/formulas/keys';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr } from '#rules/formula/expression';
import type { Citation, Formula } from '#rules/formula/node';
import type { FindShape, ValueShape } from '#rules/formula/value-shape';

/** How a place fills a formula: the value for each argument, and the clauses that it follows with them. */
export interface BenefitFilling extends Citation {
  readonly id: string;
  readonly with: Readonly<Record<string, string>>;
}

/** Builds a benefit formula with what a place fills it with; refused where it does not fit together. */
export function buildBenefitFormula(
  formula: BenefitFormula,
  { id, with: filling, cite, readings }: BenefitFilling,
  shapes: FindShape,
): Decision<Formula> {
  const builder = createFormulaBuilder(`${id}:${formula.name}`, shapes);
  const operators = builder.citing({ cite, readings });
  const nameOf = (argument: string): string => present(filling[argument], `the argument ${argument}`);
  const axesOf = (argument: string): ValueShape['axes'] => shapes(nameOf(argument))?.axes ?? [];

  formula.build({
    operators,
    has: (argument) => filling[argument] !== undefined,
    value: (argument, unit, fixed = {}) => {
      const keys = axesOf(argument).flatMap(
        ({ name, members }): readonly (readonly [string, Expr<'choice'>])[] => {
          const member = fixed[name];
          const key =
            member === undefined ? keyOf(operators, name, members) : operators.constant('choice', member);
          return key === undefined ? [] : [[name, key]];
        },
      );
      return operators.value(nameOf(argument), unit, Object.fromEntries(keys));
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
