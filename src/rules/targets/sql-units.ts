import type { FormulaNode } from '#rules/formula/node';

/** Whether a node is a number in SQL, which has a scale and a width; dates are dates, truths truths. */
export function isSized({ unit }: Pick<FormulaNode, 'unit'>): boolean {
  return unit !== 'truth' && unit !== 'choice' && unit !== 'date';
}
