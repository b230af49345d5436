import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client } from '#console/api/client.ts';
import type { PackDiffBody } from '#contract/pack-diff';
import type {
  PlaceVersionsBody,
  RecordedStepBody,
  SubmitVersionBody,
  VersionListBody,
  VersionStepBody,
} from '#contract/versions';

export type PlaceVersions = PlaceVersionsBody;
export type PlaceVersion = PlaceVersionsBody['versions'][number];
export type VersionEvent = PlaceVersion['events'][number];
export type NextStep = PlaceVersion['next'][number];
export type SectionDiff = PackDiffBody['sections'][number];
export type ItemDiff = SectionDiff['changes'][number];

/** Every place's pack with its versions and what happened to them. */
export const versionsQuery = queryOptions({
  queryKey: ['versions'],
  queryFn: async ({ signal }): Promise<VersionListBody> =>
    bodyOf(await client.GET('/api/v1/versions', { signal })),
});

/** What differs between two packs: ids for present content, hashes for stored versions. */
export function diffQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['diff', from, to],
    queryFn: async ({ signal }): Promise<PackDiffBody> =>
      bodyOf(await client.GET('/api/v1/diff', { params: { query: { from, to } }, signal })),
  });
}

/** A step that who is signed in takes. */
export type StepRequest =
  | { readonly kind: 'submit'; readonly packId: string; readonly body: SubmitVersionBody }
  | { readonly kind: 'step'; readonly packId: string; readonly hash: string; readonly body: VersionStepBody };

/** Takes a step. Whatever comes of it, the versions are read anew: a refusal may tell of what others did. */
export function useVersionStep(): UseMutationResult<RecordedStepBody, Error, StepRequest> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: takeStep,
    onSettled: () => queryClient.invalidateQueries({ queryKey: versionsQuery.queryKey }),
  });
}

async function takeStep(request: StepRequest): Promise<RecordedStepBody> {
  const { packId: id } = request;
  if (request.kind === 'submit') {
    return bodyOf(
      await client.POST('/api/v1/packs/{id}/versions', { params: { path: { id } }, body: request.body }),
    );
  }
  return bodyOf(
    await client.POST('/api/v1/packs/{id}/versions/{hash}/steps', {
      params: { path: { id, hash: request.hash } },
      body: request.body,
    }),
  );
}
