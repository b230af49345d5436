import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { SubjectKind } from '#rules/pack/raw-statement';

/** The sum of entries of one kind in one month, in fen. */
export interface Turnover {
  readonly pool: string;
  readonly month: Month;
  readonly book: 'cash' | 'obligation';
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly category: string | null;
  /** Kind of the counterparty, or `pool:<id>` where it is a pool; null where there is none. */
  readonly party: string | null;
  /** Whether the event closes a year: it moves balances and is neither income nor expenditure. */
  readonly isClosing: boolean;
  /** Whether the event takes over balances in the first month of its books; a later one counts in its own month. */
  readonly isOpening: boolean;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** The books of a statement's subject, or of a member of its group. */
export interface SubjectMember {
  readonly id: string;
  readonly kind: 'pool' | 'fund';
  readonly name: Bilingual;
  /** First month of the books; earlier months have no figures. */
  readonly firstMonth: Month;
}

/** The subject of a statement, for one insurance type. */
export interface StatementSubject {
  readonly kind: SubjectKind;
  /** Id of the pool or fund; for a group, of its fund. */
  readonly id: string;
  /** Name of the pool or fund; for a group, of its place. */
  readonly name: Bilingual;
  readonly place: string;
  readonly insuranceType: InsuranceType;
  /** Members ordered by id; the pool or fund itself where the subject is no group. */
  readonly members: readonly SubjectMember[];
}
