import type { YearFigure } from '#domain/adjustment-year/figure';
import { standingMatters, type Matter } from '#domain/adjustment-year/matter';
import { present } from '#kernel/assert';
import { fenOf, formatYuan, sumFen } from '#kernel/fen';

/**
 * Reckons the figures that decided matters give a year. A pool without an application has an application of zero,
 * because the register of applications is complete; an audited gap is zero only once a handover has been decided.
 */
export function matterFigures(
  pools: readonly string[],
  year: number,
  matters: readonly Matter[],
): readonly YearFigure[] {
  const granted = standingMatters(matters);
  return pools.flatMap((pool) => {
    const own = granted.filter((one) => one.pool === pool);
    const applications = own.filter((one) => one.kind === 'emergency' && one.year === year);
    const handovers = own.filter((one) => one.kind === 'handover' && one.year <= year);
    const due = handovers.filter((one) => one.year === year);
    const assessments = own.filter((one) => one.kind === 'assessment' && one.year === year);
    return [
      ...assessmentFigures(pool, assessments),
      ...emergencyFigures(pool, applications),
      ...(handovers.length === 0
        ? []
        : [
            {
              subject: pool,
              field: 'auditedPriorGap',
              value: sumText(
                due.map(({ content }) => present(content.auditedGap, 'the audited gap of a handover')),
              ),
              source: sourceOf(due, 'handover'),
            },
          ]),
    ];
  });
}

/** Takes the score of the assessment granted last; without one, a document may attest the score. */
function assessmentFigures(pool: string, assessments: readonly Matter[]): readonly YearFigure[] {
  const last = assessments.toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1)).at(-1);
  const score = last?.content.assessed?.total;
  return last === undefined || score === undefined
    ? []
    : [{ subject: pool, field: 'assessmentScore', value: score, source: sourceOf([last], 'assessment') }];
}

/**
 * Sums a pool's applications. Both causes of a policy may stand in one year (JX-2.3.2 names them side by side, and JX-R8
 * judges each application alone), while the pipeline takes one cause a pool: it pays both alike, so that the first stands
 * for all. Another cause is never paid and takes nothing from the others.
 */
function emergencyFigures(pool: string, applications: readonly Matter[]): readonly YearFigure[] {
  const payable = applications.filter(({ content }) => content.cause !== 'other');
  const counted = payable.length === 0 ? applications : payable;
  const source = sourceOf(counted, 'emergency');
  const cause = counted[0]?.content.cause ?? 'other';
  const amount = sumText(counted.map(({ granted }) => present(granted, 'the amount that was granted')));
  return [
    { subject: pool, field: 'emergency', value: amount, source },
    { subject: pool, field: 'emergencyCause', value: cause, source },
  ];
}

function sourceOf(matters: readonly Matter[], basis: string): YearFigure['source'] {
  return { kind: 'matters', matters: matters.map(({ id }) => id), basis };
}

function sumText(amounts: readonly string[]): string {
  return formatYuan(sumFen(amounts.map(fenOf)));
}
