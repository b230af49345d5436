import { infiniteQueryOptions, queryOptions, type UseMutationResult } from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import { useFundAction, type InsuranceType } from '#console/api/ledger-queries.ts';
import type { components, paths } from '#console/api/schema.ts';

type Schemas = components['schemas'];
export type StatementDrawing = Schemas['StatementDrawing'];
export type StatementBody = StatementDrawing['statement'];
export type StatementForm = StatementBody['forms'][number];
export type StatementComparison = StatementDrawing['comparisons'][number];
export type KeptStatement = Schemas['KeptStatement'];
export type StatementSummary = Schemas['StatementList']['statements'][number];
export type StatementFileCheck = Schemas['StatementChecked']['checks'][number];
export type OpenedCell = Schemas['OpenedCell'];
export type CellEntry = OpenedCell['entries'][number];
export type DrawnUnit = StatementBody['unit'];
type CellQuery = paths['/api/v1/statement-subjects/{id}/cells']['get']['parameters']['query'];

/** Whose statement, of which type and period. */
export interface StatementAsked {
  readonly subject: string;
  readonly insuranceType: InsuranceType;
  readonly period: string;
  readonly consolidated: boolean;
}

/** Where a cell stands. */
export interface CellAt {
  readonly form: string;
  readonly line: string;
  readonly column: string;
  readonly part: string;
}

export function drawingQuery(asked: StatementAsked, unit: DrawnUnit) {
  const { subject: id, insuranceType, period, consolidated } = asked;
  return queryOptions({
    queryKey: ['fund', 'drawing', id, insuranceType, period, String(consolidated), unit],
    queryFn: async ({ signal }): Promise<StatementDrawing> =>
      bodyOf(
        await client.GET('/api/v1/statement-subjects/{id}/drawing', {
          params: {
            path: { id },
            query: {
              insuranceType,
              period,
              unit,
              ...(consolidated ? { consolidated: 'true' as const } : {}),
            },
          },
          signal,
        }),
      ),
  });
}

/** Entries that a page of an opened cell gives. */
const ENTRIES = '50';

export function cellQuery({ subject: id, consolidated, ...asked }: StatementAsked, cell: CellAt) {
  return infiniteQueryOptions({
    queryKey: ['fund', 'cell', id, consolidated, asked, cell],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }): Promise<OpenedCell> => {
      const query: CellQuery = {
        ...asked,
        ...cell,
        limit: ENTRIES,
        ...(consolidated ? { consolidated: 'true' } : {}),
        ...(pageParam === undefined ? {} : { after: pageParam }),
      };
      return bodyOf(
        await client.GET('/api/v1/statement-subjects/{id}/cells', {
          params: { path: { id }, query },
          signal,
        }),
      );
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const statementsQuery = queryOptions({
  queryKey: ['fund', 'statements'],
  queryFn: async ({ signal }): Promise<readonly StatementSummary[]> =>
    bodyOf(await client.GET('/api/v1/statements', { signal })).statements,
});

export function statementQuery(id: string, unit: DrawnUnit) {
  return queryOptions({
    queryKey: ['fund', 'statement', id, unit],
    queryFn: async ({ signal }): Promise<KeptStatement> =>
      bodyOf(
        await client.GET('/api/v1/statements/{id}', { params: { path: { id }, query: { unit } }, signal }),
      ),
  });
}

export interface NewStatementFields extends Omit<Schemas['NewStatement'], 'subject'> {
  readonly subject: string;
}

export function useProposeStatement(): UseMutationResult<
  Schemas['StatementProposed'],
  Error,
  NewStatementFields
> {
  return useFundAction(async ({ subject: id, ...body }: NewStatementFields) =>
    bodyOf(
      await client.POST('/api/v1/statement-subjects/{id}/statements', { params: { path: { id } }, body }),
    ),
  );
}

export interface StatementDeciding {
  readonly id: string;
  readonly decision: 'published' | 'rejected';
}

export function useDecideStatement(): UseMutationResult<null, Error, StatementDeciding> {
  return useFundAction(async ({ id, decision }: StatementDeciding) =>
    doneBy(
      await client.POST('/api/v1/statements/{id}/decisions', {
        params: { path: { id } },
        body: { decision },
      }),
    ),
  );
}

/** Checks a file of statements; nothing of it is kept. */
export function useCheckStatementFile(): UseMutationResult<
  Schemas['StatementChecked'],
  Error,
  Schemas['StatementFile']
> {
  return useFundAction(async (body: Schemas['StatementFile']) =>
    bodyOf(await client.POST('/api/v1/statement-checks', { body })),
  );
}

export function useRedraw(): UseMutationResult<Schemas['StatementRedraw'], Error, string> {
  return useFundAction(async (id: string) =>
    bodyOf(await client.GET('/api/v1/statements/{id}/redraw', { params: { path: { id } } })),
  );
}
