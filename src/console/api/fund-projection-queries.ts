import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client } from '#console/api/client.ts';
import type { components } from '#console/api/schema.ts';
import type { FigureExplanationBody } from '#contract/explanation';
import type { PackViewBody } from '#contract/packs';
import type { ReplayBody } from '#contract/runs';
import type { InsuranceType } from '#kernel/insurance-type';

type Schemas = components['schemas'];
export type KeptProjection = Schemas['KeptFundProjection'];
export type ProjectionSummary = Schemas['FundProjectionList']['projections'][number];
export type ProjectionResult = KeptProjection['result'];
export type Course = ProjectionResult['baseline']['schemes'][number];
export type CourseYear = Course['years'][number];
export type PoolYear = CourseYear['pools'][number];
export type Swing = Course['sensitivity'][number];
export type ProjectionAsked = Schemas['KeepFundProjection'];
export type BasedAsked = Schemas['ProjectFromBase'];
export type ProjectionInput = ProjectionAsked['input'];
export type SchemeInput = ProjectionInput['schemes'][number];
export type ScenarioInput = NonNullable<ProjectionAsked['scenario']>;
export type SchemeId = InsuranceType;
export type CourseId = 'baseline' | 'scenario';

/** Kept projections, newest first. */
export const fundProjectionsQuery = queryOptions({
  queryKey: ['fund-projections'],
  queryFn: async ({ signal }): Promise<readonly ProjectionSummary[]> =>
    bodyOf(await client.GET('/api/v1/fund-projections', { signal })).projections,
});

/** A kept projection; it never changes. */
export function fundProjectionQuery(id: string) {
  return queryOptions({
    queryKey: ['fund-projection', id],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<KeptProjection> =>
      bodyOf(await client.GET('/api/v1/fund-projections/{id}', { params: { path: { id } }, signal })),
  });
}

/** Where a figure stands: of which projection, which course of it, and which insurance type. */
export interface FigureOf {
  readonly id: string;
  readonly course: CourseId;
  readonly scheme: SchemeId;
}

/** The explanation of one figure, with the clauses and readings that the pack and its parents hold. */
export function projectedExplanationQuery(
  { id, course, scheme }: FigureOf,
  figure: string,
  family: readonly PackViewBody[],
) {
  return queryOptions({
    queryKey: ['projected-explanation', id, course, scheme, figure],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<FigureExplanationBody> => {
      const query = { course, scheme, figure };
      const answer = bodyOf(
        await client.GET('/api/v1/fund-projections/{id}/explanation', {
          params: { path: { id }, query },
          signal,
        }),
      );
      return {
        ...answer,
        clauses: family.flatMap(({ clauses }) => clauses),
        readings: family.flatMap(({ readings }) => readings),
      };
    },
  });
}

/** What is asked for, and what it starts from: an input, a year of adjustment, or a stored run. */
export type ProjectionStart =
  | { readonly kind: 'input'; readonly body: ProjectionAsked }
  | { readonly kind: 'year' | 'run'; readonly id: string; readonly body: BasedAsked };

/** Reckons a projection and keeps it. */
export function useKeepProjection(): UseMutationResult<ProjectionSummary, Error, ProjectionStart> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: keepFrom,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['fund-projections'] }),
  });
}

async function keepFrom(start: ProjectionStart): Promise<ProjectionSummary> {
  if (start.kind === 'input')
    return bodyOf(await client.POST('/api/v1/fund-projections', { body: start.body }));
  const asked = { params: { path: { id: start.id } }, body: start.body };
  return bodyOf(
    start.kind === 'year'
      ? await client.POST('/api/v1/adjustment-years/{id}/fund-projections', asked)
      : await client.POST('/api/v1/runs/{id}/fund-projections', asked),
  );
}

/** Reckons a kept projection again, its paths included, and compares the bytes. */
export function useProjectionReplay(id: string): UseMutationResult<ReplayBody, Error, undefined> {
  return useMutation({
    mutationFn: async (): Promise<ReplayBody> =>
      bodyOf(await client.POST('/api/v1/fund-projections/{id}/replays', { params: { path: { id } } })),
  });
}
