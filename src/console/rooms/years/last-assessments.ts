import type { Matter } from '#console/api/year-queries.ts';

/** Of each pool, year and insurance type the assessment that was granted last; newest year first, then by score. */
export function lastAssessments(matters: readonly Matter[]): readonly Matter[] {
  const last = new Map<string, Matter>();
  const granted = matters.filter(({ kind, decision }) => kind === 'assessment' && decision === 'granted');
  for (const one of granted.toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1)))
    last.set(`${one.year} ${one.insuranceType} ${one.pool}`, one);
  return [...last.values()].toSorted(
    (a, b) =>
      b.year - a.year ||
      a.insuranceType.localeCompare(b.insuranceType) ||
      Number(b.content.assessed?.total ?? 0) - Number(a.content.assessed?.total ?? 0),
  );
}
