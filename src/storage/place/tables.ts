import type { ColumnType, GeneratedAlways } from 'kysely';
import type { PlainDate } from '#kernel/plain-date';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

/** Who wrote a row of the register, null for who controls the machine, and when. */
type Recorded<T> = Immutable<T & { recordedBy: string | null; recordedAt: string }>;

/** The register of places and pools. */
export interface PlaceTables {
  readonly place: Recorded<{ path: string; nameZh: string; nameEn: string; since: PlainDate }> & {
    readonly above: GeneratedAlways<string | null>;
  };
  readonly placeEnd: Recorded<{ path: string; until: PlainDate }>;
  readonly pool: Recorded<{
    id: string;
    kind: 'pool' | 'fund';
    nameZh: string;
    nameEn: string;
    place: string;
    since: PlainDate;
  }>;
  readonly fundMember: Recorded<{ pool: string; fund: string; since: PlainDate }>;
  readonly pooling: Recorded<{ place: string; pool: string; since: PlainDate; basis: string }>;
}
