import type { BooksOf, JournalTemplate } from '#console/api/ledger-queries.ts';
import { yuanText } from '#console/fund/yuan-text.ts';

/** A request for a restricted use as it is typed. */
export interface ApprovalDraft {
  readonly books: BooksOf | undefined;
  readonly template: string | undefined;
  readonly cause: string | undefined;
  readonly amount: string;
  readonly reason: string;
  /** Of which year amounts go back, where the template returns some. */
  readonly year: string;
}

export function emptyApproval(books: BooksOf | undefined): ApprovalDraft {
  return { books, template: undefined, cause: undefined, amount: '', reason: '', year: '' };
}

/** What is asked for; undefined while something is missing or cannot be read. */
export function wantedOf(
  draft: ApprovalDraft,
  template: JournalTemplate | undefined,
  pack: string | undefined,
) {
  const { books, cause } = draft;
  const amount = yuanText(draft.amount);
  const reason = draft.reason.trim();
  if (books === undefined || template === undefined || pack === undefined || cause === undefined)
    return undefined;
  if (amount === undefined || amount.startsWith('-') || reason === '') return undefined;
  const asked = { pack, template: template.id, ...books, amount, cause, reason };
  if (template.returns.length === 0) return asked;
  return /^\d{4}$/.test(draft.year.trim()) ? { ...asked, year: Number(draft.year) } : undefined;
}
