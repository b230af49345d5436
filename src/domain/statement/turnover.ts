import type { Bilingual } from '#kernel/bilingual';
import type { Month } from '#kernel/month';
import type { SubjectKind } from '#rules/pack/raw-statement';

/** Entries of one kind in one month, added up; in fen. */
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
  /** Of an event that closes a year: it moves balances and is no income or expenditure. */
  readonly isClosing: boolean;
  /** Of an event that takes over balances, in the first month of its books; one that came later moves in its month. */
  readonly isOpening: boolean;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Books that a statement is of, or that are part of a group's. */
export interface SubjectMember {
  readonly id: string;
  readonly kind: 'pool' | 'fund';
  readonly name: Bilingual;
  /** Before this month there are no books, so that no figure can be told. */
  readonly firstMonth: Month;
}

/** Whose statement, and for which insurance type. */
export interface StatementSubject {
  readonly kind: SubjectKind;
  /** Of the pool or the fund; of the fund also where it stands for its group. */
  readonly id: string;
  readonly name: Bilingual;
  readonly place: string;
  readonly insuranceType: 'employee' | 'resident';
  /** By id; the pool or fund itself where it is not a group. */
  readonly members: readonly SubjectMember[];
}
