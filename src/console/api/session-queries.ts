import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import type { SignInStateBody, WhoAmIBody } from '#contract/identity';

export type Account = WhoAmIBody;
export type RoleId = Account['grants'][number]['role'];
export type Department = Account['department'];

/** Long enough that a walk through the rooms asks once; a refusal for want of a session asks anew at once. */
const FRESH_MS = 60_000;

/** Who is signed in, if anyone, and how one may sign in. */
export const signInStateQuery = queryOptions({
  queryKey: ['sign-in'],
  staleTime: FRESH_MS,
  queryFn: async ({ signal }): Promise<SignInStateBody> =>
    bodyOf(await client.GET('/api/v1/sign-in', { signal })),
});

/** A change of who is signed in: nothing that another person was shown may stay. */
function useSessionChange<Variables, Result>(
  change: (variables: Variables) => Promise<Result>,
): UseMutationResult<Result, Error, Variables> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sign-in' });
      await queryClient.invalidateQueries({ queryKey: signInStateQuery.queryKey });
    },
  });
}

export interface SignInFields {
  readonly login: string;
  readonly password: string;
}

export function useSignIn(): UseMutationResult<{ readonly until: string }, Error, SignInFields> {
  return useSessionChange(async (body: SignInFields) =>
    bodyOf(await client.POST('/api/v1/session', { body })),
  );
}

export function useSignOut(): UseMutationResult<{ readonly providerAddress: string | null }, Error, void> {
  return useSessionChange(async () => bodyOf(await client.DELETE('/api/v1/session')));
}

/** Where the provider of identities asks who it is. */
export function useBeginAtProvider(): UseMutationResult<{ readonly address: string }, Error, void> {
  return useMutation({
    mutationFn: async () => bodyOf(await client.POST('/api/v1/provider/sign-ins')),
  });
}

/** Signs in by what the provider answered, which holds once. */
export function useFinishAtProvider(): UseMutationResult<{ readonly until: string }, Error, string> {
  return useSessionChange(async (query: string) =>
    bodyOf(await client.POST('/api/v1/provider/session', { body: { query } })),
  );
}

export interface PasswordFields {
  readonly present: string;
  readonly password: string;
}

export function useChangePassword(): UseMutationResult<null, Error, PasswordFields> {
  return useSessionChange(async (body: PasswordFields) =>
    doneBy(await client.PUT('/api/v1/session/password', { body })),
  );
}

export interface FirstAdministratorFields {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly department: Department;
  readonly place: string;
  readonly password: string;
}

export function useMakeFirstAdministrator(): UseMutationResult<
  { readonly login: string },
  Error,
  FirstAdministratorFields
> {
  return useSessionChange(async (body: FirstAdministratorFields) =>
    bodyOf(await client.POST('/api/v1/first-administrator', { body })),
  );
}
