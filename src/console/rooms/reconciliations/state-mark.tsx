import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherStatement } from '#console/api/reconciliation-queries.ts';
import { Mark } from '#console/app/mark.tsx';

const TONES = { open: 'warn', closing_proposed: 'warn', reconciled: 'good', replaced: 'plain' } as const;

/** How far the month of a statement is. */
export function StateMark({ state }: Pick<OtherStatement, 'state'>): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={TONES[state]}>{t(`reconciliations.states.${state}`)}</Mark>;
}
