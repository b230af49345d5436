import type { YearFigure } from '#domain/adjustment-year/figure';
import { isSettled, settlementOf, sumOf } from '#domain/supervision/settlement';
import type { SupervisionCase } from '#domain/supervision/supervision-case';
import { formatYuan } from '#kernel/fen';

/**
 * What the register of supervision says of a year: of a pool that it holds cases of, whether its breaches are corrected,
 * which one open finding denies, and the loss that the local treasury bears (JX-2.5, SC-R5). A pool without cases has
 * neither: a document attests them.
 * @param cases of the year and insurance type
 * @param taken fields of the year's pipeline
 */
export function supervisionFigures(
  pools: readonly string[],
  cases: readonly SupervisionCase[],
  taken: readonly string[],
): readonly YearFigure[] {
  return pools.flatMap((subject) => {
    const own = cases.filter(({ pool }) => pool === subject);
    if (own.length === 0) return [];
    const findings = own.flatMap((one) => one.findings);
    const source = {
      kind: 'supervision',
      cases: own.map(({ number }) => String(number)).toReversed(),
    } as const;
    const { loss } = sumOf(findings.map(settlementOf));
    return [
      { subject, field: 'breachesCorrected', value: String(findings.every(isSettled)), source },
      { subject, field: 'breachLoss', value: formatYuan(loss), source },
    ].filter(({ field }) => taken.includes(field));
  });
}
