import type { ApprovalRow, BooksRow, EventRow, MonthRow, RequestRow } from '#application/ports/ledger-rows';
import { jsonText, keepTexts } from '#application/proof/json-texts';

/**
 * Rows as the chain seals them: the table's word and the fields as a JSON array of texts, with a space after each comma
 * (docs/decisions/0008-two-books.md). Of an event its content's hash stands for the content.
 */
export function sealedEvent({ number, contentHash, refusal, postingMonth, knownAt }: EventRow): string {
  return `["event", ${jsonText(number)}, ${jsonText(contentHash)}, ${kept(refusal)}, ${kept(postingMonth)}, ${kept(knownAt)}]`;
}

const kept = keepTexts((field: string | null) => JSON.stringify(field));

export function sealedBooks(row: BooksRow): string {
  const { number, pool, insuranceType, kind, firstMonth, openedBy, openedAt } = row;
  return listText(['books', number, pool, insuranceType, kind, firstMonth, openedBy, openedAt]);
}

export function sealedMonth(row: MonthRow): string {
  const { number, pool, insuranceType, month, closedBy, closedAt, unsweptReason } = row;
  const fields = ['month', number, pool, insuranceType, month, closedBy, closedAt];
  return listText(unsweptReason === null ? fields : [...fields, unsweptReason]);
}

export function sealedRequest(row: RequestRow): string {
  const { number, template, pool, insuranceType, amount, cause, reason, requestedBy, requestedAt } = row;
  const { year = null } = row;
  const fields = [
    'request',
    number,
    template,
    pool,
    insuranceType,
    amount,
    cause,
    reason,
    requestedBy,
    requestedAt,
  ];
  return listText(year === null ? fields : [...fields, year]);
}

export function sealedApproval({ number, request, decision, decidedBy, decidedAt }: ApprovalRow): string {
  return listText(['approval', number, request, decision, decidedBy, decidedAt]);
}

function listText(fields: readonly (string | null)[]): string {
  return `[${fields.map((field) => JSON.stringify(field)).join(', ')}]`;
}
