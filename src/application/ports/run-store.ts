/** A stored computation, complete enough to be repeated: input, pack, engine, result. */
export interface StoredRun {
  /** Content-derived: the same computation on the same pack by the same engine has the same id. */
  readonly id: string;
  readonly command: 'adjust';
  readonly packId: string;
  readonly packHash: string;
  readonly engineVersion: string;
  readonly year: number;
  readonly scheme: string;
  /** Origin of the input and its synthetic parts; shown with every result. */
  readonly dataNote: string;
  /** Canonical JSON of the input as it was given. */
  readonly input: string;
  /** Canonical JSON of the result with its explanation. */
  readonly result: string;
  readonly resultHash: string;
  /** Knowledge time: the instant at which the system came to know the result, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

export type RunSummary = Omit<StoredRun, 'input' | 'result'>;

/** The canonical JSON of a pack version, kept for as long as any run cites its hash. */
export interface PackArtefact {
  readonly hash: string;
  readonly packId: string;
  readonly text: string;
}

/** Keeps runs and the artefacts they used. Nothing is ever changed or deleted. */
export interface RunStore {
  /** Keeps the artefact; a second time with the same hash is the same artefact and does nothing. */
  keepArtefact(artefact: PackArtefact): Promise<void>;
  findArtefact(hash: string): Promise<PackArtefact | undefined>;
  /** Stores a run and returns it as stored; one already stored under this id is returned unchanged. */
  keepRun(run: StoredRun): Promise<StoredRun>;
  findRun(id: string): Promise<StoredRun | undefined>;
  /** Newest first; those of the calculators are shown to everybody, those of years of adjustment with their years. */
  listRuns(of?: 'calculators'): Promise<readonly RunSummary[]>;
}
