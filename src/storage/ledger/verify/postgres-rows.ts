import { sql, type RawBuilder } from 'kysely';
import type { Batches, StoredLedgerRows, TemplateRow } from '#application/ports/ledger-rows';
import { readColumns, type ColumnTable } from '#storage/ledger/verify/column-batches';
import { readRanges } from '#storage/ledger/verify/copied-ranges';
import {
  APPROVAL_COLUMNS,
  BLOCK_COLUMNS,
  BOOKS_COLUMNS,
  ENTRY_TABLE,
  EVENT_TABLE,
  MONTH_COLUMNS,
  MOVE_COLUMNS,
  REQUEST_COLUMNS,
  TEMPLATE_COLUMNS,
  TOTAL_COLUMNS,
  type StoredTemplate,
} from '#storage/ledger/verify/ledger-columns';
import {
  PAYMENT_DECISION_COLUMNS,
  PAYMENT_END_COLUMNS,
  PAYMENT_LINE_COLUMNS,
  PAYMENT_POSTING_COLUMNS,
  PAYMENT_RUN_COLUMNS,
} from '#storage/ledger/verify/payment-columns';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

/** The whole ledger at one instant. Entries may be read over a connection of their own, so that both cores work. */
export function postgresRows(reading: Reading, ofEntries: Reading = reading): StoredLedgerRows {
  const whole = <Row>(table: ColumnTable<Row>): Promise<readonly Row[]> => readWhole(reading, table);
  return {
    pools: null,
    artefacts: async () => {
      const { rows } = await sql<{ hash: string; text: string }>`
        SELECT hash, text FROM pack_artefact WHERE hash IN (SELECT pack_hash FROM journal_template)
          OR hash IN (SELECT DISTINCT pack_hash FROM ledger_event WHERE refusal IS NULL) ORDER BY hash`.execute(
        reading,
      );
      return rows;
    },
    templates: async () => (await whole(TEMPLATE_COLUMNS)).map(templateOf),
    moves: () => whole(MOVE_COLUMNS),
    books: () => whole(BOOKS_COLUMNS),
    months: () => whole(MONTH_COLUMNS),
    requests: () => whole(REQUEST_COLUMNS),
    approvals: () => whole(APPROVAL_COLUMNS),
    paymentRuns: () => whole(PAYMENT_RUN_COLUMNS),
    paymentLines: () => whole(PAYMENT_LINE_COLUMNS),
    paymentPostings: () => whole(PAYMENT_POSTING_COLUMNS),
    paymentDecisions: () => whole(PAYMENT_DECISION_COLUMNS),
    paymentEnds: () => whole(PAYMENT_END_COLUMNS),
    citedEvents: () => readCited(reading),
    events: () => readRanges(reading, EVENT_TABLE),
    entries: () => readRanges(ofEntries, ENTRY_TABLE),
    eventsOf: (pools) => readRanges(reading, { ...EVENT_TABLE, only: ofPools(pools) }),
    entriesOf: (pools) => {
      const only = sql`event IN (SELECT number FROM ledger_event WHERE ${ofPools(pools)})`;
      return readRanges(ofEntries, { ...ENTRY_TABLE, only });
    },
    blocks: () => readColumns(reading, BLOCK_COLUMNS),
    totals: () => readColumns(reading, TOTAL_COLUMNS),
    withheld: nothingWithheld,
  };
}

/** Written out, because COPY takes no parameters. */
function ofPools(pools: readonly string[]): RawBuilder<unknown> {
  const named = sql.join(pools.map((pool) => sql.lit(pool)));
  return sql`(pool IN (${named}) OR other_pool IN (${named}))`;
}

async function readWhole<Row>(reading: Reading, table: ColumnTable<Row>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of readColumns(reading, table)) rows.push(...batch);
  return rows;
}

async function readCited(reading: Reading): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    SELECT reverses::text AS number FROM ledger_event WHERE refusal IS NULL AND reverses IS NOT NULL
    UNION
    SELECT corrects::text FROM ledger_event WHERE refusal IS NULL AND corrects IS NOT NULL`.execute(reading);
  return new Set(rows.map(({ number }) => number));
}

async function* nothingWithheld(): Batches<never> {
  // Everything is given.
}

function templateOf(stored: StoredTemplate): TemplateRow {
  const { types, parties, categories, causes, employeeAmounts, residentAmounts, returns } = stored;
  return {
    ...stored,
    types: listOf(types),
    parties: listOf(parties),
    categories: listOf(categories),
    causes: listOf(causes),
    returns: listOf(returns),
    employeeAmounts: listOf(employeeAmounts),
    residentAmounts: listOf(residentAmounts),
  };
}

function listOf(json: string): readonly string[] {
  return JSON.parse(json) as readonly string[];
}
