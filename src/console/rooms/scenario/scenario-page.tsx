import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  comparisonQuery,
  scenarioExplanationQuery,
  type ReplaceableValue,
} from '#console/api/scenario-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ExplanationDrawer } from '#console/explanation/explanation-drawer.tsx';
import { FigureScopeContext } from '#console/explanation/figure-scope.tsx';
import { useFigureRoute } from '#console/explanation/figure-route.ts';
import { Comparison } from '#console/rooms/scenario/comparison.tsx';
import { ProjectionSection } from '#console/rooms/scenario/projection/projection-section.tsx';
import { SaveForm } from '#console/rooms/scenario/save-form.tsx';
import { SavedScenarios } from '#console/rooms/scenario/saved-scenarios.tsx';
import { ScenarioForm } from '#console/rooms/scenario/scenario-form.tsx';
import { ScenarioHeader } from '#console/rooms/scenario/scenario-header.tsx';
import { useDraft } from '#console/rooms/scenario/use-draft.ts';
import type { RunViewBody } from '#contract/runs';
import '#console/rooms/adjustment/adjustment.css';
import '#console/rooms/scenario/scenario.css';

interface ScenarioPageProps {
  readonly view: RunViewBody;
  readonly values: readonly ReplaceableValue[];
}

export function ScenarioPage({ view, values }: ScenarioPageProps): ReactNode {
  const { t } = useTranslation();
  const draft = useDraft(values);
  const route = useFigureRoute();
  const { open } = route;
  const { ahead } = useSearch({ from: '/runs/$runId/scenario' });
  const runId = view.run.id;
  const query = useQuery(comparisonQuery(runId, draft.values));
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
      <div className="run-page scenario-page">
        <ScenarioHeader view={view} />
        <ScenarioForm values={values} draft={draft} packId={view.run.packId} />
        <p role="status" className="note scenario-status">
          {query.isPlaceholderData ? t('scenario.reckoning') : ''}
        </p>
        <QueryView query={query}>{(comparison) => <Comparison comparison={comparison} />}</QueryView>
        <ProjectionSection runId={runId} values={draft.values} pools={view.pools} />
        <SaveForm
          runId={runId}
          values={draft.values}
          ahead={ahead}
          isReady={query.isSuccess && !draft.hasFault}
        />
        <SavedScenarios runId={runId} names={values} />
      </div>
      <ExplanationDrawer
        explain={(figure) => scenarioExplanationQuery(runId, draft.values, figure)}
        figure={route.figure}
        trail={route.trail}
        stepTo={route.stepTo}
        backTo={route.backTo}
        close={route.close}
      />
    </FigureScopeContext>
  );
}
