import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { bodyOf, client, doneBy } from '#console/api/client.ts';
import type { components, paths } from '#console/api/schema.ts';

type Schemas = components['schemas'];
export type InsuranceType = Schemas['NewBooks']['insuranceType'];
export type Books = Schemas['BookList']['books'][number];
export type Pool = Schemas['PoolList']['pools'][number];
export type Balance = Schemas['BalanceList']['balances'][number];
export type Obligation = Schemas['ObligationList']['obligations'][number];
export type EntrySums = NonNullable<Schemas['EventPage']['totals']>;
export type JournalEvent = Schemas['EventPage']['events'][number];
export type EventDetail = Schemas['EventDetail'];
export type EntryLine = EventDetail['entries'][number];
export type Journal = Schemas['JournalTemplates'];
export type JournalTemplate = Journal['templates'][number];
export type Approval = Schemas['ApprovalList']['approvals'][number];
export type Opening = Schemas['OpeningList']['openings'][number];
export type Verification = Schemas['LedgerVerification'];
export type LedgerSeal = Schemas['LedgerSeal'];
export type EventFields = Schemas['EventRequest'];
export type EventOutcome = Schemas['EventOutcome'];
export type EventFilter = Omit<
  NonNullable<paths['/api/v1/events']['get']['parameters']['query']>,
  'after' | 'limit'
>;

/** What belongs to the own places of the register and the ledger; everything is read anew after an action. */
export const poolsQuery = queryOptions({
  queryKey: ['fund', 'pools'],
  queryFn: async ({ signal }): Promise<readonly Pool[]> =>
    bodyOf(await client.GET('/api/v1/pools', { signal })).pools,
});

export const booksQuery = queryOptions({
  queryKey: ['fund', 'books'],
  queryFn: async ({ signal }): Promise<readonly Books[]> =>
    bodyOf(await client.GET('/api/v1/books', { signal })).books,
});

/** One pool's books of one insurance type. */
export interface BooksOf {
  readonly pool: string;
  readonly insuranceType: InsuranceType;
}

export function balancesQuery(query: BooksOf) {
  return queryOptions({
    queryKey: ['fund', 'balances', query.pool, query.insuranceType],
    queryFn: async ({ signal }): Promise<readonly Balance[]> =>
      bodyOf(await client.GET('/api/v1/balances', { params: { query }, signal })).balances,
  });
}

export function obligationsQuery(query: BooksOf) {
  return queryOptions({
    queryKey: ['fund', 'obligations', query.pool, query.insuranceType],
    queryFn: async ({ signal }): Promise<readonly Obligation[]> =>
      bodyOf(await client.GET('/api/v1/obligations', { params: { query }, signal })).obligations,
  });
}

/** Events a page of the journal shows at once. */
const EVENTS = '50';

