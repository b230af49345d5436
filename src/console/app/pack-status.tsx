import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '#console/app/mark.tsx';
import type { PackViewBody } from '#contract/packs';

/** Whether a pack or document is in force or still a draft. */
export function PackStatus({ status }: Pick<PackViewBody, 'status'>): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={status === 'draft' ? 'warn' : 'good'}>{t(`status.${status}`)}</Mark>;
}
