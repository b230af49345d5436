import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { runQuery } from '#console/api/queries.ts';
import { replaceableValuesQuery } from '#console/api/scenario-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ScenarioPage } from '#console/rooms/scenario/scenario-page.tsx';

/** The scenario workbench of a stored run: change a policy value and see what it does, before anyone adopts it. */
export function ScenarioRoom(): ReactNode {
  const { runId } = useParams({ from: '/runs/$runId/scenario' });
  const run = useQuery(runQuery(runId));
  const values = useQuery(replaceableValuesQuery(runId));
  return (
    <QueryView query={run}>
      {(view) => (
        <QueryView query={values}>
          {(replaceable) => <ScenarioPage key={runId} view={view} values={replaceable.values} />}
        </QueryView>
      )}
    </QueryView>
  );
}
