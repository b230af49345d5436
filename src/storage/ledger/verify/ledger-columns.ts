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
import type { CopiedTable } from '#storage/ledger/verify/copied-ranges';

/** Lists of a template travel as their JSON, because lists of unlike length cannot be gathered. */
export type StoredTemplate = {
  readonly [Field in keyof Required<TemplateRow>]: Required<TemplateRow>[Field] extends readonly string[]
    ? string
    : TemplateRow[Field];
};

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const hex = (column: string): string => `encode(${column}, 'hex')`;
const list = (column: string): string => `array_to_json(${column})::text`;

/** By number; an event's amounts and instants come as the server has them. */
export const EVENT_TABLE: CopiedTable<EventRow> = {
  table: 'ledger_event',
  number: 'number',
  order: 'number',
  columns: [
    'number, key, content_hash, refusal, pack_hash, template, pool, other_pool, insurance_type, counterparty',
    'category, amounts, effective_on, known_at, posting_month, actor, clauses, reverses, corrects, approval, note',
  ],
  rowOf: (reader) => ({
    number: reader.whole(),
    key: reader.longText(),
    contentHash: reader.hex(),
    refusal: reader.textOrNull(),
    packHash: reader.textOrNull(),
    template: reader.textOrNull(),
    pool: reader.textOrNull(),
    otherPool: reader.textOrNull(),
    insuranceType: reader.textOrNull(),
    counterparty: reader.textOrNull(),
    category: reader.textOrNull(),
    amounts: reader.jsonOrNull(),
    effectiveOn: reader.day(),
    knownAt: reader.instant(),
    postingMonth: reader.dayOrNull(),
    actor: reader.text(),
    clauses: reader.texts(),
    reverses: reader.wholeOrNull(),
    corrects: reader.wholeOrNull(),
    approval: reader.wholeOrNull(),
    note: reader.text(),
  }),
};

export const ENTRY_TABLE: CopiedTable<EntryRow> = {
  table: 'ledger_entry',
  number: 'event',
  order: 'event, line, pool',
  columns: [
    'event, line, posting_month, pool, insurance_type, book, fund, source, account, counterparty, category',
    'debit, credit',
  ],
  rowOf: (reader) => ({
    event: reader.whole(),
    line: reader.smallint(),
    postingMonth: reader.day(),
    pool: reader.text(),
    insuranceType: reader.text(),
    book: reader.text(),
    fund: reader.text(),
    source: reader.text(),
    account: reader.text(),
    counterparty: reader.textOrNull(),
    category: reader.textOrNull(),
    debit: reader.whole(),
    credit: reader.whole(),
  }),
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
    salt: hex('salt'),
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
    unsweptReason: 'unswept_reason',
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
    year: 'year::text',
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
    returns: list('returns'),
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
