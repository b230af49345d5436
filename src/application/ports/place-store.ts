import type { Scope } from '#domain/identity/account';
import type { FundMembership, Place, Pool, Pooling, RegisterRows } from '#domain/place/register';

export type { FundMembership, Place, Pool, Pooling, RegisterRows };

/** The register of places and pools. Rows are only added, each with its recorder and time. */
export interface PlaceStore {
  /** Lists places by path, only those within the scope. */
  listPlaces(scope: Scope): Promise<readonly Place[]>;
  /** Lists pools by place and id. */
  listPools(scope: Scope): Promise<readonly Pool[]>;
  /** Finds a pool; undefined outside the scope. */
  findPool(scope: Scope, id: string): Promise<Pool | undefined>;
  /** Lists the pool of each place with its first day, by place and day. */
  listPoolings(scope: Scope): Promise<readonly Pooling[]>;
  /** Lists the adjustment fund of each pool with its first day, by pool and day. */
  listMemberships(scope: Scope): Promise<readonly FundMembership[]>;
  /** Adds every row or none; `by` is null for whoever controls the machine. */
  record(
    scope: Scope,
    rows: RegisterRows,
    by: string | null,
    now: string,
  ): Promise<'recorded' | 'taken_meanwhile'>;
}
