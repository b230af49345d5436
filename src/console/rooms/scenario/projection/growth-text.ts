import { parseDecimal } from '#kernel/decimal-text';
import { parseRate } from '#kernel/rate';
import { compareRationals, rational } from '#kernel/rational';

/** Why a typed rate or floor cannot be projected with; the server holds the same rules. */
export type GrowthFault = 'notDecimal' | 'tooFine' | 'outside' | 'negative';

/** What is wrong with a typed yearly growth, without its percent sign; nothing is wrong with an empty field. */
export function growthFault(typed: string): GrowthFault | undefined {
  if (typed === '') return undefined;
  const rate = parseRate(`${typed}%`);
  if (rate === 'too_many_decimals') return 'tooFine';
  if (typeof rate === 'string') return 'notDecimal';
  const isOutside = compareRationals(rate, rational(-1n)) < 0 || compareRationals(rate, rational(1n)) > 0;
  return isOutside ? 'outside' : undefined;
}

/** Decimals that a count of months may have. */
const MONTH_DECIMALS = 4;

/** What is wrong with a typed floor of months payable. */
export function floorFault(typed: string): GrowthFault | undefined {
  if (typed === '') return undefined;
  const months = parseDecimal(typed, MONTH_DECIMALS);
  if (months === 'too_many_decimals') return 'tooFine';
  if (typeof months === 'string') return 'notDecimal';
  return months.coefficient < 0n ? 'negative' : undefined;
}
