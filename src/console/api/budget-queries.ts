import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import type { NamedDocument } from '#console/form/document-fields.tsx';
import type {
  BudgetBody,
  BudgetConsolidationBody,
  BudgetExecutionBody,
  BudgetFinalAccountBody,
  BudgetInboxBody,
  BudgetRoundBody,
  BudgetRoundListBody,
  DraftFormBody,
} from '#contract/budget-desk';
import { packFamilyQuery } from '#console/api/queries.ts';
import type { OpenedCell } from '#console/api/statement-queries.ts';
import type { FigureExplanationBody } from '#contract/explanation';
import type { BudgetDraftBody } from '#contract/budget';
import type { InsuranceType } from '#kernel/insurance-type';

export type Round = BudgetRoundListBody['rounds'][number];
export type RoundView = BudgetRoundBody;
export type RoundBudget = RoundView['budgets'][number];
export type Consolidation = RoundView['consolidations'][number];
export type ConsolidatedType = BudgetConsolidationBody['types'][number];
export type ConsolidatedSection = ConsolidatedType['sections'][number];
export type BudgetView = BudgetBody;
export type BudgetTable = NonNullable<BudgetView['current']>;
export type BudgetLine = BudgetTable['lines'][number];
export type BudgetPaper = BudgetView['papers'][number];
export type Execution = BudgetExecutionBody;
export type ExecutedLine = Execution['lines'][number];
export type FinalAccountSection = BudgetFinalAccountBody['sections'][number];
export type DraftForm = DraftFormBody;
export type BudgetInbox = BudgetInboxBody;

export const roundsQuery = queryOptions({
  queryKey: ['budgets', 'rounds'],
  queryFn: async ({ signal }): Promise<readonly Round[]> =>
    bodyOf(await client.GET('/api/v1/budget-rounds', { signal })).rounds,
});

export function roundQuery(id: string) {
  return queryOptions({
    queryKey: ['budgets', 'round', id],
    queryFn: async ({ signal }): Promise<RoundView> =>
      bodyOf(await client.GET('/api/v1/budget-rounds/{id}', { params: { path: { id } }, signal })),
  });
}

export function consolidationQuery(id: string, number: number) {
  return queryOptions({
    queryKey: ['budgets', 'consolidation', id, number],
    queryFn: async ({ signal }): Promise<BudgetConsolidationBody> =>
      bodyOf(
        await client.GET('/api/v1/budget-rounds/{id}/consolidations/{number}', {
          params: { path: { id, number: String(number) } },
          signal,
        }),
      ),
  });
}

export function draftFormQuery(id: string, pool: string, insuranceType: InsuranceType) {
  return queryOptions({
    queryKey: ['budgets', 'form', id, pool, insuranceType],
    queryFn: async ({ signal }): Promise<DraftForm> =>
      bodyOf(
        await client.GET('/api/v1/budget-rounds/{id}/draft-form', {
          params: { path: { id }, query: { pool, insuranceType } },
          signal,
        }),
      ),
  });
}

export function budgetQuery(id: string) {
  return queryOptions({
    queryKey: ['budgets', 'one', id],
    queryFn: async ({ signal }): Promise<BudgetView> =>
      bodyOf(await client.GET('/api/v1/budgets/{id}', { params: { path: { id } }, signal })),
  });
}

/** One figure of the latest draft down to its drivers and their sources, with the clauses of the round's pack. */
export function budgetFigureQuery(id: string, packId: string, figure: string) {
  return queryOptions({
    queryKey: ['budgets', 'explanation', id, packId, figure],
    queryFn: async ({ signal, client: queryClient }): Promise<FigureExplanationBody> => {
      const { nodes } = bodyOf(
        await client.GET('/api/v1/budgets/{id}/explanation', { params: { path: { id } }, signal }),
      );
      const packs = packId === '' ? [] : await queryClient.query(packFamilyQuery(packId));
      return { figure, nodes, clauses: packs.flatMap(({ clauses }) => clauses), readings: [] };
    },
  });
}

export function executionQuery(id: string, month: number) {
  return queryOptions({
    queryKey: ['budgets', 'execution', id, month],
    queryFn: async ({ signal }): Promise<Execution> =>
      bodyOf(
        await client.GET('/api/v1/budgets/{id}/execution', {
          params: { path: { id }, query: { month: String(month) } },
          signal,
        }),
      ),
  });
}

/** A final account with its sums, reasons and clauses. */
export function finalAccountQuery(paperId: string) {
  return queryOptions({
    queryKey: ['budgets', 'final', paperId],
    queryFn: async ({ signal }): Promise<BudgetFinalAccountBody> =>
      bodyOf(
        await client.GET('/api/v1/budget-papers/{id}/final-account', {
          params: { path: { id: paperId } },
          signal,
        }),
      ),
  });
}

/** Which figure of the books beside a budget: a row of its forms, in a section, through a month. */
export interface BookFigureAt {
  readonly row: string;
  readonly section: 'whole' | 'pooled' | 'account' | 'unsplit';
  readonly month: string;
}

/** Entries that a page of an opened figure gives. */
const ENTRIES = '50';

