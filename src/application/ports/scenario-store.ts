/** A stored scenario: a run's own input with values replaced, and the result. */
export interface StoredScenario {
  /** Content-derived: the same run, name, note, values and projection by the same engine have the same id. */
  readonly id: string;
  readonly runId: string;
  readonly name: string;
  readonly note: string;
  /** Canonical JSON of the replaced values, name → figure. */
  readonly values: string;
  /** Canonical JSON of the years ahead and their growth; null for a scenario of the one year. */
  readonly projection: string | null;
  readonly engineVersion: string;
  /** Canonical JSON of the result with its explanation. */
  readonly result: string;
  readonly resultHash: string;
  /** Knowledge time: the instant at which the scenario was kept, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

export type StoredScenarioSummary = Omit<StoredScenario, 'result'>;

/** Keeps scenarios. Nothing is ever changed or deleted. */
export interface ScenarioStore {
  /** Keeps the scenario and gives it as stored; one already kept under this id is given back unchanged. */
  keepScenario(scenario: StoredScenario): Promise<StoredScenario>;
  findScenario(id: string): Promise<StoredScenario | undefined>;
  /** Newest first; of one run, or of all where none is named. */
  listScenarios(runId?: string): Promise<readonly StoredScenarioSummary[]>;
}
