import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '#console/app/page-states.tsx';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return <Nothing title={t('states.noPage')} next={t('states.noPageNext')} />;
}
