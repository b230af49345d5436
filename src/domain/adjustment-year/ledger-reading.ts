import type { Month } from '#kernel/month';

/** Turnover of one account of one pool's books in one month, in fen. */
export interface BookTurnover {
  readonly pool: string;
  readonly postingMonth: Month;
  readonly book: 'cash' | 'obligation';
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

export interface OpenedBooks {
  readonly pool: string;
  readonly firstMonth: Month;
  /** The last closed month; null where none is. */
  readonly closedThrough: Month | null;
}

/** The ledger's data on a fund and its pools, read at one instant. */
export interface LedgerReading {
  readonly books: readonly OpenedBooks[];
  readonly turnovers: readonly BookTurnover[];
  /** Turnovers of year-closing events; `turnovers` contains them, but they are neither income nor expenditure. */
  readonly closing: readonly BookTurnover[];
  /** Amounts posted as opening balances. The first month's turnovers contain them, but they are no movements of that month. */
  readonly opening: readonly BookTurnover[];
  /** Levies owed to the fund and unpaid, by pool, in fen. */
  readonly levyOpen: ReadonlyMap<string, bigint>;
  /** Debts of the pooled fund at the year's end to parties other than funds and governments, by pool, in fen. */
  readonly unpaid: ReadonlyMap<string, bigint>;
  /** Subsidies due by a year's end and not received by then, by pool, in fen; a treasury's cover of a settled year left out. */
  readonly subsidyOpen: ReadonlyMap<string, bigint>;
  /** Subsidies that fell due within the year, by pool, in fen. */
  readonly subsidyDue: ReadonlyMap<string, bigint>;
  readonly block: bigint | null;
  readonly through: bigint;
}
