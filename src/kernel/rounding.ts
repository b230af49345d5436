import type { Bilingual } from '#kernel/bilingual';
import { fen, type Fen } from '#kernel/fen';
import { floorToInteger, halfUpToInteger, rational, type Rational } from '#kernel/rational';

/** The ways in which an exact amount may become fen. Each use is cited where it is used. */
export type RoundingName = 'half_up' | 'down';

const ROUNDINGS: Readonly<Record<RoundingName, (exactFen: Rational) => bigint>> = {
  half_up: halfUpToInteger,
  down: floorToInteger,
};

export const ROUNDING_LABELS: Readonly<Record<RoundingName, Bilingual>> = {
  half_up: { zh: '四舍五入到分', en: 'half up to the fen' },
  down: { zh: '向下舍到分', en: 'rounded down to the fen' },
};

/** An exact product such as fen × rate; it cannot be stored before a named rounding makes it fen. */
export function timesFraction(amount: Fen, fraction: Rational): Rational {
  return rational(amount * fraction.numerator, fraction.denominator);
}

/** Rounds an exact number of fen once, by name. */
export function roundToFen(exactFen: Rational, rounding: RoundingName): Fen {
  return fen(ROUNDINGS[rounding](exactFen));
}
