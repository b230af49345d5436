import { queryOptions, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import { useFundAction, type InsuranceType } from '#console/api/ledger-queries.ts';
import type { components } from '#console/api/schema.ts';

type Schemas = components['schemas'];
type FundWatch = Schemas['FundWatch'];
export type RiskAssessment = Schemas['RiskAssessment'];
export type WatchedFund = RiskAssessment['watched'];
export type WatchedRow = WatchedFund['rows'][number];
export type WatchedFigure = WatchedRow['figures'][number];
export type IndicatorView = WatchedFund['indicators'][number];
export type AssessmentDue = FundWatch['due'];
export type RiskSummary = Schemas['RiskAssessmentList']['assessments'][number];
export type Measure = RiskAssessment['measures'][number];

/** Which fund is watched, of which type, at the end of which month, by which policy. */
export interface WatchAsked {
  readonly subject: string;
  readonly insuranceType: InsuranceType;
  readonly month: string;
  readonly pack: string;
}

export function watchQuery({ subject: id, ...query }: WatchAsked) {
  return queryOptions({
    queryKey: ['fund', 'watch', id, query],
    queryFn: async ({ signal }): Promise<FundWatch> =>
      bodyOf(await client.GET('/api/v1/watched-funds/{id}', { params: { path: { id }, query }, signal })),
  });
}

export const risksQuery = queryOptions({
  queryKey: ['fund', 'risks'],
  queryFn: async ({ signal }): Promise<readonly RiskSummary[]> =>
    bodyOf(await client.GET('/api/v1/risk-assessments', { signal })).assessments,
});

export function riskQuery(id: string) {
  return queryOptions({
    queryKey: ['fund', 'risk', id],
    queryFn: async ({ signal }): Promise<RiskAssessment> =>
      bodyOf(await client.GET('/api/v1/risk-assessments/{id}', { params: { path: { id } }, signal })),
  });
}

export function useAssessRisk(): UseMutationResult<
  Schemas['RiskAssessmentMade'],
  Error,
  WatchAsked & { readonly measures: readonly Measure[] }
> {
  return useFundAction(
    async ({ subject: id, measures, ...asked }: WatchAsked & { readonly measures: readonly Measure[] }) =>
      bodyOf(
        await client.POST('/api/v1/watched-funds/{id}/risk-assessments', {
          params: { path: { id } },
          body: { ...asked, measures: [...measures] },
        }),
      ),
  );
}

export interface RiskDeciding {
  readonly id: string;
  readonly decision: 'confirmed' | 'rejected';
  readonly note: string;
}

export function useDecideRisk(): UseMutationResult<null, Error, RiskDeciding> {
  return useFundAction(async ({ id, ...body }: RiskDeciding) =>
    doneBy(await client.POST('/api/v1/risk-assessments/{id}/decisions', { params: { path: { id } }, body })),
  );
}
