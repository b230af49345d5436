/** Axes of the place's tables: their members in the order in which rows and tables count them. */
export const AXES = {
  hospital_level: ['primary', 'secondary', 'tertiary'],
  admission_number: ['first', 'second', 'later'],
  person_kind: ['employee', 'retiree', 'resident'],
  off_site_path: ['local', 'referred', 'unreferred'],
  band: ['lowest', 'low', 'high', 'highest'],
} as const;

export type Axis = keyof typeof AXES;

/** The denominator of rates, which are held in millionths. */
export const PPM = 1_000_000;

/** What the invented place pays for inpatient care: money in whole fen, rates in millionths. */
export const FIGURES = {
  firstPayShare: 125_000,
  /** By level of hospital, then by number of admission. */
  deductible: [
    [30_000, 15_000, 5_000],
    [60_000, 30_000, 15_000],
    [100_001, 50_000, 25_000],
  ],
  minorAge: 18,
  minorDeductibleShare: 500_000,
  aidedDeductibleShare: 333_300,
  bandFrom: [0, 1_000_000, 4_000_050, 10_000_000],
  cap: 15_000_000,
  largeFrom: 500_000,
  largeRate: 855_000,
  largeCap: 10_000_000,
} as const;

/** A rate by band, level of hospital and kind of person, before care off site lowers it; in millionths. */
const LOCAL_RATES = [
  [
    [900_000, 930_000, 800_000],
    [870_000, 900_000, 750_000],
    [850_000, 885_000, 600_000],
  ],
  [
    [920_000, 950_000, 820_000],
    [900_000, 930_000, 770_000],
    [880_000, 915_000, 650_000],
  ],
  [
    [950_000, 970_000, 850_000],
    [930_000, 950_000, 800_000],
    [900_000, 932_500, 700_000],
  ],
  [
    [970_000, 1_000_000, 850_000],
    [950_000, 980_000, 800_000],
    [950_000, 970_000, 750_000],
  ],
] as const;

/** Points by which each way to care lowers every rate, in millionths. */
const LOWERED_BY = [0, 100_000, 245_500] as const;

/** Rates of the bands by band, level of hospital, kind of person and way to care, the last the fastest. */
export const BAND_RATES: readonly number[] = LOCAL_RATES.flatMap((levels) =>
  levels.flatMap((kinds) => kinds.flatMap((rate) => LOWERED_BY.map((points) => rate - points))),
);
