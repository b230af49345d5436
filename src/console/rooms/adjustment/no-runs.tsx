import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '#console/app/page-states.tsx';

/** The home page where nothing has been reckoned yet; otherwise it leads to the newest run. */
export function NoRuns(): ReactNode {
  const { t } = useTranslation();
  return <Nothing title={t('states.noRuns')} next={t('states.noRunsNext')} />;
}
