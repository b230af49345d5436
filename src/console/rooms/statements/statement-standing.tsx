import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementSummary } from '#console/api/statement-queries.ts';
import { Mark } from '#console/app/mark.tsx';

const TONES = { proposed: 'warn', published: 'good', rejected: 'plain', corrected: 'plain' } as const;

/** Whether a kept statement waits, is published, was rejected or was corrected by a later one. */
export function StatementStanding({
  kept,
}: {
  readonly kept: Pick<StatementSummary, 'state' | 'correctedBy'>;
}): ReactNode {
  const { t } = useTranslation();
  const state = kept.correctedBy === null ? kept.state : 'corrected';
  return <Mark tone={TONES[state]}>{t(`statements.states.${state}`)}</Mark>;
}
