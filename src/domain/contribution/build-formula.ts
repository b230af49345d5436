import type { ContributionFormula } from '#domain/contribution/formulas/contribution-formula';
import { keyOf } from '#domain/contribution/formulas/keys';
import type { SectionKind } from '#domain/contribution/kinds';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Formula } from '#rules/formula/node';
import { shapesOf } from '#rules/formula/value-shape';
import type { Pack } from '#rules/pack/pack';
import type { RawContributionKind } from '#rules/pack/raw-pack';

/** Builds the formula of a kind with what the pack fills it with; refused where it does not fit together. */
export function buildFormula(
  pack: Pack,
  kind: SectionKind,
  formula: ContributionFormula,
  raw: RawContributionKind,
): Decision<Formula> {
  const shapes = shapesOf(pack);
  const builder = createFormulaBuilder(`${kind}:${formula.name}`, shapes);
  const operators = builder.citing({ cite: raw.cite, readings: raw.readings ?? [] });
  const nameOf = (argument: string): string => present(raw.with[argument], `the argument ${argument}`);
  const axesOf = (
    argument: string,
  ): readonly { readonly name: string; readonly members: readonly string[] }[] =>
    shapes(nameOf(argument))?.axes ?? [];

  formula.build({
    operators,
    has: (argument) => raw.with[argument] !== undefined,
    value: (argument, unit, name) => {
      const keys = axesOf(argument).flatMap((axis) => {
        const key = keyOf(operators, axis.name, axis.members);
        return key === undefined ? [] : [[axis.name, key] as const];
      });
      return operators.value(nameOf(argument), unit, Object.fromEntries(keys), name);
    },
    members: (argument, axis) => axesOf(argument).find(({ name }) => name === axis)?.members ?? [],
    output: (name, value) => builder.output(name, value),
  });
  return builder.build();
}
