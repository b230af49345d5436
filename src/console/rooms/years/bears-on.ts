import type { Matter, YearView } from '#console/api/year-queries.ts';

/** Whether a matter is of a year: of its pools or its fund; an adoption of an earlier year holds on. */
export function bearsOn(
  { kind, pool, insuranceType, year: of }: Matter,
  year: Pick<YearView, 'fund' | 'pools' | 'insuranceType' | 'year'>,
): boolean {
  const subjects = [year.fund, ...year.pools.map(({ id }) => id)];
  const isOfYear = of === year.year || (kind === 'adoption' && of < year.year);
  return subjects.includes(pool) && insuranceType === year.insuranceType && isOfYear;
}
