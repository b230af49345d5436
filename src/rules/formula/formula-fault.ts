import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/** What is wrong with a formula at a place of it. */
export function formulaFault(at: string, what: Bilingual): Refusal {
  return {
    code: 'bad_formula',
    at,
    what,
    next: {
      zh: '请改正公式或填入它的值，见 docs/reference/row-formulas.md',
      en: 'correct the formula or the value that fills it, see docs/reference/row-formulas.md',
    },
  };
}
