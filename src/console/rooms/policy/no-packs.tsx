import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '#console/app/page-states.tsx';

/** The policy reader where there is no pack; otherwise it leads to one. */
export function NoPacks(): ReactNode {
  const { t } = useTranslation();
  return <Nothing title={t('states.noPacks')} />;
}
