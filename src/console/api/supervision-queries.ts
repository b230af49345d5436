import { queryOptions, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import { useFundAction } from '#console/api/ledger-queries.ts';
import type {
  CaseBody,
  CaseListBody,
  NewCaseBody,
  NewFindingBody,
  NewReportBody,
  SupervisionSummaryBody,
} from '#contract/supervision';

export type SupervisionCase = CaseBody;
export type Finding = SupervisionCase['findings'][number];
export type Report = Finding['reports'][number];
export type SupervisionSummary = SupervisionSummaryBody;

/** Cases of the own places, the newest first. */
export const casesQuery = queryOptions({
  queryKey: ['fund', 'supervision'],
  queryFn: async ({ signal }): Promise<CaseListBody['cases']> =>
    bodyOf(await client.GET('/api/v1/supervision-cases', { signal })).cases,
});

export function caseQuery(number: string) {
  return queryOptions({
    queryKey: ['fund', 'supervision', number],
    queryFn: async ({ signal }): Promise<SupervisionCase> =>
      bodyOf(
        await client.GET('/api/v1/supervision-cases/{number}', { params: { path: { number } }, signal }),
      ),
  });
}

export function supervisionSummaryQuery(year: string) {
  return queryOptions({
    queryKey: ['fund', 'supervision', 'summary', year],
    queryFn: async ({ signal }): Promise<SupervisionSummary> =>
      bodyOf(await client.GET('/api/v1/supervision-summary', { params: { query: { year } }, signal })),
  });
}

interface Recorded {
  readonly number: string;
}

export function useOpenCase(): UseMutationResult<Recorded, Error, NewCaseBody> {
  return useFundAction(async (body: NewCaseBody) =>
    bodyOf(await client.POST('/api/v1/supervision-cases', { body })),
  );
}

export function useAddFinding(number: string): UseMutationResult<Recorded, Error, NewFindingBody> {
  return useFundAction(async (body: NewFindingBody) =>
    bodyOf(
      await client.POST('/api/v1/supervision-cases/{number}/findings', {
        params: { path: { number } },
        body,
      }),
    ),
  );
}

export function useReport(number: string): UseMutationResult<Recorded, Error, NewReportBody> {
  return useFundAction(async (body: NewReportBody) =>
    bodyOf(
      await client.POST('/api/v1/supervision-findings/{number}/rectifications', {
        params: { path: { number } },
        body,
      }),
    ),
  );
}

export function useDecideReport(
  number: string,
): UseMutationResult<null, Error, { readonly decision: 'confirmed' | 'refused'; readonly note: string }> {
  return useFundAction(async (body: { readonly decision: 'confirmed' | 'refused'; readonly note: string }) =>
    doneBy(
      await client.POST('/api/v1/rectifications/{number}/decisions', { params: { path: { number } }, body }),
    ),
  );
}

export function useCloseCase(number: string): UseMutationResult<null, Error, void> {
  return useFundAction(async () =>
    doneBy(await client.POST('/api/v1/supervision-cases/{number}/closing', { params: { path: { number } } })),
  );
}
