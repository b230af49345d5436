import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentRun } from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { runState } from '#console/rooms/payments/run-state.ts';

const TONES = {
  waiting: 'warn',
  rejected: 'plain',
  withdrawn: 'plain',
  lapsed: 'plain',
  approved: 'warn',
  sent: 'warn',
  answered: 'good',
} as const;

/** Where a run stands, in words. */
export function RunStanding({ run }: { readonly run: PaymentRun }): ReactNode {
  const { t } = useTranslation();
  const state = runState(run);
  return <Mark tone={TONES[state]}>{t(`payments.runs.states.${state}`)}</Mark>;
}
