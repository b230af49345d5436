import type { ApprovalRow, BooksRow, LedgerRows, MonthRow, RequestRow } from '#application/ports/ledger-rows';
import { sealedApproval, sealedBooks, sealedMonth, sealedRequest } from '#application/proof/sealed-text';

/** The tables beside events, entries and blocks: small enough to be held whole. */
export interface Minors {
  readonly books: readonly BooksRow[];
  readonly months: readonly MonthRow[];
  readonly requests: readonly RequestRow[];
  readonly approvals: readonly ApprovalRow[];
}

export async function readMinors(rows: LedgerRows): Promise<Minors> {
  return {
    books: await rows.books(),
    months: await rows.months(),
    requests: await rows.requests(),
    approvals: await rows.approvals(),
  };
}

/** A sealed row that is no event. */
export interface SealedMinor {
  readonly number: number;
  readonly text: string;
}

/** Their texts in the order of their numbers. */
export function sealedMinors({ books, months, requests, approvals }: Minors): readonly SealedMinor[] {
  const sealed = [
    ...books.map((row) => ({ number: Number(row.number), text: sealedBooks(row) })),
    ...months.map((row) => ({ number: Number(row.number), text: sealedMonth(row) })),
    ...requests.map((row) => ({ number: Number(row.number), text: sealedRequest(row) })),
    ...approvals.map((row) => ({ number: Number(row.number), text: sealedApproval(row) })),
  ];
  return sealed.toSorted((a, b) => a.number - b.number);
}
