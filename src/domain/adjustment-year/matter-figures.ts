import type { YearFigure } from '#domain/adjustment-year/figure';
import type { Matter } from '#domain/adjustment-year/matter';
import { fen, formatYuan, parseYuan } from '#kernel/fen';

/**
 * The figures that decided matters give a year. A pool that applied for nothing has an application of nothing, because
 * the register of applications is whole; an audited gap is nil only where a handover was decided, now or before.
 */
export function matterFigures(
  pools: readonly string[],
  year: number,
  matters: readonly Matter[],
): readonly YearFigure[] {
  const granted = matters.filter(({ decision }) => decision === 'granted');
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
              value: sumText(due.map(({ content }) => content.auditedGap ?? '0.00')),
              source: sourceOf(due, 'handover'),
            },
          ]),
    ];
  });
}

/** Of the assessments of a year the one that was granted last counts; without one, a document may attest the score. */
function assessmentFigures(pool: string, assessments: readonly Matter[]): readonly YearFigure[] {
  const last = assessments.toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? -1 : 1)).at(-1);
  const score = last?.content.assessed?.total;
  return last === undefined || score === undefined
    ? []
    : [{ subject: pool, field: 'assessmentScore', value: score, source: sourceOf([last], 'assessment') }];
}

function emergencyFigures(pool: string, applications: readonly Matter[]): readonly YearFigure[] {
  const source = sourceOf(applications, 'emergency');
  const cause = applications[0]?.content.cause ?? 'other';
  const amount = sumText(applications.map(({ granted }) => granted ?? '0.00'));
  return [
    { subject: pool, field: 'emergency', value: amount, source },
    { subject: pool, field: 'emergencyCause', value: cause, source },
  ];
}

function sourceOf(matters: readonly Matter[], basis: string): YearFigure['source'] {
  return { kind: 'matters', matters: matters.map(({ id }) => id), basis };
}

function sumText(amounts: readonly string[]): string {
  const parts = amounts.map(parseYuan).filter((amount) => typeof amount === 'bigint');
  return formatYuan(fen(parts.reduce((sum, amount) => sum + amount, 0n)));
}
