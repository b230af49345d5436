import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationQuery, runQuery } from '#console/api/queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ExplanationDrawer } from '#console/explanation/explanation-drawer.tsx';
import { FigureScopeContext } from '#console/explanation/figure-scope.tsx';
import { useFigureRoute } from '#console/explanation/figure-route.ts';
import { AssumptionsPanel } from '#console/rooms/adjustment/assumptions-panel.tsx';
import { FundFigures } from '#console/rooms/adjustment/fund-figures.tsx';
import { PoolTable } from '#console/rooms/adjustment/pool-table.tsx';
import { RunHeader } from '#console/rooms/adjustment/run-header.tsx';
import { RunNotices } from '#console/rooms/adjustment/run-notices.tsx';
import type { RunViewBody } from '#contract/runs';
import '#console/rooms/adjustment/adjustment.css';

/** ECharts is large: it is fetched after the table stands. */
const RunCharts = lazy(async () => {
  const { RunCharts: component } = await import('#console/rooms/adjustment/charts/run-charts.tsx');
  return { default: component };
});

/** The adjustment fund of one year and insurance type, as a stored run reckoned it. */
export function AdjustmentRoom(): ReactNode {
  const { runId } = useParams({ from: '/runs/$runId' });
  const query = useQuery(runQuery(runId));
  return <QueryView query={query}>{(view) => <RunPage key={view.run.id} view={view} />}</QueryView>;
}

function RunPage({ view }: { readonly view: RunViewBody }): ReactNode {
  const { t } = useTranslation();
  const route = useFigureRoute();
  const { open } = route;
  const scope = useMemo(
    () => ({
      packId: view.run.packId,
      poolNames: new Map(view.pools.map((pool) => [pool.id, pool.name])),
      openFigure: open,
    }),
    [view, open],
  );
  return (
    <FigureScopeContext value={scope}>
      <div className="run-page">
        <RunHeader view={view} />
        <RunNotices view={view} />
        <AssumptionsPanel assumptions={view.assumptions} packId={view.run.packId} />
        <FundFigures view={view} />
        <PoolTable view={view} />
        <Suspense fallback={<p role="status">{t('charts.loading')}</p>}>
          <RunCharts view={view} />
        </Suspense>
      </div>
      <ExplanationDrawer
        explain={(figure) => explanationQuery(view.run.id, figure)}
        figure={route.figure}
        trail={route.trail}
        stepTo={route.stepTo}
        backTo={route.backTo}
        close={route.close}
      />
    </FigureScopeContext>
  );
}
