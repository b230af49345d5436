import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupervisionCase } from '#console/api/supervision-queries.ts';
import { Mark } from '#console/app/mark.tsx';

/** Where a case stands. */
export function CaseState({ state }: Pick<SupervisionCase, 'state'>): ReactNode {
  const { t } = useTranslation();
  const tone = state === 'closed' ? 'good' : state === 'rectifying' ? 'warn' : 'plain';
  return <Mark tone={tone}>{t(`supervision.states.${state}`)}</Mark>;
}
