import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client } from '#console/api/client.ts';
import type { components } from '#console/api/schema.ts';

type Schemas = components['schemas'];
export type Place = Schemas['PlaceList']['places'][number];
export type RegisterFile = Schemas['RegisterFile'];
export type ImportedRegister = Schemas['ImportedRegister'];

/** The register of places, within the own ones. Pools are read by `poolsQuery`; both are read anew after an action. */
export const placesQuery = queryOptions({
  queryKey: ['fund', 'places'],
  queryFn: async ({ signal }): Promise<readonly Place[]> =>
    bodyOf(await client.GET('/api/v1/places', { signal })).places,
});

export type PoolHistory = Schemas['PoolHistory'];

/** Which places a pool has pooled, and which funds it has belonged to. */
export function poolHistoryQuery(pool: string) {
  return queryOptions({
    queryKey: ['fund', 'pool-history', pool],
    queryFn: async ({ signal }): Promise<PoolHistory> =>
      bodyOf(await client.GET('/api/v1/pools/{pool}/history', { params: { path: { pool } }, signal })),
  });
}

/** What one row of the register says, by kind. */
export type RegisterRow =
  | ({ readonly kind: 'place' } & Schemas['NewPlace'])
  | Schemas['NewPool']
  | ({ readonly kind: 'pooling'; readonly pool: string } & Schemas['NewPooling'])
  | ({ readonly kind: 'member'; readonly pool: string } & Schemas['NewFundMembership']);

function useRegisterAction<Variables, Result>(
  act: (variables: Variables) => Promise<Result>,
): UseMutationResult<Result, Error, Variables> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['fund'] }),
  });
}

export function useRecordRow(): UseMutationResult<{ readonly recorded: number }, Error, RegisterRow> {
  return useRegisterAction(async (row) => {
    switch (row.kind) {
      case 'place': {
        const { kind: _, ...body } = row;
        return bodyOf(await client.POST('/api/v1/places', { body }));
      }
      case 'pool':
      case 'fund':
        return bodyOf(await client.POST('/api/v1/pools', { body: row }));
      case 'pooling': {
        const { kind: _, pool, ...body } = row;
        return bodyOf(
          await client.POST('/api/v1/pools/{pool}/poolings', { params: { path: { pool } }, body }),
        );
      }
      case 'member': {
        const { kind: _, pool, ...body } = row;
        return bodyOf(
          await client.POST('/api/v1/pools/{pool}/memberships', { params: { path: { pool } }, body }),
        );
      }
    }
  });
}

export function useImportRegister(): UseMutationResult<ImportedRegister, Error, RegisterFile> {
  return useRegisterAction(async (body: RegisterFile) =>
    bodyOf(await client.POST('/api/v1/register-imports', { body })),
  );
}
