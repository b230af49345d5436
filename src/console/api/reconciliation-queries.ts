import { queryOptions, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import { useFundAction, type BooksOf, type FundDeciding } from '#console/api/ledger-queries.ts';
import type { components } from '#console/api/schema.ts';

type Schemas = components['schemas'];
export type OtherStatement = Schemas['ReconciliationList']['reconciliations'][number];
export type Reconciliation = Schemas['Reconciliation'];
export type WaitingReconciliation = Schemas['WaitingReconciliations']['waiting'][number];
export type Difference = Reconciliation['differences'][number];
export type DifferenceProposal = NonNullable<Difference['waiting']>;
export type StatementLine = Difference['line'];
export type MatchPage = Schemas['ReconciliationMatches'];
export type PremiumComparison = Schemas['PremiumComparison'];
export type StatementImport = Schemas['StatementImport'];
export type ProposalFields = Schemas['DifferenceProposal'];

/** Statements of other parties with the state of their months. */
export const reconciliationsQuery = queryOptions({
  queryKey: ['fund', 'reconciliations'],
  queryFn: async ({ signal }): Promise<readonly OtherStatement[]> =>
    bodyOf(await client.GET('/api/v1/reconciliations', { signal })).reconciliations,
});

export function reconciliationQuery(id: string) {
  return queryOptions({
    queryKey: ['fund', 'reconciliation', id],
    queryFn: async ({ signal }): Promise<Reconciliation> =>
      bodyOf(await client.GET('/api/v1/reconciliations/{id}', { params: { path: { id } }, signal })),
  });
}

/** What waits for a second person in the months that are worked. */
export const waitingReconciliationsQuery = queryOptions({
  queryKey: ['fund', 'reconciliations-waiting'],
  queryFn: async ({ signal }): Promise<readonly WaitingReconciliation[]> =>
    bodyOf(await client.GET('/api/v1/reconciliations-waiting', { signal })).waiting,
});

/** What was matched, a page of the service at a time. */
export function matchesQuery(id: string, from: number) {
  return queryOptions({
    queryKey: ['fund', 'matches', id, from],
    queryFn: async ({ signal }): Promise<MatchPage> =>
      bodyOf(
        await client.GET('/api/v1/reconciliations/{id}/matches', {
          params: { path: { id }, query: { from: String(from) } },
          signal,
        }),
      ),
  });
}

export interface MonthOfBooks extends BooksOf {
  readonly month: string;
}

export function premiumsQuery({ pool, insuranceType, month }: MonthOfBooks) {
  return queryOptions({
    queryKey: ['fund', 'premiums', pool, insuranceType, month],
    queryFn: async ({ signal }): Promise<PremiumComparison> =>
      bodyOf(
        await client.GET('/api/v1/pools/{id}/premium-comparison', {
          params: { path: { id: pool }, query: { insuranceType, month } },
          signal,
        }),
      ),
  });
}

export interface ImportedStatement extends StatementImport {
  readonly pool: string;
}

export function useImportStatement(): UseMutationResult<
  Schemas['StatementImported'],
  Error,
  ImportedStatement
> {
  return useFundAction(async ({ pool, ...body }: ImportedStatement) =>
    bodyOf(
      await client.POST('/api/v1/pools/{id}/reconciliation-statements', {
        params: { path: { id: pool } },
        body,
      }),
    ),
  );
}

export function useProposeForDifference(
  id: string,
): UseMutationResult<{ readonly id: string }, Error, ProposalFields> {
  return useFundAction(async (body: ProposalFields) =>
    bodyOf(await client.POST('/api/v1/reconciliations/{id}/proposals', { params: { path: { id } }, body })),
  );
}

export function useDecideDifference(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/reconciliation-proposals/{id}/decisions', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}

export function useProposeClosing(id: string): UseMutationResult<{ readonly id: string }, Error, void> {
  return useFundAction(async () =>
    bodyOf(await client.POST('/api/v1/reconciliations/{id}/closings', { params: { path: { id } } })),
  );
}

/** The other party's word on a closing. */
export function useConfirmClosing(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/reconciliation-closings/{id}/confirmations', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}

export function useDecideClosing(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/reconciliation-closings/{id}/decisions', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}
