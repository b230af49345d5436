import { MONTH } from '#console/fund/patterns.ts';
import type { BooksOf, EventFilter } from '#console/api/ledger-queries.ts';

type Search = Readonly<Record<string, unknown>>;

/** What the address of the books carries: the chosen ones, and through which month. */
export interface BooksSearch {
  readonly pool?: string;
  readonly insuranceType?: BooksOf['insuranceType'];
  readonly through?: string;
}

/** The filters of the journal, in its address. */
export type JournalSearch = EventFilter;

const TEXTS = ['pool', 'account', 'fund', 'source', 'counterparty', 'template'] as const;
const MONTHS = ['fromMonth', 'toMonth'] as const;

/** Reads which books are shown; what cannot be meant is ignored. */
export function readBooksSearch(search: Search): BooksSearch {
  const { through } = search;
  const shown = typeof through === 'string' && MONTH.test(through) ? { through } : {};
  return { ...readBooks(search), ...shown };
}

/** Reads the filters of the journal; what cannot be meant is ignored. */
export function readJournalSearch(search: Search): JournalSearch {
  const texts = TEXTS.flatMap((name) => {
    const value = search[name];
    // The router reads "1003" as a number; the address is text.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' && text.length <= 200 ? [[name, text] as const] : [];
  });
  const months = MONTHS.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && MONTH.test(value) ? [[name, value] as const] : [];
  });
  const { book } = search;
  return {
    ...Object.fromEntries([...texts, ...months]),
    ...readType(search),
    ...(book === 'cash' || book === 'obligation' ? { book } : {}),
  };
}

function readBooks(search: Search): Pick<BooksSearch, 'pool' | 'insuranceType'> {
  const { pool } = search;
  return { ...(typeof pool === 'string' && pool !== '' ? { pool } : {}), ...readType(search) };
}

function readType({ insuranceType }: Search): Pick<BooksSearch, 'insuranceType'> {
  return insuranceType === 'employee' || insuranceType === 'resident' ? { insuranceType } : {};
}
