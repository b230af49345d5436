import type { Finding, SupervisionCase } from '#domain/supervision/supervision-case';
import { fen, sumFen, type Fen } from '#kernel/fen';

/** The settlement of one or more findings: returned + loss + open = found, in fen. */
export interface Settlement {
  readonly found: Fen;
  readonly returned: Fen;
  readonly loss: Fen;
  readonly open: Fen;
}

/**
 * Reckons the settlement of a finding. Only confirmed reports count, and of them only returns that the ledger still
 * holds.
 */
export function settlementOf({ amount, reports }: Pick<Finding, 'amount' | 'reports'>): Settlement {
  const confirmed = reports.filter(({ decision }) => decision === 'confirmed');
  const returned = sumFen(confirmed.flatMap(({ standing }) => standing.map((one) => one.amount)));
  const loss = sumFen(confirmed.map((one) => one.loss));
  return { found: amount, returned, loss, open: fen(amount - returned - loss) };
}

/** Whether a finding is settled: nothing is open, and a second person confirmed the rectification. */
export function isSettled(finding: Pick<Finding, 'amount' | 'reports'>): boolean {
  return (
    finding.reports.some(({ decision }) => decision === 'confirmed') && settlementOf(finding).open === 0n
  );
}

export function sumOf(settlements: readonly Settlement[]): Settlement {
  const sum = (member: keyof Settlement): Fen => sumFen(settlements.map((one) => one[member]));
  return { found: sum('found'), returned: sum('returned'), loss: sum('loss'), open: sum('open') };
}

export type CaseState = 'open' | 'rectifying' | 'rectified' | 'closed';

/** Reckons the state of a case; a closed case whose returned money was reversed is being rectified again. */
export function stateOf({ findings, closedAt }: SupervisionCase): CaseState {
  if (!findings.every(isSettled)) return 'rectifying';
  if (closedAt !== null) return 'closed';
  return findings.length === 0 ? 'open' : 'rectified';
}
