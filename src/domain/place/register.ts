import type { PlacePath } from '#domain/identity/place-path';
import type { Bilingual } from '#kernel/bilingual';
import type { PlainDate } from '#kernel/plain-date';

/** A province, city, county, township or village of the register; its level is the depth of its path. */
export interface Place {
  readonly path: PlacePath;
  readonly name: Bilingual;
  readonly since: PlainDate;
  /** The last day; null while it exists. */
  readonly until: PlainDate | null;
}

/** A pool (统筹区), or the adjustment fund (调剂金) that several pools share. */
export interface Pool {
  readonly id: string;
  readonly kind: 'pool' | 'fund';
  readonly name: Bilingual;
  /** Where it is administered; who may see it follows from here. */
  readonly place: PlacePath;
  /** The adjustment fund that it belongs to at present; null where none. */
  readonly fund: string | null;
  readonly since: PlainDate;
}

/** From this day on the insured of a place belong to a pool, until another row of the same place says otherwise. */
export interface Pooling {
  readonly place: PlacePath;
  readonly pool: string;
  readonly since: PlainDate;
  /** Number of the document that says so, or why. */
  readonly basis: string;
}

/** From this day on a pool belongs to an adjustment fund. */
export interface FundMembership {
  readonly pool: string;
  readonly fund: string;
  readonly since: PlainDate;
}

/** What is in a register, or is added to it at once. */
export interface RegisterRows {
  readonly places: readonly Omit<Place, 'until'>[];
  readonly placeEnds: readonly { readonly path: PlacePath; readonly until: PlainDate }[];
  readonly pools: readonly Omit<Pool, 'fund'>[];
  readonly memberships: readonly FundMembership[];
  readonly poolings: readonly Pooling[];
}

/** A row that someone wants to add, with where it stands in the input: `file:line` or a part of a request. */
export type RegisterEntry = { readonly at: string } & (
  | ({ readonly kind: 'place' } & Place)
  | ({ readonly kind: 'pool' | 'fund' } & Omit<Pool, 'kind' | 'fund'>)
  | ({ readonly kind: 'member' } & FundMembership)
  | ({ readonly kind: 'pooling' } & Pooling)
);