export function bookFigureQuery(id: string, at: BookFigureAt) {
  return infiniteQueryOptions({
    queryKey: ['fund', 'cell', 'budget', id, at],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }): Promise<OpenedCell> => {
      const query = { ...at, limit: ENTRIES, ...(pageParam === undefined ? {} : { after: pageParam }) };
      const params = { path: { id }, query };
      return bodyOf(await client.GET('/api/v1/budgets/{id}/book-entries', { params, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const budgetInboxQuery = queryOptions({
  queryKey: ['budgets', 'inbox'],
  queryFn: async ({ signal }): Promise<BudgetInbox> =>
    bodyOf(await client.GET('/api/v1/budget-inbox', { signal })),
});

/** Something done to budgets. Whatever comes of it, they are read anew: others may have been faster. */
function useBudgetAction<Variables, Result>(
  act: (variables: Variables) => Promise<Result>,
): UseMutationResult<Result, Error, Variables> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['budgets'] }),
  });
}

export interface NewRound {
  readonly place: string;
  readonly year: number;
  readonly pack: string;
}

export function useOpenRound(): UseMutationResult<{ readonly id: string }, Error, NewRound> {
  return useBudgetAction(async (body: NewRound) =>
    bodyOf(await client.POST('/api/v1/budget-rounds', { body })),
  );
}

export type BudgetDraft = BudgetDraftBody;

export function useDraftBudget(
  id: string,
): UseMutationResult<{ readonly budget: string; readonly number: number }, Error, BudgetDraft> {
  return useBudgetAction(async (body: BudgetDraft) =>
    bodyOf(await client.POST('/api/v1/budget-rounds/{id}/budgets', { params: { path: { id } }, body })),
  );
}

export function useSubmitBudget(id: string): UseMutationResult<null, Error, void> {
  return useBudgetAction(async () =>
    doneBy(await client.POST('/api/v1/budgets/{id}/submissions', { params: { path: { id } } })),
  );
}

export interface BudgetReview {
  readonly decision: 'accepted' | 'returned';
  readonly reason: string;
}

export function useReviewBudget(id: string): UseMutationResult<null, Error, BudgetReview> {
  return useBudgetAction(async (body: BudgetReview) =>
    doneBy(await client.POST('/api/v1/budgets/{id}/reviews', { params: { path: { id } }, body })),
  );
}

export function useReopenBudget(id: string): UseMutationResult<null, Error, string> {
  return useBudgetAction(async (reason: string) =>
    doneBy(
      await client.POST('/api/v1/budgets/{id}/reopenings', { params: { path: { id } }, body: { reason } }),
    ),
  );
}

export type BudgetException = NamedDocument & { readonly reason: string };

export function useRecordException(id: string): UseMutationResult<null, Error, BudgetException> {
  return useBudgetAction(async (body: BudgetException) =>
    doneBy(await client.POST('/api/v1/budgets/{id}/exceptions', { params: { path: { id } }, body })),
  );
}

/** Adds up the budgets; takes the reason why there are none of a type that pools keep books of. */
export function useConsolidate(id: string): UseMutationResult<{ readonly number: number }, Error, string> {
  return useBudgetAction(async (reason: string) =>
    bodyOf(
      await client.POST('/api/v1/budget-rounds/{id}/consolidations', {
        params: { path: { id } },
        body: { reason },
      }),
    ),
  );
}

export interface BudgetAdoption {
  readonly decision: 'adopted' | 'returned';
  readonly reason: string;
}

export function useAdoptBudgets(id: string): UseMutationResult<null, Error, BudgetAdoption> {
  return useBudgetAction(async (body: BudgetAdoption) =>
    doneBy(await client.POST('/api/v1/budget-rounds/{id}/adoptions', { params: { path: { id } }, body })),
  );
}

type Numbered = { readonly id: string; readonly number: number };

export interface BudgetAmendment {
  readonly reason: string;
  readonly changes: Record<string, string>;
  readonly exception?: NamedDocument;
}

export function useAmendBudget(id: string): UseMutationResult<Numbered, Error, BudgetAmendment> {
  return useBudgetAction(async (body: BudgetAmendment) =>
    bodyOf(await client.POST('/api/v1/budgets/{id}/amendments', { params: { path: { id } }, body })),
  );
}

export interface FinalAccount {
  readonly reason: string;
  readonly explanations: Record<string, string>;
}

export function useDrawFinalAccount(id: string): UseMutationResult<Numbered, Error, FinalAccount> {
  return useBudgetAction(async (body: FinalAccount) =>
    bodyOf(await client.POST('/api/v1/budgets/{id}/final-accounts', { params: { path: { id } }, body })),
  );
}

export interface Evaluation {
  readonly reason: string;
  readonly use: string;
  readonly indicators?: { id: string; name: { zh: string; en: string }; points: string }[];
  readonly scores: { indicator: string; score: string; evidence: string }[];
}

export function useEvaluateBudget(id: string): UseMutationResult<Numbered, Error, Evaluation> {
  return useBudgetAction(async (body: Evaluation) =>
    bodyOf(await client.POST('/api/v1/budgets/{id}/evaluations', { params: { path: { id } }, body })),
  );
}

export interface PaperDeciding {
  readonly id: string;
  readonly decision: 'approved' | 'refused';
  readonly reason: string;
}

export function useDecidePaper(): UseMutationResult<null, Error, PaperDeciding> {
  return useBudgetAction(async ({ id, ...body }: PaperDeciding) =>
    doneBy(await client.POST('/api/v1/budget-papers/{id}/decisions', { params: { path: { id } }, body })),
  );
}
