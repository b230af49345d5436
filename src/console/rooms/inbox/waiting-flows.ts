import type { Account } from '#console/api/session-queries.ts';
import { holds } from '#console/session/session.ts';

/** A record that one person proposed at a place and another decides. */
interface Proposed {
  readonly place: string;
  readonly proposedBy: string;
  readonly decision: 'approved' | 'rejected' | null;
  /** Of what may end undecided: taken back, or lapsed with its year. */
  readonly ended?: 'withdrawn' | 'lapsed' | null;
}

/** Records that wait for this checker: undecided, of the own places, and proposed by another. */
export function waitingFlows<Record extends Proposed>(
  account: Account,
  records: readonly Record[],
): readonly Record[] {
  return records.filter(
    ({ place, proposedBy, decision, ended = null }) =>
      decision === null &&
      ended === null &&
      proposedBy !== account.userId &&
      holds(account, ['fund_checker'], place),
  );
}
