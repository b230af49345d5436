import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetView, Round } from '#console/api/budget-queries.ts';
import { Mark } from '#console/app/mark.tsx';

/** Whether a year's budgets are adopted. */
export function RoundMark({ round }: { readonly round: Pick<Round, 'adopted'> }): ReactNode {
  const { t } = useTranslation();
  return round.adopted === null ? (
    <Mark tone="warn">{t('budgets.roundStates.open')}</Mark>
  ) : (
    <Mark tone="good">{t('budgets.roundStates.adopted')}</Mark>
  );
}

/** How far a budget has come. */
export function BudgetMark({ state }: { readonly state: BudgetView['state'] }): ReactNode {
  const { t } = useTranslation();
  if (state === null) return <Mark tone="plain">{t('budgets.noState')}</Mark>;
  const isDone = state === 'accepted' || state === 'adopted';
  return <Mark tone={isDone ? 'good' : 'warn'}>{t(`budgets.states.${state}`)}</Mark>;
}
