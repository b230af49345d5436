import { sql } from 'kysely';
import type {
  ApprovalRow,
  BlockRow,
  BooksRow,
  EntryRow,
  EventRow,
  MonthRow,
  MoveRow,
  RequestRow,
  TemplateRow,
  TotalRow,
} from '#application/ports/ledger-rows';
import type { ColumnTable } from '#storage/ledger/verify/column-batches';

/** Lists of an event travel as their JSON, because lists of unlike length cannot be gathered. */
export type StoredEvent = Omit<EventRow, 'clauses'> & { readonly clauses: string };
export type StoredTemplate = {
  readonly [Field in keyof TemplateRow]: TemplateRow[Field] extends readonly string[]
    ? string
    : TemplateRow[Field];
};

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const hex = (column: string): string => `encode(${column}, 'hex')`;
const list = (column: string): string => `array_to_json(${column})::text`;

export const EVENT_COLUMNS: ColumnTable<StoredEvent> = {
  table: 'ledger_event',
  order: 't.number',
  after: ({ number }) => sql`number > ${number}::bigint`,
  columns: {
    number: 'number::text',
    key: 'key',
    contentHash: hex('content_hash'),
    refusal: 'refusal',
    packHash: 'pack_hash',
    template: 'template',
    pool: 'pool',
    otherPool: 'other_pool',
    insuranceType: 'insurance_type',
    counterparty: 'counterparty',
    category: 'category',
    amounts: 'amounts::text',
    effectiveOn: 'effective_on',
    knownAt: instant('known_at'),
    postingMonth: 'posting_month',
    actor: 'actor',
    clauses: list('clauses'),
    reverses: 'reverses::text',
    corrects: 'corrects::text',
    approval: 'approval::text',
    note: 'note',
  },
};

export const ENTRY_COLUMNS: ColumnTable<EntryRow> = {
  table: 'ledger_entry',
  order: 't.event, t.line, t.pool',
  after: ({ event, line, pool }) =>
    sql`(event, line, pool) > (${event}::bigint, ${line}::smallint, ${pool}::text)`,
  columns: {
    event: 'event::text',
    line: 'line',
    postingMonth: 'posting_month',
    pool: 'pool',
    insuranceType: 'insurance_type',
    book: 'book',
    fund: 'fund',
    source: 'source',
    account: 'account',
    counterparty: 'counterparty',
    category: 'category',
    debit: 'debit::text',
    credit: 'credit::text',
  },
};

export const BLOCK_COLUMNS: ColumnTable<BlockRow> = {
  table: 'ledger_block',
  order: 't.number',
  after: ({ number }) => sql`number > ${number}::bigint`,
  columns: {
    number: 'number::text',
    firstNumber: 'first_number::text',
    lastNumber: 'last_number::text',
    rowCount: 'row_count::text',
    digest: hex('digest'),
    previous: hex('previous'),
    mac: hex('mac'),
    keyId: 'key_id',
    sealedAt: instant('sealed_at'),
  },
};

export const TOTAL_COLUMNS: ColumnTable<TotalRow> = {
  table: 'ledger_total',
  order: 't.pool, t.insurance_type, t.posting_month, t.book, t.fund, t.source, t.account',
  after: (row) => sql`(pool, insurance_type, posting_month, book, fund, source, account) >
    (${row.pool}::text, ${row.insuranceType}::text, ${row.postingMonth}::date, ${row.book}::text, ${row.fund}::text,
      ${row.source}::text, ${row.account}::text)`,
  columns: {
    pool: 'pool',
    insuranceType: 'insurance_type',
    postingMonth: 'posting_month',
    book: 'book',
    fund: 'fund',
    source: 'source',
    account: 'account',
    debit: 'debit::text',
    credit: 'credit::text',
  },
};

export const BOOKS_COLUMNS: ColumnTable<BooksRow> = {
  table: 'ledger_account_set',
  order: 't.number',
  after: ({ number }) => sql`number > ${number}::bigint`,
  columns: {
    number: 'number::text',
    pool: 'pool',
    insuranceType: 'insurance_type',
    kind: 'kind',
    firstMonth: 'first_month',
    openedBy: 'opened_by',
    openedAt: instant('opened_at'),
  },
};

export const MONTH_COLUMNS: ColumnTable<MonthRow> = {
  table: 'ledger_month',
  order: 't.number',
  after: ({ number }) => sql`number > ${number}::bigint`,
  columns: {
    number: 'number::text',
    pool: 'pool',
    insuranceType: 'insurance_type',
    month: 'month',
    closedBy: 'closed_by',
    closedAt: instant('closed_at'),
  },
};

export const REQUEST_COLUMNS: ColumnTable<RequestRow> = {
  table: 'ledger_approval_request',
  order: 't.number',
  after: ({ number }) => sql`number > ${number}::bigint`,
  columns: {
    number: 'number::text',
    template: 'template',
    pool: 'pool',
    insuranceType: 'insurance_type',
    amount: 'amount::text',
    cause: 'cause',
    reason: 'reason',
    requestedBy: 'requested_by',
    requestedAt: instant('requested_at'),
  },
};

export const APPROVAL_COLUMNS: ColumnTable<ApprovalRow> = {
  table: 'ledger_approval',
  order: 't.number',
  after: ({ number }) => sql`number > ${number}::bigint`,
  columns: {
    number: 'number::text',
    request: 'request::text',
    requester: 'requester',
    decision: 'decision',
    decidedBy: 'decided_by',
    decidedAt: instant('decided_at'),
  },
};

export const TEMPLATE_COLUMNS: ColumnTable<StoredTemplate> = {
  table: 'journal_template',
  order: 't.pack_hash, t.id',
  after: ({ packHash, id }) => sql`(pack_hash, id) > (${packHash}::text, ${id}::text)`,
  columns: {
    packHash: 'pack_hash',
    id: 'id',
    kind: 'kind',
    types: list('types'),
    parties: list('parties'),
    categories: list('categories'),
    causes: list('causes'),
    needsApproval: 'needs_approval',
    betweenPools: 'between_pools',
    ownKind: 'own_kind',
    otherKind: 'other_kind',
    touchesRestricted: 'touches_restricted',
    releasesRestricted: 'releases_restricted',
    employeeAmounts: list('employee_amounts'),
    residentAmounts: list('resident_amounts'),
  },
};

export const MOVE_COLUMNS: ColumnTable<MoveRow> = {
  table: 'journal_move',
  order: 't.pack_hash, t.template, t.move',
  after: ({ packHash, template, move }) =>
    sql`(pack_hash, template, move) > (${packHash}::text, ${template}::text, ${move}::smallint)`,
  columns: {
    packHash: 'pack_hash',
    template: 'template',
    move: 'move',
    poolRole: 'pool_role',
    book: 'book',
    fund: 'fund',
    source: 'source',
    debitAccount: 'debit_account',
    creditAccount: 'credit_account',
    amount: 'amount',
  },
};
