import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';

const TONES = { approved: 'good', rejected: 'plain', waiting: 'warn' } as const;

/** Whether a second person has decided, and how. */
export function FlowStanding({ decision }: { readonly decision: 'approved' | 'rejected' | null }): ReactNode {
  const { t } = useTranslation();
  const state = decision ?? 'waiting';
  return <Mark tone={TONES[state]}>{t(`books.decisions.${state}`)}</Mark>;
}
