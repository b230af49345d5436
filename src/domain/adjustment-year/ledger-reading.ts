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

/** What the ledger says of a fund's pools and the fund itself, all of it seen at one instant. */
export interface LedgerReading {
  readonly books: readonly OpenedBooks[];
  readonly turnovers: readonly BookTurnover[];
  /** What year-closing events moved: it is among the turnovers and is no income or expenditure. */
  readonly closing: readonly BookTurnover[];
  /** What opening balances brought in: it is among the turnovers of the first month and was there before. */
  readonly opening: readonly BookTurnover[];
  /** Levies that are owed to the fund and not yet paid, by pool. */
  readonly levyOpen: ReadonlyMap<string, bigint>;
  /** What pools owed of their pooled fund at the year's end to others than funds and governments, in fen, by pool. */
  readonly unpaid: ReadonlyMap<string, bigint>;
  readonly block: bigint | null;
  readonly through: bigint;
}
