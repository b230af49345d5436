/** What the contest over the same rows came to. */
export interface ContestFindings {
  readonly rows: number;
  /** Rows of the subset over which the slow contestants ran. */
  readonly slowRows: number;
  readonly rounds: number;
  /** Rows a second by contestant, the best of its rounds; null where it is absent. */
  readonly rates: Readonly<Record<ContestantKey, number | null>>;
}

/** The keys of the JSON report, in its order. */
export const REPORTED = [
  'hand_loop',
  'c_loop',
  'columns',
  'scalar',
  'explain',
  'duckdb',
  'zen',
  'json_rules',
] as const;

/** The oracle runs along: it is what the explanations are checked against, not a target with a rate to reach. */
export const CONTESTANTS = [...REPORTED, 'oracle'] as const;

export type ContestantKey = (typeof CONTESTANTS)[number];

export interface ScenarioFindings {
  readonly scenarios: number;
  readonly rows: number;
  readonly threads: number;
  /** Wall time of one pass: the best of some. */
  readonly seconds: number;
}

export interface BatchFindings {
  readonly rows: number;
  readonly workers: number;
  readonly seconds: number;
  readonly peakBytes: number;
  readonly fileBytes: number;
}

export interface Findings {
  readonly contest: ContestFindings;
  readonly scenarios: ScenarioFindings;
  readonly batch: BatchFindings;
}
