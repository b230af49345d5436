import type { Finding, SupervisionCase } from '#domain/supervision/supervision-case';
import { fen, sumFen, type Fen } from '#kernel/fen';

/** What became of the money of a finding, or of several: returned + loss + open = found. */
export interface Settlement {
  readonly found: Fen;
  readonly returned: Fen;
  readonly loss: Fen;
  readonly open: Fen;
}

/** Only what another person confirmed counts, and of it only what the ledger still holds. */
export function settlementOf({ amount, reports }: Pick<Finding, 'amount' | 'reports'>): Settlement {
  const confirmed = reports.filter(({ decision }) => decision === 'confirmed');
  const returned = sumFen(confirmed.flatMap(({ standing }) => standing.map((one) => one.amount)));
  const loss = sumFen(confirmed.map((one) => one.loss));
  return { found: amount, returned, loss, open: fen(amount - returned - loss) };
}

/** Nothing of it is open, and a second person confirmed how it was put right. */
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

/** Where a case stands; one whose money was taken back after it was closed is being rectified again. */
export function stateOf({ findings, closedAt }: SupervisionCase): CaseState {
  if (!findings.every(isSettled)) return 'rectifying';
  if (closedAt !== null) return 'closed';
  return findings.length === 0 ? 'open' : 'rectified';
}
