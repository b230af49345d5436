import type { Decision } from '#kernel/decision';
import type { Formula } from '#rules/formula/node';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Vectors } from '#rules/targets/rows';

/** One set of policy figures, as they are or with some replaced. */
export interface ClaimScenario {
  readonly name: string;
  /** One vector from each day of `versionsFrom` on; the last, without figures, for all other days. */
  readonly vectors: Vectors;
}

/** A job that prices claims again: their files, the formula, and the grouping of sums. */
export interface RepriceJob {
  /** A Parquet file, a pattern of such files, or a folder of them. */
  readonly input: string;
  /** A Parquet file, or a folder for one file a part. */
  readonly output?: string;
  /** Sorts the claims by person and year first, for files that are not. */
  readonly sort: boolean;
  readonly workers: number;
  readonly formula: Formula;
  /** Outputs to reckon: amounts of one claim in fen. */
  readonly outputs: readonly string[];
  readonly scenarios: readonly ClaimScenario[];
  /** The date of a claim that chooses its figures. */
  readonly pricedOn: string;
  /** Days since 1970-01-01, ascending, on which any figure of the formula changes. */
  readonly versionsFrom: readonly number[];
  /** Columns of the file, and `decile` for the tenths of persons by their cost of the year. */
  readonly by: readonly string[];
}

export interface RepriceProgress {
  readonly done: number;
  readonly total: number;
}

/** The sums of one group in one scenario. A refused claim is counted and in no sum. */
export interface GroupSum {
  readonly scenario: string;
  /** In the order of `by`; undefined where the claim does not say. */
  readonly key: readonly (string | undefined)[];
  readonly claims: number;
  readonly refused: number;
  /** In the order of the outputs, in fen. */
  readonly sums: readonly bigint[];
}

/** A refused claim with the person's claims of the year up to it, so that the oracle can say why. */
export interface RefusedClaim {
  readonly file: string;
  /** Counted from 1 in its file. */
  readonly row: number;
  readonly scenario: string;
  /** In order, the refused one last; each with the number of its vector. */
  readonly year: readonly {
    readonly inputs: ReadonlyMap<string, FormulaFigure>;
    readonly vector: number;
  }[];
}

export interface RepriceResult {
  readonly rows: number;
  readonly groups: readonly GroupSum[];
  /** The first refused claims only. */
  readonly refused: readonly RefusedClaim[];
}

/** Control of a batch: where progress goes, and when to stop. */
export interface BatchControl {
  readonly progress: (progress: RepriceProgress) => void;
  /** Fulfilled when the run is to stop. */
  readonly stopRequested?: Promise<void>;
}

export interface SampleClaims {
  readonly rows: number;
  readonly seed: number;
  readonly output: string;
}

/** Years of claims in column files: priced again, or made up for trying. */
export interface ClaimsBatch {
  reprice(job: RepriceJob, control: BatchControl): Promise<Decision<RepriceResult>>;
  sample(claims: SampleClaims): Promise<Decision<{ readonly rows: number }>>;
}
