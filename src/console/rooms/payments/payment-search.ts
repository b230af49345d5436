import type { BooksOf } from '#console/api/ledger-queries.ts';
import { readBooksSearch } from '#console/fund/books-search.ts';

type Search = Readonly<Record<string, unknown>>;

/** What the address of the payment runs carries: the books for which returned payments are to be paid again. */
export type RunStart = Partial<BooksOf>;

/** What the address of the bank accounts carries: the payee who needs another account. */
export interface AccountStart {
  readonly pool?: string;
  readonly payee?: string;
}

/** Reads for which books a run is to be begun; what cannot be meant is ignored. */
export function readRunStart(search: Search): RunStart {
  const { pool, insuranceType } = readBooksSearch(search);
  return pool === undefined || insuranceType === undefined ? {} : { pool, insuranceType };
}

/** Reads for whom an account is to be registered; what cannot be meant is ignored. */
export function readAccountStart({ pool, payee }: Search): AccountStart {
  const isMeant = typeof pool === 'string' && typeof payee === 'string' && /^[a-z]+:.{1,150}$/.test(payee);
  return isMeant ? { pool, payee } : {};
}
