import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import type { NamedDocument } from '#console/form/document-fields.tsx';
import type { AdjustmentOutputBody } from '#contract/adjustment-output';
import type { MatterListBody, NewMatterBody } from '#contract/adjustment-matters';
import type {
  AdjustmentYearBody,
  PoolSharesBody,
  YearInboxBody,
  YearListBody,
} from '#contract/adjustment-years';
import type { ResponsibilityAccountsBody } from '#contract/responsibility-accounts';
import type { InsuranceType } from '#kernel/insurance-type';

export type YearSummary = YearListBody['years'][number];
export type YearView = AdjustmentYearBody;
export type YearFigure = YearView['figures'][number];
export type YearLine = YearView['lines'][number];
export type NextYearStep = YearView['next'][number];
export type ResponsibilityAccount = ResponsibilityAccountsBody['accounts'][number];
export type PoolShare = PoolSharesBody['shares'][number];
export type Matter = MatterListBody['matters'][number];

export const yearsQuery = queryOptions({
  queryKey: ['years'],
  queryFn: async ({ signal }): Promise<readonly YearSummary[]> =>
    bodyOf(await client.GET('/api/v1/adjustment-years', { signal })).years,
});

export function yearQuery(id: string) {
  return queryOptions({
    queryKey: ['years', 'one', id],
    queryFn: async ({ signal }): Promise<YearView> =>
      bodyOf(await client.GET('/api/v1/adjustment-years/{id}', { params: { path: { id } }, signal })),
  });
}

/** What the present figures come to; nothing is stored. */
export function simulationQuery(id: string) {
  return queryOptions({
    queryKey: ['years', 'simulation', id],
    retry: false,
    queryFn: async ({ signal }): Promise<AdjustmentOutputBody> =>
      bodyOf(
        await client.GET('/api/v1/adjustment-years/{id}/simulation', { params: { path: { id } }, signal }),
      ),
  });
}

/** What each county sent up, was paid and bears, year by year up to this one. */
export function responsibilityQuery(id: string) {
  return queryOptions({
    queryKey: ['years', 'responsibility', id],
    queryFn: async ({ signal }): Promise<readonly ResponsibilityAccount[]> =>
      bodyOf(
        await client.GET('/api/v1/adjustment-years/{id}/responsibility-accounts', {
          params: { path: { id } },
          signal,
        }),
      ).accounts,
  });
}

/** What approved years decided for the own pools, whoever's the years are. */
export const sharesQuery = queryOptions({
  queryKey: ['years', 'shares'],
  queryFn: async ({ signal }): Promise<readonly PoolShare[]> =>
    bodyOf(await client.GET('/api/v1/adjustment-shares', { signal })).shares,
});

export const mattersQuery = queryOptions({
  queryKey: ['years', 'matters'],
  queryFn: async ({ signal }): Promise<readonly Matter[]> =>
    bodyOf(await client.GET('/api/v1/adjustment-matters', { signal })).matters,
});

export const yearInboxQuery = queryOptions({
  queryKey: ['years', 'inbox'],
  queryFn: async ({ signal }): Promise<YearInboxBody> =>
    bodyOf(await client.GET('/api/v1/adjustment-inbox', { signal })),
});

/** Something done to a year. Whatever comes of it, years are read anew: others may have been faster. */
function useYearAction<Variables, Result>(
  act: (variables: Variables) => Promise<Result>,
): UseMutationResult<Result, Error, Variables> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['years'] }),
  });
}

export interface NewYear {
  readonly place: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly pack: string;
}

export function useOpenYear(): UseMutationResult<{ readonly id: string }, Error, NewYear> {
  return useYearAction(async (body: NewYear) =>
    bodyOf(await client.POST('/api/v1/adjustment-years', { body })),
  );
}

export interface StepDone {
  readonly recorded?: number;
  readonly posted?: number;
  readonly isFinal?: boolean;
}

