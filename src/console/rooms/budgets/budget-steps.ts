import type { BudgetView } from '#console/api/budget-queries.ts';

type Version = BudgetView['versions'][number];

interface BudgetStep {
  readonly number: number;
  readonly step: 'made' | 'exception' | 'submitted' | 'accepted' | 'returned' | 'reopened';
  readonly by: string;
  readonly at: string;
  readonly note: string;
  readonly contentHash: string;
}

/** What happened to each draft, the latest first. */
export function budgetSteps(versions: readonly Version[]): readonly BudgetStep[] {
  return versions.flatMap(stepsOf).toReversed();
}

function stepsOf({
  number,
  contentHash,
  made,
  exception,
  submitted,
  review,
  reopened,
}: Version): BudgetStep[] {
  const of = { number, contentHash };
  return [
    { ...of, step: 'made', by: made.by, at: made.at, note: '' },
    ...(exception === null
      ? []
      : [{ ...of, step: 'exception' as const, by: exception.by, at: exception.at, note: exception.reason }]),
    ...(submitted === null
      ? []
      : [{ ...of, step: 'submitted' as const, by: submitted.by, at: submitted.at, note: '' }]),
    ...(review === null
      ? []
      : [{ ...of, step: review.decision, by: review.by, at: review.at, note: review.reason }]),
    ...(reopened === null
      ? []
      : [{ ...of, step: 'reopened' as const, by: reopened.by, at: reopened.at, note: reopened.reason }]),
  ];
}