export function eventsQuery(filter: EventFilter) {
  return infiniteQueryOptions({
    queryKey: ['fund', 'events', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }): Promise<Schemas['EventPage']> => {
      const query = { ...filter, limit: EVENTS, ...(pageParam === undefined ? {} : { after: pageParam }) };
      return bodyOf(await client.GET('/api/v1/events', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function eventQuery(number: string) {
  return queryOptions({
    queryKey: ['fund', 'event', number],
    queryFn: async ({ signal }): Promise<EventDetail> =>
      bodyOf(await client.GET('/api/v1/events/{number}', { params: { path: { number } }, signal })),
  });
}

/** The templates and accounts of a pack, by id or hash; a hash never changes its meaning. */
export function journalQuery(pack: string) {
  return queryOptions({
    queryKey: ['journal', pack],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Journal> =>
      bodyOf(await client.GET('/api/v1/journal-templates', { params: { query: { pack } }, signal })),
  });
}

/** Restricted uses that wait for a decision. */
export const openApprovalsQuery = queryOptions({
  queryKey: ['fund', 'approvals-open'],
  queryFn: async ({ signal }): Promise<readonly Approval[]> =>
    bodyOf(await client.GET('/api/v1/approvals', { params: { query: { open: 'true' } }, signal })).approvals,
});

export const approvalsQuery = infiniteQueryOptions({
  queryKey: ['fund', 'approvals'],
  initialPageParam: undefined as string | undefined,
  queryFn: async ({ signal, pageParam }): Promise<Schemas['ApprovalList']> => {
    const query = pageParam === undefined ? {} : { below: pageParam };
    return bodyOf(await client.GET('/api/v1/approvals', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.next ?? undefined,
});

export const openingsQuery = queryOptions({
  queryKey: ['fund', 'openings'],
  queryFn: async ({ signal }): Promise<readonly Opening[]> =>
    bodyOf(await client.GET('/api/v1/opening-balances', { signal })).openings,
});

/** Verifications that were kept, the newest first. */
export const verificationsQuery = queryOptions({
  queryKey: ['fund', 'verifications'],
  queryFn: async ({ signal }): Promise<readonly Verification[]> =>
    bodyOf(await client.GET('/api/v1/ledger/verifications', { signal })).verifications,
});

export const sealQuery = queryOptions({
  queryKey: ['fund', 'seal'],
  queryFn: async ({ signal }): Promise<LedgerSeal> =>
    bodyOf(await client.GET('/api/v1/ledger/seal', { signal })),
});

/** Something done with the fund. Whatever comes of it, what is shown of the fund is read anew. */
export function useFundAction<Variables, Result>(
  act: (variables: Variables) => Promise<Result>,
): UseMutationResult<Result, Error, Variables> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['fund'] }),
  });
}

export function useOpenBooks(): UseMutationResult<Schemas['OpenedBooks'], Error, Schemas['NewBooks']> {
  return useFundAction(async (body: Schemas['NewBooks']) =>
    bodyOf(await client.POST('/api/v1/books', { body })),
  );
}

export interface ClosingMonth extends BooksOf {
  readonly month: string;
  /** Why it is closed though not everything was swept. */
  readonly unsweptReason?: string;
}

export function useCloseMonth(): UseMutationResult<Schemas['ClosedMonth'], Error, ClosingMonth> {
  return useFundAction(async ({ pool, insuranceType: type, month, unsweptReason }: ClosingMonth) =>
    bodyOf(
      await client.POST('/api/v1/books/{pool}/{type}/months/{month}/close', {
        params: { path: { pool, type, month } },
        body: unsweptReason === undefined ? {} : { unsweptReason },
      }),
    ),
  );
}

/** A year of books, closed by the template of a pack. */
export interface ClosingYear extends BooksOf {
  readonly year: string;
  readonly pack: string;
}

export function useCloseYear(): UseMutationResult<EventOutcome, Error, ClosingYear> {
  return useFundAction(async ({ pool, insuranceType: type, year, pack }: ClosingYear) =>
    bodyOf(
      await client.POST('/api/v1/books/{pool}/{type}/years/{year}/close', {
        params: { path: { pool, type, year } },
        body: { pack },
      }),
    ),
  );
}

export interface PostedEvent {
  readonly pack: string;
  readonly event: EventFields;
}

/** Posts one event. What the ledger refuses stands in the outcome: its key is used up. */
export function usePostEvent(): UseMutationResult<EventOutcome | undefined, Error, PostedEvent> {
  return useFundAction(async ({ pack, event }: PostedEvent) => {
    const body = { pack, events: [event] };
    return bodyOf(await client.POST('/api/v1/events', { body })).outcomes[0];
  });
}

export interface ReversalFields extends Omit<Schemas['Reversal'], 'number'> {
  readonly number: string;
}

export function useReverseEvent(): UseMutationResult<EventOutcome, Error, ReversalFields> {
  return useFundAction(async ({ number, ...body }: ReversalFields) =>
    bodyOf(await client.POST('/api/v1/events/{number}/reversal', { params: { path: { number } }, body })),
  );
}

export function useRequestApproval(): UseMutationResult<
  { readonly number: string },
  Error,
  Schemas['ApprovalRequest']
> {
  return useFundAction(async (body: Schemas['ApprovalRequest']) =>
    bodyOf(await client.POST('/api/v1/approvals', { body })),
  );
}

/** A decision on what another person proposed for the fund. */
export interface FundDeciding {
  readonly id: string;
  readonly decision: 'approved' | 'rejected';
  /** Why, where a reason is asked for. */
  readonly reason?: string;
}

export function useDecideApproval(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id: number, ...body }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/approvals/{number}/decisions', {
        params: { path: { number } },
        body,
      }),
    ),
  );
}

export function useProposeOpening(): UseMutationResult<
  Schemas['OpeningMade'],
  Error,
  Schemas['OpeningFile']
> {
  return useFundAction(async (body: Schemas['OpeningFile']) =>
    bodyOf(await client.POST('/api/v1/opening-balances', { body })),
  );
}

export function useDecideOpening(): UseMutationResult<null, Error, FundDeciding> {
  return useFundAction(async ({ id: number, decision }: FundDeciding) =>
    doneBy(
      await client.POST('/api/v1/opening-balances/{number}/decisions', {
        params: { path: { number } },
        body: { decision },
      }),
    ),
  );
}

export function useVerifyLedger(): UseMutationResult<Verification, Error, void> {
  return useFundAction(async () => bodyOf(await client.POST('/api/v1/ledger/verifications')));
}
