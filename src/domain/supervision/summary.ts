import { settlementOf, sumOf, type Settlement } from '#domain/supervision/settlement';
import type { SupervisionCase } from '#domain/supervision/supervision-case';

/** A year's supervision of one pool by one method. */
export interface SummaryRow extends Settlement {
  readonly packId: string;
  readonly line: string;
  readonly pool: string;
  readonly cases: number;
  readonly findings: number;
  readonly referred: number;
}

/** Sums cases by method and pool, in that order; the rows add up to the total. */
export function summarise(cases: readonly SupervisionCase[]): readonly SummaryRow[] {
  const groups = new Map<string, SupervisionCase[]>();
  for (const one of cases) {
    const key = `${one.packId} ${one.line} ${one.pool}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => own.slice(0, 1).map((first) => ({ ...totalOf(own), ...nameOf(first) })));
}

function nameOf({ packId, line, pool }: SupervisionCase): Pick<SummaryRow, 'packId' | 'line' | 'pool'> {
  return { packId, line, pool };
}

/** Sums counts and amounts of cases. */
export function totalOf(cases: readonly SupervisionCase[]): Omit<SummaryRow, 'packId' | 'line' | 'pool'> {
  const findings = cases.flatMap((one) => one.findings);
  return {
    cases: cases.length,
    findings: findings.length,
    referred: findings.filter(({ referral }) => referral !== null).length,
    ...sumOf(findings.map(settlementOf)),
  };
}
