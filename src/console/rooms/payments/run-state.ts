import type { PaymentRun } from '#console/api/payment-queries.ts';

export type RunState = 'waiting' | 'rejected' | 'withdrawn' | 'lapsed' | 'approved' | 'sent' | 'answered';

type Judged = Pick<
  PaymentRun,
  'decision' | 'ended' | 'sentAt' | 'fileHash' | 'paidCount' | 'rejectedCount' | 'lineCount'
>;

/** Where a run stands; one that only sets off has no bank file and is over once it is sent. */
export function runState(run: Judged): RunState {
  if (run.ended !== null) return run.ended;
  if (run.decision === null) return 'waiting';
  if (run.decision === 'rejected') return 'rejected';
  if (run.sentAt === null) return 'approved';
  const isAnswered = run.paidCount + run.rejectedCount >= run.lineCount;
  return run.fileHash === null || isAnswered ? 'answered' : 'sent';
}
