import { describeFormula, type FormulaStep } from '#application/formulas/describe-formula';
import type { ProseWords } from '#application/formulas/formula-prose';
import { OPTION_WORDS } from '#domain/contribution/formulas/option-words';
import { planContribution } from '#domain/contribution/plan';
import { allow, type Decision } from '#kernel/decision';
import { findValue, type Pack } from '#rules/pack/pack';

/** One row formula of a pack, filled with its values: for whom it is, and its steps in order. */
export interface PackFormula {
  /** The kind of person or bill that it is for. */
  readonly kind: string;
  readonly id: string;
  readonly firstYear: number;
  readonly steps: readonly FormulaStep[];
}

/** The row formulas of a pack in words, from the very graphs that reckon. */
export function packFormulas(pack: Pack): Decision<readonly PackFormula[]> {
  const plan = planContribution(pack);
  if (!plan.allowed) return plan;
  return allow(
    [...plan.value.kinds].map(([kind, { formula, firstYear }]) => ({
      kind,
      id: formula.id,
      firstYear,
      steps: describeFormula(formula, wordsOf(pack)),
    })),
  );
}

/** An option of the pack's own that no formula names has no words but its code. */
function wordsOf(pack: Pack): ProseWords {
  return {
    valueOf: (name) => {
      const value = findValue(pack, name);
      return {
        label: value?.label ?? { zh: name, en: name },
        cite: [...new Set(value?.versions.flatMap(({ cite }) => cite))],
      };
    },
    optionOf: (option) => OPTION_WORDS.get(option) ?? { zh: option, en: option },
  };
}
