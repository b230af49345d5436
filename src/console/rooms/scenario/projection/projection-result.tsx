import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstYears } from '#console/rooms/scenario/projection/first-years.tsx';
import { PoolYearsTable } from '#console/rooms/scenario/projection/pool-years-table.tsx';
import { YearsTable } from '#console/rooms/scenario/projection/years-table.tsx';
import type { ProjectionBody } from '#contract/projections';

/** ECharts is large: it is fetched after the tables stand. */
const ProjectionCharts = lazy(async () => {
  const { ProjectionCharts: component } =
    await import('#console/rooms/scenario/charts/projection-charts.tsx');
  return { default: component };
});

/** The years ahead: where trouble begins, the lines over the years, and the figures. */
export function ProjectionResult({ projection }: { readonly projection: ProjectionBody }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="projection">
      <FirstYears projection={projection} />
      <Suspense fallback={<p role="status">{t('charts.loading')}</p>}>
        <ProjectionCharts projection={projection} />
      </Suspense>
      <YearsTable projection={projection} />
      <PoolYearsTable projection={projection} />
    </div>
  );
}
