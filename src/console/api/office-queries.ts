import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import type { Department, RoleId } from '#console/api/session-queries.ts';
import type { AccessLogBody, AccessLogQuery } from '#contract/access-log';
import type { BreakGlassListBody, GrantListBody, RoleListBody, UserListBody } from '#contract/identity';
import type { BindingListBody } from '#contract/provider';

export type User = UserListBody['users'][number];
export type Grant = GrantListBody['grants'][number];
export type Binding = BindingListBody['bindings'][number];
export type EmergencyAccess = BreakGlassListBody['accesses'][number];
export type AccessLine = AccessLogBody['entries'][number];
export type AccessFilter = Omit<AccessLogQuery, 'below'>;

/** The roles in words; they change with the program alone. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<RoleListBody> => bodyOf(await client.GET('/api/v1/roles', { signal })),
});

export const usersQuery = queryOptions({
  queryKey: ['office', 'users'],
  queryFn: async ({ signal }): Promise<readonly User[]> =>
    bodyOf(await client.GET('/api/v1/users', { signal })).users,
});

export const grantsQuery = queryOptions({
  queryKey: ['office', 'grants'],
  queryFn: async ({ signal }): Promise<readonly Grant[]> =>
    bodyOf(await client.GET('/api/v1/grants', { signal })).grants,
});

export const bindingsQuery = queryOptions({
  queryKey: ['office', 'bindings'],
  queryFn: async ({ signal }): Promise<readonly Binding[]> =>
    bodyOf(await client.GET('/api/v1/bindings', { signal })).bindings,
});

export const emergencyQuery = queryOptions({
  queryKey: ['office', 'emergency'],
  queryFn: async ({ signal }): Promise<readonly EmergencyAccess[]> =>
    bodyOf(await client.GET('/api/v1/break-glass', { signal })).accesses,
});

/** As many lines as the server gives at once; a shorter page is the last one. */
const PAGE = 200;

export function accessLogQuery(filter: AccessFilter) {
  return infiniteQueryOptions({
    queryKey: ['office', 'log', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }): Promise<readonly AccessLine[]> => {
      const query = { ...filter, ...(pageParam === undefined ? {} : { below: pageParam }) };
      return bodyOf(await client.GET('/api/v1/access-log', { params: { query }, signal })).entries;
    },
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.number),
  });
}

/** Something done in the office. Whatever comes of it, its lists are read anew: others may have been faster. */
function useOfficeAction<Variables, Result>(
  act: (variables: Variables) => Promise<Result>,
): UseMutationResult<Result, Error, Variables> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['office'] }),
  });
}

export interface NewUserFields {
  readonly login: string;
  readonly name: string;
  readonly department: Department;
  readonly place: string;
}

export interface InitialPassword {
  readonly id: string;
  readonly initialPassword: string;
}

export function useAddUser(): UseMutationResult<InitialPassword, Error, NewUserFields> {
  return useOfficeAction(async (body: NewUserFields) => bodyOf(await client.POST('/api/v1/users', { body })));
}

export function useResetPassword(): UseMutationResult<InitialPassword, Error, string> {
  return useOfficeAction(async (id: string) =>
    bodyOf(await client.POST('/api/v1/users/{id}/password-resets', { params: { path: { id } } })),
  );
}

export interface Ending {
  readonly id: string;
  readonly reason: string;
}

export function useEndUser(): UseMutationResult<null, Error, Ending> {
  return useOfficeAction(async ({ id, reason }: Ending) =>
    doneBy(await client.POST('/api/v1/users/{id}/end', { params: { path: { id } }, body: { reason } })),
  );
}

export interface GrantFields {
  readonly userId: string;
  readonly role: RoleId;
  readonly place: string;
  readonly reason: string;
}

export function useRequestGrant(): UseMutationResult<{ readonly id: string }, Error, GrantFields> {
  return useOfficeAction(async (body: GrantFields) => bodyOf(await client.POST('/api/v1/grants', { body })));
}

export interface Deciding {
  readonly id: string;
  readonly decision: 'confirmed' | 'refused';
}

export function useDecideGrant(): UseMutationResult<null, Error, Deciding> {
  return useOfficeAction(async ({ id, decision }: Deciding) =>
    doneBy(
      await client.POST('/api/v1/grants/{id}/decisions', { params: { path: { id } }, body: { decision } }),
    ),
  );
}

export function useEndGrant(): UseMutationResult<null, Error, Ending> {
  return useOfficeAction(async ({ id, reason }: Ending) =>
    doneBy(await client.POST('/api/v1/grants/{id}/end', { params: { path: { id } }, body: { reason } })),
  );
}

export interface BindingFields {
  readonly userId: string;
  readonly subject: string;
  readonly reason: string;
}

export function useRequestBinding(): UseMutationResult<{ readonly id: string }, Error, BindingFields> {
  return useOfficeAction(async ({ userId: id, ...body }: BindingFields) =>
    bodyOf(await client.POST('/api/v1/users/{id}/bindings', { params: { path: { id } }, body })),
  );
}

export function useDecideBinding(): UseMutationResult<null, Error, Deciding> {
  return useOfficeAction(async ({ id, decision }: Deciding) =>
    doneBy(
      await client.POST('/api/v1/bindings/{id}/decisions', { params: { path: { id } }, body: { decision } }),
    ),
  );
}

export function useEndBinding(): UseMutationResult<null, Error, Ending> {
  return useOfficeAction(async ({ id, reason }: Ending) =>
    doneBy(await client.POST('/api/v1/bindings/{id}/end', { params: { path: { id } }, body: { reason } })),
  );
}

export interface EmergencyFields {
  readonly role: RoleId;
  readonly place: string;
  readonly hours: number;
  readonly reason: string;
}

/** The session holds more from now on, so it is asked for anew as well. */
export function useTakeEmergencyAccess(): UseMutationResult<
  { readonly id: string; readonly until: string },
  Error,
  EmergencyFields
> {
  const queryClient = useQueryClient();
  return useOfficeAction(async (body: EmergencyFields) => {
    const taken = bodyOf(await client.POST('/api/v1/break-glass', { body }));
    await queryClient.invalidateQueries({ queryKey: ['sign-in'] });
    return taken;
  });
}

export interface ReviewFields {
  readonly id: string;
  readonly finding: 'justified' | 'unjustified';
  readonly note: string;
}

export function useReviewEmergencyAccess(): UseMutationResult<null, Error, ReviewFields> {
  return useOfficeAction(async ({ id, ...body }: ReviewFields) =>
    doneBy(await client.POST('/api/v1/break-glass/{id}/review', { params: { path: { id } }, body })),
  );
}
