import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#console/i18n/language.ts';
import { useCodeLabel } from '#console/i18n/labels.ts';
import { RunNotices } from '#console/rooms/adjustment/run-notices.tsx';
import type { RunViewBody } from '#contract/runs';

/** Which run is varied, and that nothing here is official. */
export function ScenarioHeader({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const labelOf = useCodeLabel();
  const { run } = view;
  const names = { place: pick(view.place), year: run.year, scheme: labelOf('schemes', run.scheme) };
  const title = t('scenario.title', names);
  return (
    <>
      <div className="page-header">
        <title>{`${title} · ${t('product')}`}</title>
        <h1>{title}</h1>
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          {t('adjustmentTitle', names)} <code>{run.id}</code>
        </Link>
      </div>
      <Alert
        className="scenario-banner"
        type="error"
        showIcon
        title={<strong>{t('scenario.banner')}</strong>}
        description={t('scenario.bannerText')}
      />
      <RunNotices view={view} />
    </>
  );
}
