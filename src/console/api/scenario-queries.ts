import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { bodyOf, client } from '#console/api/client.ts';
import type { FigureExplanationBody } from '#contract/explanation';
import type { ProjectionBody, ProjectionRequestBody } from '#contract/projections';
import type { ReplayBody } from '#contract/runs';
import type {
  KeepScenarioBody,
  ReplaceableValuesBody,
  ReplacedValuesBody,
  ScenarioComparisonBody,
  ScenarioListBody,
  ScenarioSummaryBody,
} from '#contract/scenarios';

export type ReplaceableValue = ReplaceableValuesBody['values'][number];
export type ReplacedValues = ReplacedValuesBody;
export type ScenarioPool = ScenarioComparisonBody['pools'][number];
export type Change = ScenarioPool['levy'];
export type OptionalChange = ScenarioPool['monthsAfter'];

/** The values that a scenario of a stored run may replace; they never change. */
export function replaceableValuesQuery(id: string) {
  return queryOptions({
    queryKey: ['replaceable-values', id],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<ReplaceableValuesBody> =>
      bodyOf(await client.GET('/api/v1/runs/{id}/replaceable-values', { params: { path: { id } }, signal })),
  });
}

/** A scenario beside its run; until the next one is reckoned the last stays on screen. */
export function comparisonQuery(id: string, values: ReplacedValues) {
  return queryOptions({
    queryKey: ['comparison', id, valuesKey(values)],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ScenarioComparisonBody> =>
      bodyOf(
        await client.POST('/api/v1/runs/{id}/scenarios', {
          params: { path: { id } },
          body: { values },
          signal,
        }),
      ),
  });
}

/** A scenario's years ahead beside those of the policy as it is. */
export function projectionQuery(id: string, values: ReplacedValues, projection: ProjectionRequestBody) {
  return queryOptions({
    queryKey: ['projection', id, valuesKey(values), JSON.stringify(projection)],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ProjectionBody> =>
      bodyOf(
        await client.POST('/api/v1/runs/{id}/projections', {
          params: { path: { id } },
          body: { values, projection },
          signal,
        }),
      ),
  });
}

/** The explanation of one figure of a scenario. */
export function scenarioExplanationQuery(id: string, values: ReplacedValues, figure: string) {
  return queryOptions({
    queryKey: ['scenario-explanation', id, valuesKey(values), figure],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<FigureExplanationBody> =>
      bodyOf(
        await client.GET('/api/v1/runs/{id}/scenarios/explanation', {
          params: { path: { id }, query: { figure, ...values } },
          signal,
        }),
      ),
  });
}

/** The kept scenarios of a run, newest first. */
export function scenariosQuery(runId: string) {
  return queryOptions({
    queryKey: ['scenarios', runId],
    queryFn: async ({ signal }): Promise<ScenarioListBody> =>
      bodyOf(await client.GET('/api/v1/scenarios', { params: { query: { runId } }, signal })),
  });
}

/** Reckons a scenario and keeps it; its run's list is read anew. */
export function useKeepScenario(): UseMutationResult<ScenarioSummaryBody, Error, KeepScenarioBody> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: KeepScenarioBody): Promise<ScenarioSummaryBody> =>
      bodyOf(await client.POST('/api/v1/scenarios', { body })),
    onSuccess: ({ runId }) => queryClient.invalidateQueries({ queryKey: ['scenarios', runId] }),
  });
}

/** Reckons a kept scenario again and compares the bytes. */
export function useScenarioReplay(id: string): UseMutationResult<ReplayBody, Error, undefined> {
  return useMutation({
    mutationFn: async (): Promise<ReplayBody> =>
      bodyOf(await client.POST('/api/v1/scenarios/{id}/replays', { params: { path: { id } } })),
  });
}

/** One text for the same values, in whatever order they came. */
export function valuesKey(values: ReplacedValues): string {
  return JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
