import type { YearFigure } from '#domain/adjustment-year/figure';
import { isSettled, settlementOf, sumOf } from '#domain/supervision/settlement';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import { formatYuan } from '#kernel/fen';

/**
 * Reads off the register of supervision whether a pool's breaches are corrected (JX-2.5) and the loss that its treasury
 * bears (SC-R5).
 *
 * One open finding denies that breaches are corrected, and one of an earlier year as well as one of this year. They are corrected once the
 * year has findings, all are settled and no case is open that may still find something. In between nothing is known: a document
 * attests it. A case that found nothing says nothing, for one person alone opens and closes it.
 * @param cases of the insurance type, up to the year
 * @param taken fields of the year's pipeline
 */
export function supervisionFigures(
  { pools, year }: { readonly pools: readonly string[]; readonly year: number },
  cases: readonly SupervisionCase[],
  taken: readonly string[],
): readonly YearFigure[] {
  return pools
    .flatMap((subject) => {
      const own = cases.filter((one) => one.pool === subject);
      return [...correctedFigure(subject, year, own), ...lossFigure(subject, year, own)];
    })
    .filter(({ field }) => taken.includes(field));
}

function correctedFigure(
  subject: string,
  year: number,
  cases: readonly SupervisionCase[],
): readonly YearFigure[] {
  const field = 'breachesCorrected';
  const denying = cases.filter(({ findings }) => !findings.every(isSettled));
  if (denying.length > 0) return [{ subject, field, value: 'false', source: sourceOf(denying) }];
  const found = findingIn(year, cases);
  const isOver = cases.every(({ closedAt }) => closedAt !== null);
  return found.length > 0 && isOver ? [{ subject, field, value: 'true', source: sourceOf(found) }] : [];
}

function lossFigure(subject: string, year: number, cases: readonly SupervisionCase[]): readonly YearFigure[] {
  const found = findingIn(year, cases);
  if (found.length === 0) return [];
  const { loss } = sumOf(found.flatMap(({ findings }) => findings.map(settlementOf)));
  return [{ subject, field: 'breachLoss', value: formatYuan(loss), source: sourceOf(found) }];
}

/** Keeps the cases with findings about the year's money. */
function findingIn(year: number, cases: readonly SupervisionCase[]): readonly SupervisionCase[] {
  return cases.filter((one) => one.year === year && one.findings.length > 0);
}

function sourceOf(cases: readonly SupervisionCase[]): YearFigure['source'] {
  return { kind: 'supervision', cases: cases.map(({ number }) => String(number)).toReversed() };
}
