import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { projectionQuery, type ReplacedValues } from '#console/api/scenario-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ProjectionForm, type NamedPool } from '#console/rooms/scenario/projection/projection-form.tsx';
import { ProjectionResult } from '#console/rooms/scenario/projection/projection-result.tsx';
import type { ProjectionRequestBody } from '#contract/projections';
import '#console/rooms/scenario/projection/projection.css';

interface ProjectionSectionProps {
  readonly runId: string;
  readonly values: ReplacedValues;
  readonly pools: readonly NamedPool[];
}

/** The scenario's years ahead. What is asked for stands in the address, as the replaced values do. */
export function ProjectionSection({ runId, values, pools }: ProjectionSectionProps): ReactNode {
  const { ahead } = useSearch({ from: '/runs/$runId/scenario' });
  const navigate = useNavigate({ from: '/runs/$runId/scenario' });
  const ask = (next: ProjectionRequestBody | undefined): void => {
    void navigate({
      search: ({ ahead: _past, ...others }) => ({
        ...others,
        ...(next === undefined ? {} : { ahead: next }),
      }),
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <ProjectionForm key={JSON.stringify(ahead)} ahead={ahead} pools={pools} onAsk={ask} />
      {ahead === undefined ? null : <Projected runId={runId} values={values} ahead={ahead} />}
    </>
  );
}

interface ProjectedProps {
  readonly runId: string;
  readonly values: ReplacedValues;
  readonly ahead: ProjectionRequestBody;
}

function Projected({ runId, values, ahead }: ProjectedProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(projectionQuery(runId, values, ahead));
  return (
    <>
      <p role="status" className="note scenario-status">
        {query.isPlaceholderData ? t('projection.reckoning') : ''}
      </p>
      <QueryView query={query}>{(projection) => <ProjectionResult projection={projection} />}</QueryView>
    </>
  );
}
