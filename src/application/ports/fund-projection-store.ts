import type { Scope } from '#domain/identity/account';

/** A stored fund projection: the question and its result. */
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
 * Stores fund projections; nothing is changed or deleted. Those of the calculators are visible to everybody; one from a
 * year of adjustment only to a scope that covers its fund's place.
 */
export interface FundProjectionStore {
  /**
   * Stores a projection and its artefact and returns it as stored; one already stored under this id is returned
   * unchanged.
   */
  keepProjection(scope: Scope, projection: StoredFundProjection): Promise<StoredFundProjection>;
  findProjection(scope: Scope, id: string): Promise<StoredFundProjection | undefined>;
  /** Newest first. */
  listProjections(scope: Scope): Promise<readonly FundProjectionSummary[]>;
}
