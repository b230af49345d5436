import { readEventDetails } from '#application/fund/read-event-details';
import { postAll, type Posting } from '#application/payout/post-all';
import type {
  CorrectionPosting,
  ImportedStatement,
  ReconciliationOffice,
} from '#application/ports/reconciliation-store';
import type { Difference } from '#domain/reconciliation/name-differences';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';

/** The clauses that a correction follows from: deposits are reconciled each month, and agreed with the finance department. */
const CLAUSES = ['NAT-28.7', 'NAT-144.39-c'];

interface Signature {
  readonly by: string;
  readonly now: string;
  readonly note: string;
}

type Line = Pick<Difference, 'side' | 'line'>;

/** Posts a correction under its own key and checks it against the line; returns the event's number. */
export async function postCorrection(
  office: ReconciliationOffice,
  statement: ImportedStatement,
  difference: Line,
  posting: CorrectionPosting,
  key: string,
  signature: Signature,
): Promise<Decision<bigint>> {
  const read = readPosting(statement, difference, posting, key, signature);
  if (!read.allowed) return read;
  const posted = await postAll(office, statement, [read.value]);
  if (!posted.allowed) return posted;
  const event = present(posted.value[0], 'the event that was posted');
  return mends(office, statement, difference, event);
}

/**
 * Checks that an event resolves a line: it moves the amount of a line that only they have, or the opposite of one that
 * only we have. Any other event would leave the line open.
 */
export async function mends(
  office: ReconciliationOffice,
  statement: ImportedStatement,
  { side, line }: Line,
  event: bigint,
): Promise<Decision<bigint>> {
  const moved = await office.findMovement(statement, event);
  if (moved === undefined) return refuse(reconciliationRefusal('event_not_of_account', 'event'));
  const wanted = side === 'theirs' ? line.amount : -line.amount;
  if (moved === wanted) return allow(event);
  const found = [wanted, moved].map((amount) => formatYuan(fen(amount)));
  return refuse(reconciliationRefusal('event_does_not_mend', 'event', { clause: 'NAT-28.7', found }));
}

function readPosting(
  { pool, insuranceType }: ImportedStatement,
  { line }: Line,
  { template, effectiveOn, amounts, ...rest }: CorrectionPosting,
  key: string,
  { by, now, note }: Signature,
): Decision<Posting> {
  const details = readEventDetails({ effectiveOn, amounts }, { at: 'posting.', now });
  if (!details.allowed) return details;
  const head = { key, now, actor: by, clauses: CLAUSES, note };
  if (template === null) {
    const number = /^event\/(\d+)$/.exec(line.id)?.[1];
    return number === undefined
      ? refuse(reconciliationRefusal('nothing_to_reverse', 'posting.template'))
      : allow({ ...head, effectiveOn: details.value.effectiveOn, reverses: BigInt(number) });
  }
  return allow({ ...head, ...rest, ...details.value, template, pool, insuranceType });
}
