import { queryOptions, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import { useFundAction, type FundDeciding, type InsuranceType } from '#console/api/ledger-queries.ts';
import type { components } from '#console/api/schema.ts';

type Schemas = components['schemas'];
export type BankAccount = Schemas['BankAccountList']['accounts'][number];
export type Unswept = Schemas['UnsweptAccounts']['rows'][number];
export type SweepRow = Schemas['Sweep']['rows'][number];
export type PaymentPlan = Schemas['PaymentPlanList']['plans'][number];
export type PlanLine = PaymentPlan['lines'][number];
export type PaymentRun = Schemas['PaymentRunList']['runs'][number];
export type PaymentRunWithLines = Schemas['PaymentRunWithLines'];
export type LineRef = PaymentRunWithLines['lines'][number]['repeats'][number];
export type ProposedRun = Schemas['ProposedPaymentRun'];
type Payables = Schemas['PayableList'];
export type Payable = Payables['payables'][number];
export type InterestNotice = Schemas['InterestNoticeList']['notices'][number];

/** The accounts, and how many of persons are withheld. */
export const bankAccountListQuery = queryOptions({
  queryKey: ['fund', 'bank-accounts'],
  queryFn: async ({ signal }): Promise<Schemas['BankAccountList']> =>
    bodyOf(await client.GET('/api/v1/bank-accounts', { signal })),
});

export const bankAccountsQuery = queryOptions({
  queryKey: [...bankAccountListQuery.queryKey, 'accounts'],
  queryFn: async ({ signal }): Promise<readonly BankAccount[]> =>
    bodyOf(await client.GET('/api/v1/bank-accounts', { signal })).accounts,
});

/** One account with its whole number. */
export function bankAccountQuery(id: string) {
  return queryOptions({
    queryKey: ['fund', 'bank-account', id],
    queryFn: async ({ signal }): Promise<Schemas['BankAccount']> =>
      bodyOf(await client.GET('/api/v1/bank-accounts/{id}', { params: { path: { id } }, signal })),
  });
}

export function unsweptQuery(month: string) {
  return queryOptions({
    queryKey: ['fund', 'unswept', month],
    queryFn: async ({ signal }): Promise<Schemas['UnsweptAccounts']> =>
      bodyOf(await client.GET('/api/v1/unswept-accounts', { params: { query: { month } }, signal })),
  });
}

export const paymentPlansQuery = queryOptions({
  queryKey: ['fund', 'payment-plans'],
  queryFn: async ({ signal }): Promise<readonly PaymentPlan[]> =>
    bodyOf(await client.GET('/api/v1/payment-plans', { signal })).plans,
});

export const paymentRunsQuery = queryOptions({
  queryKey: ['fund', 'payment-runs'],
  queryFn: async ({ signal }): Promise<readonly PaymentRun[]> =>
    bodyOf(await client.GET('/api/v1/payment-runs', { signal })).runs,
});

export function paymentRunQuery(id: string) {
  return queryOptions({
    queryKey: ['fund', 'payment-run', id],
    queryFn: async ({ signal }): Promise<PaymentRunWithLines> =>
      bodyOf(await client.GET('/api/v1/payment-runs/{id}', { params: { path: { id } }, signal })),
  });
}

export function payablesQuery(id: string, insuranceType: InsuranceType) {
  return queryOptions({
    queryKey: ['fund', 'payables', id, insuranceType],
    queryFn: async ({ signal }): Promise<Payables> =>
      bodyOf(
        await client.GET('/api/v1/pools/{id}/payables', {
          params: { path: { id }, query: { insuranceType } },
          signal,
        }),
      ),
  });
}

export const interestNoticesQuery = queryOptions({
  queryKey: ['fund', 'interest-notices'],
  queryFn: async ({ signal }): Promise<readonly InterestNotice[]> =>
    bodyOf(await client.GET('/api/v1/interest-notices', { signal })).notices,
});

/** What is proposed for a pool. */
export interface OfPool<Body> {
  readonly pool: string;
  readonly body: Body;
}

export function useProposeBankAccount(): UseMutationResult<
  { readonly id: string },
  Error,
  OfPool<Schemas['NewBankAccount']>
> {
  return useFundAction(async ({ pool: id, body }: OfPool<Schemas['NewBankAccount']>) =>
    bodyOf(await client.POST('/api/v1/pools/{id}/bank-accounts', { params: { path: { id } }, body })),
  );
}

export function useDecideBankAccount(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/bank-accounts/{id}/decisions', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}

export function useSweep(): UseMutationResult<Schemas['Sweep'], Error, Schemas['SweepRequest']> {
  return useFundAction(async (body: Schemas['SweepRequest']) =>
    bodyOf(await client.POST('/api/v1/sweeps', { body })),
  );
}

export function useDraftPlan(): UseMutationResult<
  Schemas['DraftedPaymentPlan'],
  Error,
  OfPool<Schemas['PaymentPlanRequest']>
> {
  return useFundAction(async ({ pool: id, body }: OfPool<Schemas['PaymentPlanRequest']>) =>
    bodyOf(await client.POST('/api/v1/pools/{id}/payment-plans', { params: { path: { id } }, body })),
  );
}

export function useDecidePlan(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/payment-plans/{id}/decisions', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}

export interface PlanFunding extends Omit<Schemas['PaymentPlanFunding'], 'id'> {
  readonly plan: string;
}

export function useFundPlan(): UseMutationResult<Schemas['FundedPaymentPlan'], Error, PlanFunding> {
  return useFundAction(async ({ plan: id, ...body }: PlanFunding) =>
    bodyOf(await client.POST('/api/v1/payment-plans/{id}/funding', { params: { path: { id } }, body })),
  );
}

export function useWithdrawPlan(): UseMutationResult<null, Error, string> {
  return useFundAction(async (id: string) =>
    doneBy(await client.POST('/api/v1/payment-plans/{id}/withdrawal', { params: { path: { id } } })),
  );
}

export function useProposeRun(): UseMutationResult<ProposedRun, Error, OfPool<Schemas['PaymentRunRequest']>> {
  return useFundAction(async ({ pool: id, body }: OfPool<Schemas['PaymentRunRequest']>) =>
    bodyOf(await client.POST('/api/v1/pools/{id}/payment-runs', { params: { path: { id } }, body })),
  );
}

export function useDecideRun(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/payment-runs/{id}/decisions', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}

export function useSendRun(): UseMutationResult<Schemas['SentPaymentRun'], Error, string> {
  return useFundAction(async (id: string) =>
    bodyOf(await client.POST('/api/v1/payment-runs/{id}/sending', { params: { path: { id } } })),
  );
}

export function useWithdrawRun(): UseMutationResult<
  null,
  Error,
  { readonly id: string; readonly reason: string }
> {
  return useFundAction(async ({ id, reason }: { readonly id: string; readonly reason: string }) =>
    doneBy(
      await client.POST('/api/v1/payment-runs/{id}/withdrawal', {
        params: { path: { id } },
        body: { reason },
      }),
    ),
  );
}

export interface AnswerFile extends Omit<Schemas['BankAnswer'], 'id'> {
  readonly run: string;
}

export function useImportAnswer(): UseMutationResult<Schemas['ImportedBankAnswer'], Error, AnswerFile> {
  return useFundAction(async ({ run: id, ...body }: AnswerFile) =>
    bodyOf(await client.POST('/api/v1/payment-runs/{id}/answers', { params: { path: { id } }, body })),
  );
}

export function useEnterInterest(): UseMutationResult<
  Schemas['SharedInterest'],
  Error,
  OfPool<Schemas['InterestNoticeRequest']>
> {
  return useFundAction(async ({ pool: id, body }: OfPool<Schemas['InterestNoticeRequest']>) =>
    bodyOf(await client.POST('/api/v1/pools/{id}/interest-notices', { params: { path: { id } }, body })),
  );
}

export function useDecideInterest(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id, ...body }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/interest-notices/{id}/decisions', {
        params: { path: { id } },
        body,
      }),
    ),
  );
}
