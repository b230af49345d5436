import { settlementOf, sumOf, type Settlement } from '#domain/supervision/settlement';
import type { SupervisionCase } from '#domain/supervision/supervision-case';

/** A year's supervision of one pool on one line. */
export interface SummaryRow extends Settlement {
  readonly packId: string;
  readonly line: string;
  readonly pool: string;
  readonly cases: number;
  readonly findings: number;
  readonly referred: number;
}

/** Cases counted by line and pool, in that order; their sums add up to the whole. */
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

/** The counts and sums of some cases together. */
export function totalOf(cases: readonly SupervisionCase[]): Omit<SummaryRow, 'packId' | 'line' | 'pool'> {
  const findings = cases.flatMap((one) => one.findings);
  return {
    cases: cases.length,
    findings: findings.length,
    referred: findings.filter(({ referral }) => referral !== null).length,
    ...sumOf(findings.map(settlementOf)),
  };
}
