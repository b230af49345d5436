import { present } from '#kernel/assert';
import { decodeBase64 } from '#kernel/base64';
import type { StatementFile } from '#application/ports/statement-file-reader';
import type { CorrectionPosting, ReconciledAccount } from '#application/ports/reconciliation-store';
import type { GivenStatement } from '#application/reconciliation/import-statement';
import type { WantedProposal } from '#application/reconciliation/work-differences';
import { badAmount, badMonth } from '#domain/fund/event-refusals';
import type { StatementProfile } from '#domain/reconciliation/profile';
import { fileRefusal } from '#domain/reconciliation/refusals';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan, type Fen } from '#kernel/fen';
import { parseMonth, type Month } from '#kernel/month';

/** A requested profile: headings, and settings that differ from the usual ones. */
export interface ProfileRequest {
  readonly columns: StatementProfile['columns'];
  readonly receiptWords?: readonly string[] | undefined;
  readonly paymentWords?: readonly string[] | undefined;
  readonly thousands?: boolean | undefined;
  readonly totalWords?: readonly string[] | undefined;
}

/** A requested import: texts, amounts in yuan, the file in base64. */
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
  const file = decodeFile(fileName, content);
  if (!file.allowed) found.push(...file.refusals);
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
    file: present(file.allowed ? file.value : undefined, 'the bytes of the file'),
  }));
}

/** Decodes a request's file from base64. */
export function decodeFile(name: string, content: string): Decision<StatementFile> {
  const bytes = decodeBase64(content);
  return bytes === undefined
    ? refuse(fileRefusal('file_unreadable', name, 'base64'))
    : allow({ name, bytes });
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

/** Reads the month of a comparison. */
export function readMonthOf(text: string): Decision<Month> {
  const found: Refusal[] = [];
  const month = readMonth(text, found);
  return allowUnless(found, () => month);
}

/** Reads a proposal on a line from a request. */
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

/** Reads a balance, which may be negative: an account can be overdrawn. */
function readBalance(text: string | null, at: string, found: Refusal[]): Fen | null {
  if (text === null) return null;
  const amount = parseYuan(text);
  if (typeof amount !== 'string') return amount;
  found.push(badAmount(at, text));
  return null;
}
