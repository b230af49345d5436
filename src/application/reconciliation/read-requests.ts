import { present } from '#kernel/assert';
import { decodeBase64 } from '#kernel/base64';
import type { CorrectionPosting, ReconciledAccount } from '#application/ports/reconciliation-store';
import type { GivenStatement } from '#application/reconciliation/import-statement';
import type { WantedProposal } from '#application/reconciliation/work-differences';
import { badAmount, badMonth } from '#domain/fund/event-refusals';
import type { StatementProfile } from '#domain/reconciliation/profile';
import { fileRefusal } from '#domain/reconciliation/refusals';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan, type Fen } from '#kernel/fen';
import { parseMonth, type Month } from '#kernel/month';

/** A profile as a request brings it: the headings, and what else it leaves as usual. */
export interface ProfileRequest {
  readonly columns: StatementProfile['columns'];
  readonly receiptWords?: readonly string[] | undefined;
  readonly paymentWords?: readonly string[] | undefined;
  readonly thousands?: boolean | undefined;
  readonly totalWords?: readonly string[] | undefined;
}

/** A statement as a person gives it: texts, with amounts in yuan and the file in base64. */
export interface StatementRequest extends Omit<ReconciledAccount, 'pool'> {
  readonly month: string;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly profile: string | ProfileRequest;
  readonly fileName: string;
  readonly content: string;
}

export function readStatementRequest(pool: string, request: StatementRequest): Decision<GivenStatement> {
  const found: Refusal[] = [];
  const { insuranceType, party, account, fileName, content, profile } = request;
  const month = readMonth(request.month, found);
  const opening = readBalance(request.opening, 'opening', found);
  const closing = readBalance(request.closing, 'closing', found);
  const bytes = decodeBase64(content);
  if (bytes === undefined) found.push(fileRefusal('file_unreadable', fileName, 'base64'));
  const ref = typeof profile === 'string' ? profile : wholeProfile(profile);
  return allowUnless(found, () => ({
    pool,
    insuranceType,
    party,
    account,
    month,
    opening,
    closing,
    profile: ref,
    file: { name: fileName, bytes: present(bytes, 'the bytes of the file') },
  }));
}

function wholeProfile({
  columns,
  receiptWords = [],
  paymentWords = [],
  thousands = false,
  totalWords = [],
}: ProfileRequest): StatementProfile {
  return { columns, receiptWords, paymentWords, thousands, totalWords };
}

/** The month of a comparison. */
export function readMonthOf(text: string): Decision<Month> {
  const found: Refusal[] = [];
  const month = readMonth(text, found);
  return allowUnless(found, () => month);
}

/** What somebody says to a line, as a request brings it. */
export function readProposalRequest(request: {
  readonly side: 'ours' | 'theirs';
  readonly item: string;
  readonly kind: 'timing' | 'correction' | 'claim';
  readonly event: string | null;
  readonly posting?: CorrectionPosting | null;
  readonly reason: string;
}): WantedProposal {
  const { event, posting = null } = request;
  return { ...request, event: event === null ? null : BigInt(event), posting };
}

function readMonth(text: string, found: Refusal[]): Month {
  const month = parseMonth(text);
  if (month === undefined) found.push(badMonth('month', text));
  return month ?? ('0000-01' as Month);
}

/** A balance may be below zero: an account can be overdrawn. */
function readBalance(text: string | null, at: string, found: Refusal[]): Fen | null {
  if (text === null) return null;
  const amount = parseYuan(text);
  if (typeof amount !== 'string') return amount;
  found.push(badAmount(at, text));
  return null;
}
