/** How much of everything a run takes. */
export interface Sizes {
  /** Rows of the loops and of SQL. */
  readonly rows: number;
  /** Rows of the contestants that need microseconds for each, about. */
  readonly slowRows: number;
  readonly rounds: number;
  /** Seconds of each contestant in each round, about. */
  readonly seconds: number;
  readonly scenarios: number;
  readonly scenarioRows: number;
  readonly batchRows: number;
}

export const FULL: Sizes = {
  rows: 400_000,
  slowRows: 3000,
  rounds: 6,
  seconds: 0.3,
  scenarios: 50,
  scenarioRows: 2_000_000,
  batchRows: 20_000_000,
};

/** Small enough to try whether all of it works; what it measures is not what the machine can do. */
export const QUICK: Sizes = {
  rows: 40_000,
  slowRows: 500,
  rounds: 3,
  seconds: 0.1,
  scenarios: 50,
  scenarioRows: 100_000,
  batchRows: 500_000,
};
