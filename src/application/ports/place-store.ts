import type { Scope } from '#domain/identity/account';
import type { FundMembership, Place, Pool, Pooling, RegisterRows } from '#domain/place/register';

export type { FundMembership, Place, Pool, Pooling, RegisterRows };

/** The register of places and pools. It only grows: who recorded a row and when stands with it. */
export interface PlaceStore {
  /** By path; what lies outside of the scope is not there. */
  listPlaces(scope: Scope): Promise<readonly Place[]>;
  /** By place and id. */
  listPools(scope: Scope): Promise<readonly Pool[]>;
  /** Undefined outside of the scope. */
  findPool(scope: Scope, id: string): Promise<Pool | undefined>;
  /** Which pool each place belonged to from when on, by place and day. */
  listPoolings(scope: Scope): Promise<readonly Pooling[]>;
  /** Which adjustment fund each pool belonged to from when on, by pool and day. */
  listMemberships(scope: Scope): Promise<readonly FundMembership[]>;
  /** Adds every row or none; `by` null: who controls the machine. */
  record(
    scope: Scope,
    rows: RegisterRows,
    by: string | null,
    now: string,
  ): Promise<'recorded' | 'taken_meanwhile'>;
}
