import type { Scope } from '#domain/identity/account';

/** A fund projection as it was kept: what was asked for, and what came of it. */
export interface StoredFundProjection {
  /** Content-derived: the same pack, name, note and question by the same engine have the same id. */
  readonly id: string;
  readonly packId: string;
  readonly packHash: string;
  /** The year of adjustment that it starts from, and the place of its fund; null for one of the calculators. */
  readonly yearId: string | null;
  readonly place: string | null;
  readonly name: string;
  readonly note: string;
  /** Canonical JSON of the input, its base, the scenario and the fan that were asked for. */
  readonly asked: string;
  readonly engineVersion: string;
  /** Canonical JSON of the result. */
  readonly result: string;
  readonly resultHash: string;
  /** Knowledge time: the instant at which it was kept, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

export type FundProjectionSummary = Omit<StoredFundProjection, 'place' | 'asked' | 'result'>;

/**
 * Keeps fund projections. Nothing is ever changed or deleted. Those of the calculators are everybody's; one that starts
 * from a year of adjustment is there for a scope that covers its fund's place alone.
 */
export interface FundProjectionStore {
  /** Keeps it and gives it as stored; one already kept under this id is given back unchanged. Its artefact is kept. */
  keepProjection(scope: Scope, projection: StoredFundProjection): Promise<StoredFundProjection>;
  findProjection(scope: Scope, id: string): Promise<StoredFundProjection | undefined>;
  /** Newest first. */
  listProjections(scope: Scope): Promise<readonly FundProjectionSummary[]>;
}
