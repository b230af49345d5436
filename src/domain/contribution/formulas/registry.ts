import { accountCredit } from '#domain/contribution/formulas/account-credit';
import type { PackFormula } from '#rules/formula/pack-formula';
import { declaredWage } from '#domain/contribution/formulas/declared-wage';
import { fixedFee, fixedFeeLeft } from '#domain/contribution/formulas/fixed-fee';
import { retirementTopUp } from '#domain/contribution/formulas/retirement-top-up';
import { sharedWage } from '#domain/contribution/formulas/shared-wage';

const ALL: readonly PackFormula[] = [sharedWage, declaredWage, fixedFee, fixedFeeLeft, accountCredit];

/** What a kind of person pays in, by the formula's name in packs. */
export const CONTRIBUTION_FORMULAS: ReadonlyMap<string, PackFormula> = new Map(
  ALL.map((formula) => [formula.name, formula]),
);

/** What is paid once at retirement. */
export const RETIREMENT_FORMULAS: ReadonlyMap<string, PackFormula> = new Map([
  [retirementTopUp.name, retirementTopUp],
]);
