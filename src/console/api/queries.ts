import { queryOptions, useMutation, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client } from '#console/api/client.ts';
import type { FigureExplanationBody } from '#contract/explanation';
import type { PackFormulasBody } from '#contract/formulas';
import type { PackListBody, PackViewBody } from '#contract/packs';
import type { ReplayBody, RunListBody, RunViewBody } from '#contract/runs';

export type RunSummary = RunListBody['runs'][number];
export type PoolLine = RunViewBody['pools'][number];
export type ExplainedNode = FigureExplanationBody['nodes'][number];
export type Clause = FigureExplanationBody['clauses'][number];
export type Reading = FigureExplanationBody['readings'][number];
export type PackValue = PackViewBody['values'][number];

/** All stored runs, newest first. */
export const runsQuery = queryOptions({
  queryKey: ['runs'],
  queryFn: async ({ signal }): Promise<RunListBody> => bodyOf(await client.GET('/api/v1/runs', { signal })),
});

/** A stored run; it never changes. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: ['run', id],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<RunViewBody> =>
      bodyOf(await client.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
  });
}

/** The explanation of one figure of a stored run; it never changes either. */
export function explanationQuery(id: string, figure: string) {
  return queryOptions({
    queryKey: ['explanation', id, figure],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<FigureExplanationBody> =>
      bodyOf(
        await client.GET('/api/v1/runs/{id}/explanation', {
          params: { path: { id }, query: { figure } },
          signal,
        }),
      ),
  });
}

export const packsQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: async ({ signal }): Promise<PackListBody> => bodyOf(await client.GET('/api/v1/packs', { signal })),
});

/** A pack and, after it, the packs it extends, each once: its readings and clauses may stand in any of them. */
export function packFamilyQuery(id: string) {
  return queryOptions({
    queryKey: ['pack-family', id],
    queryFn: async ({ signal }): Promise<readonly PackViewBody[]> => {
      const family = new Map<string, PackViewBody>();
      const collect = async (packId: string): Promise<void> => {
        if (family.has(packId)) return;
        const pack: PackViewBody = bodyOf(
          await client.GET('/api/v1/packs/{id}', { params: { path: { id: packId } }, signal }),
        );
        family.set(packId, pack);
        for (const parent of pack.extends) await collect(parent);
      };
      await collect(id);
      return [...family.values()];
    },
  });
}

/** A pack's row formulas in words and as pictures. */
export function formulasQuery(id: string) {
  return queryOptions({
    queryKey: ['formulas', id],
    queryFn: async ({ signal }): Promise<PackFormulasBody> =>
      bodyOf(await client.GET('/api/v1/packs/{id}/formulas', { params: { path: { id } }, signal })),
  });
}

/** Reckons a stored run again and compares the bytes. */
export function useReplay(id: string): UseMutationResult<ReplayBody, Error, undefined> {
  return useMutation({
    mutationFn: async (): Promise<ReplayBody> =>
      bodyOf(await client.POST('/api/v1/runs/{id}/replays', { params: { path: { id } } })),
  });
}
