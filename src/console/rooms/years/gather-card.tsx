import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGatherFigures, type YearView } from '#console/api/year-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';

/** Gathers what the program itself holds. */
export function GatherCard({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const gather = useGatherFigures(year.id);
  return (
    <div className="step-card">
      <h3>{t('years.gather')}</h3>
      <p className="note">{t('years.gatherText')}</p>
      <div>
        <Button
          type={year.missing.length > 0 ? 'primary' : 'default'}
          loading={gather.isPending}
          onClick={() => gather.mutate()}
        >
          {t('years.gather')}
        </Button>
      </div>
      <div aria-live="polite">
        {gather.isSuccess ? (
          <p className="done">{t('years.gathered', { count: gather.data.recorded ?? 0 })}</p>
        ) : null}
        {gather.isError ? <ProblemPanel error={gather.error} /> : null}
      </div>
    </div>
  );
}
