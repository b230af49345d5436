import { BAND_RATES, FIGURES } from '#bench/place/figures';

/** The place's figures as a loop written for them reads them: constants, and two flat tables. */
export const HAND = {
  firstPayShare: FIGURES.firstPayShare,
  minorAge: FIGURES.minorAge,
  minorShare: FIGURES.minorDeductibleShare,
  aidedShare: FIGURES.aidedDeductibleShare,
  secondFrom: FIGURES.bandFrom[1],
  thirdFrom: FIGURES.bandFrom[2],
  fourthFrom: FIGURES.bandFrom[3],
  cap: FIGURES.cap,
  largeFrom: FIGURES.largeFrom,
  largeRate: FIGURES.largeRate,
  largeCap: FIGURES.largeCap,
  /** By level of hospital × 3 + number of admission. */
  deductible: Float64Array.from(FIGURES.deductible.flat()),
  /** By (level × 3 + kind) × 3 + way to care, the four bands of each side by side. */
  rates: ratesSideBySide(),
} as const;

function ratesSideBySide(): Float64Array {
  const combinations = BAND_RATES.length / 4;
  return Float64Array.from({ length: BAND_RATES.length }, (_, at) => {
    const band = at % 4;
    return BAND_RATES[band * combinations + Math.floor(at / 4)] ?? NaN;
  });
}
