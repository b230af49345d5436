import type { ClaimUnit } from '#batch/claim-units';
import type { GroupTotals } from '#batch/group-sums';
import type { ClaimQuery } from '#batch/claim-query';
import type { Refusal } from '#kernel/decision';
import type { Formula } from '#rules/formula/node';
import type { ClaimScenario } from '#application/ports/claims-batch';

/** What every worker is told once. Plain data: it is copied to the worker's thread. */
export interface WorkerSetup {
  /** Files that the rows' numbers tell of: the input's. */
  readonly sources: readonly string[];
  /** Files that are read: the same, or one sorted copy. */
  readonly files: readonly string[];
  readonly query: ClaimQuery;
  readonly formula: Formula;
  readonly outputs: readonly string[];
  readonly scenarios: readonly ClaimScenario[];
  /** SQL of a claim's cost in fen, where tenths of the year's cost are asked for. */
  readonly costSql?: string;
  /** Whether the groups' last column is the tenth of the year's cost. */
  readonly hasDeciles: boolean;
  /** Folder for the parts of the output, where one is asked for. */
  readonly partsFolder?: string;
}

/** What a worker begins with. */
export interface WorkerStart {
  readonly setup: WorkerSetup;
  /** One whole number, which all workers see: not zero when they are to stop. */
  readonly stop: SharedArrayBuffer;
}

/** What work on a unit says and asks between chunks. */
export interface Pace {
  readonly progress: (rows: number) => void;
  readonly isStopped: () => boolean;
}

/** One stretch of claims to be worked on. */
export interface UnitTask {
  readonly number: number;
  readonly unit: ClaimUnit;
  /** `costs`: what each person's year cost; `price`: everything else. */
  readonly step: 'costs' | 'price';
  /** The tenth of each person's year in the unit, in its order. */
  readonly deciles?: Uint8Array;
}

/** A refused claim by its row's number. */
export interface RefusedRow {
  readonly number: number;
  readonly scenario: number;
}

export type UnitOutcome =
  | { readonly outcome: 'costs'; readonly costs: Float64Array }
  | {
      readonly outcome: 'priced';
      readonly rows: number;
      /** By scenario. */
      readonly totals: readonly GroupTotals[];
      readonly refused: readonly RefusedRow[];
      /** In the order of the rows. */
      readonly parts: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** What a worker says: how many more rows it has done, or that a task is. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly rows: number }
  | { readonly kind: 'done'; readonly task: number; readonly outcome: UnitOutcome };

/** Refused claims that are kept for the oracle, of each stretch and of the whole. */
export const MOST_REFUSED = 20;
