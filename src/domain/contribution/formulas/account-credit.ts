import type { PackFormula } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/contribution/formulas/names';
import { giveOutParts } from '#domain/contribution/formulas/parts';

/**
 * A retiree pays nothing and is credited a fixed sum, which the pool bears: whatever work the person retired
 * from, employed or flexible, the sum is the same.
 */
export const accountCredit: PackFormula = {
  name: 'account_credit',
  takes: { credit: { unit: 'fen' } },
  build: (context) => {
    giveOutParts(context, { toAccount: context.value('credit', 'fen', { name: NAMES.toAccount }) });
  },
};
