import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AssumptionsPanel } from '#console/rooms/adjustment/assumptions-panel.tsx';
import { ComparisonTable } from '#console/rooms/scenario/comparison-table.tsx';
import { FundChanges } from '#console/rooms/scenario/fund-changes.tsx';
import { ReducedCovers } from '#console/rooms/scenario/reduced-covers.tsx';
import { RefusalChanges } from '#console/rooms/scenario/refusal-changes.tsx';
import type { ScenarioComparisonBody } from '#contract/scenarios';

/** ECharts is large: it is fetched after the table stands. */
const ScenarioCharts = lazy(async () => {
  const { ScenarioCharts: component } = await import('#console/rooms/scenario/charts/scenario-charts.tsx');
  return { default: component };
});

/** The scenario beside its run. */
export function Comparison({ comparison }: { readonly comparison: ScenarioComparisonBody }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {Object.keys(comparison.values).length === 0 ? <p className="note">{t('scenario.unchanged')}</p> : null}
      <FundChanges comparison={comparison} />
      <ComparisonTable comparison={comparison} />
      <RefusalChanges comparison={comparison} />
      <ReducedCovers comparison={comparison} />
      <AssumptionsPanel assumptions={comparison.assumptions} packId={comparison.run.packId} />
      <Suspense fallback={<p role="status">{t('charts.loading')}</p>}>
        <ScenarioCharts comparison={comparison} />
      </Suspense>
    </>
  );
}
