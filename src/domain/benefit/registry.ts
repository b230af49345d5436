import type { PackFormula } from '#rules/formula/pack-formula';
import { inpatient } from '#domain/benefit/formulas/inpatient';

/** A formula that a pack may choose, and which of its outputs are amounts of the one claim, to be summed up. */
export interface RegisteredBenefit extends PackFormula {
  /** Totals of the year so far are outputs too; their sum over claims would say nothing. */
  readonly amounts: readonly string[];
}

export const BENEFIT_FORMULAS: ReadonlyMap<string, RegisteredBenefit> = new Map([
  [
    inpatient.name,
    {
      ...inpatient,
      amounts: ['fundPaid', 'largeExpensePaid', 'personPaid', 'firstPay', 'inScope', 'deductible'],
    },
  ],
]);