export function useGatherFigures(id: string): UseMutationResult<StepDone, Error, void> {
  return useYearAction(async () =>
    bodyOf(await client.POST('/api/v1/adjustment-years/{id}/gatherings', { params: { path: { id } } })),
  );
}

export interface AttestedFigure extends NamedDocument {
  readonly subject: string;
  readonly field: string;
  readonly value: string;
  readonly note?: string;
}

export function useAttestFigure(id: string): UseMutationResult<null, Error, AttestedFigure> {
  return useYearAction(async (body: AttestedFigure) =>
    doneBy(await client.POST('/api/v1/adjustment-years/{id}/figures', { params: { path: { id } }, body })),
  );
}

export function useFreezeYear(id: string): UseMutationResult<StepDone, Error, string> {
  return useYearAction(async (note: string) =>
    bodyOf(
      await client.POST('/api/v1/adjustment-years/{id}/freezes', {
        params: { path: { id } },
        body: { note },
      }),
    ),
  );
}

export function useProposeYear(id: string): UseMutationResult<StepDone, Error, string> {
  return useYearAction(async (note: string) =>
    bodyOf(
      await client.POST('/api/v1/adjustment-years/{id}/proposals', {
        params: { path: { id } },
        body: { note },
      }),
    ),
  );
}

export interface YearDeciding {
  readonly decision: 'checked' | 'returned' | 'dropped' | 'approved';
  readonly note: string;
}

export function useDecideYear(id: string): UseMutationResult<StepDone, Error, YearDeciding> {
  return useYearAction(async (body: YearDeciding) =>
    bodyOf(await client.POST('/api/v1/adjustment-years/{id}/decisions', { params: { path: { id } }, body })),
  );
}

export interface YearPayment {
  /** Sent again it is the same payment. */
  readonly key: string;
  readonly on?: string;
  readonly payments?: { readonly line: string; readonly amount: string }[];
  readonly note?: string;
}

export function usePayYear(id: string): UseMutationResult<StepDone, Error, YearPayment> {
  return useYearAction(async (body: YearPayment) =>
    bodyOf(await client.POST('/api/v1/adjustment-years/{id}/payments', { params: { path: { id } }, body })),
  );
}

export function useCorrectYear(id: string): UseMutationResult<StepDone, Error, string> {
  return useYearAction(async (note: string) =>
    bodyOf(
      await client.POST('/api/v1/adjustment-years/{id}/corrections', {
        params: { path: { id } },
        body: { note },
      }),
    ),
  );
}

/** Asks to give up a correction of which nothing was proposed yet. */
export function useAskDrop(id: string): UseMutationResult<StepDone, Error, string> {
  return useYearAction(async (note: string) =>
    bodyOf(
      await client.POST('/api/v1/adjustment-years/{id}/correction-drops', {
        params: { path: { id } },
        body: { note },
      }),
    ),
  );
}

export type NewMatter = NamedDocument &
  Pick<Matter, 'kind' | 'place' | 'pool' | 'insuranceType' | 'year'> & {
    readonly content: NewMatterBody['content'];
    readonly corrects?: string;
    readonly pack: string;
    readonly note?: string;
  };

export function useRequestMatter(): UseMutationResult<{ readonly id: string }, Error, NewMatter> {
  return useYearAction(async (body: NewMatter) =>
    bodyOf(await client.POST('/api/v1/adjustment-matters', { body })),
  );
}

export interface MatterDeciding {
  readonly id: string;
  readonly decision: 'granted' | 'refused';
  readonly granted?: string;
  readonly note: string;
}

export function useDecideMatter(): UseMutationResult<null, Error, MatterDeciding> {
  return useYearAction(async ({ id, ...body }: MatterDeciding) =>
    doneBy(
      await client.POST('/api/v1/adjustment-matters/{id}/decisions', { params: { path: { id } }, body }),
    ),
  );
}
