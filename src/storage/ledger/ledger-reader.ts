import { sql, type Kysely, type RawBuilder } from 'kysely';
import type {
  BookSet,
  EntryQuery,
  JournalEntry,
  JournalEvent,
  LedgerApproval,
  LedgerReader,
  OpenObligation,
  SealHead,
} from '#application/ports/ledger-reader';
import type { LedgerBalance } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import { rowsOf } from '#storage/database/rows-of';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';
import {
  EVERY_ROW,
  entryConditions,
  eventConditions,
  eventLines,
  poolConditions,
  SEEN_ROWS,
} from '#storage/ledger/entry-conditions';

/**
 * The port on PostgreSQL: each call is one transaction in which row security shows what the scope's places and departments
 * see. Rows are read from the tables, sums from the views that hold every row of the place (migration 19).
 */
export function createLedgerReader(database: Database): LedgerReader {
  return {
    listBooks: (scope) => inScope(database, scope, (within) => selectBooks(within, sql`true`)),

    findBooks: (scope, { pool, insuranceType }) =>
      inScope(database, scope, async (within) => {
        const own = sql`s.pool = ${pool} AND s.insurance_type = ${insuranceType}`;
        return (await selectBooks(within, own))[0];
      }),

    readSeal: (scope) => inScope(database, scope, selectSeal),

    listBalances: (scope, query) =>
      inSums(database, scope, (within) =>
        rowsOf<LedgerBalance>(
          within,
          sql`SELECT pool, insurance_type, to_char(posting_month, 'YYYY-MM') AS posting_month, book, fund, source,
            account, debit::bigint AS debit, credit::bigint AS credit
          FROM ledger_balance WHERE ${poolConditions(query)}
          ORDER BY pool COLLATE "C", insurance_type, posting_month, book, account COLLATE "C", fund, source`,
        ),
      ),

    listEvents: (scope, query) =>
      inScope(database, scope, (within) =>
        selectEvents(within, eventConditions(query, SEEN_ROWS), eventLines(query), sql`LIMIT ${query.limit}`),
      ),

    sumEntries: (scope, { after: _after, ...query }) =>
      inScope(database, scope, async (within) => {
        const sums = await rowsOf<{ readonly debit: bigint; readonly credit: bigint }>(
          within,
          sql`SELECT coalesce(sum(n.debit), 0)::bigint AS debit, coalesce(sum(n.credit), 0)::bigint AS credit
          FROM book_entry AS n WHERE ${entryConditions(query, EVERY_ROW)}
          HAVING is_of_place(${query.counterparty ?? null}) OR NOT sight_is_partial()`,
        );
        return sums[0];
      }),

    countWithheld: (scope, query, through) =>
      inScope(database, scope, (within) => selectWithheld(within, query, through)),

    listEntries: (scope, query) =>
      inScope(database, scope, (within) =>
        selectEntries(within, entryConditions(query, SEEN_ROWS), query.limit),
      ),

    findEvent: (scope, number) =>
      inScope(database, scope, async (within) => {
        const [event] = await selectEvents(
          within,
          sql`e.number = ${number}`,
          eventLines({ limit: 1 }),
          sql``,
        );
        if (event === undefined) return undefined;
        return { event, entries: await selectEntries(within, sql`n.event = ${number}`, 1) };
      }),

    listApprovals: (scope, { open, below, limit }) =>
      inScope(database, scope, (within) =>
        selectApprovals(
          within,
          sql`(${below ?? null}::bigint IS NULL OR r.number < ${below ?? null})
            AND (NOT ${open === true} OR d.request IS NULL)`,
          limit,
        ),
      ),

    findApproval: (scope, number) =>
      inScope(
        database,
        scope,
        async (within) => (await selectApprovals(within, sql`r.number = ${number}`, 1))[0],
      ),

    sumReturnable: (scope, query) => inScope(database, scope, (within) => selectReturnable(within, query)),

    listOpenObligations: (scope, query) =>
      inSums(database, scope, (within) => selectObligations(within, query)),
  };
}

/** Working memory for the sums of a province's books; with less, PostgreSQL sorts them on disk. */
const MEMORY_OF_SUMS = '32MB';

/** Runs sums over everything the scope sees, in `inScope`. */
function inSums<T>(
  database: Database,
  scope: Scope,
  work: (within: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return inScope(database, scope, async (within) => {
    await sql`SELECT set_config('work_mem', ${MEMORY_OF_SUMS}, true)`.execute(within);
    return work(within);
  });
}

interface StoredBooks extends Omit<BookSet, 'name' | 'lastClosing'> {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly unsweptReason: string | null;
}

async function selectBooks(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
): Promise<readonly BookSet[]> {
  const rows = await rowsOf<StoredBooks>(
    within,
    sql`SELECT s.pool, s.insurance_type, s.kind, p.name_zh, p.name_en, p.place,
      to_char(s.first_month, 'YYYY-MM') AS first_month, to_char(m.month, 'YYYY-MM') AS closed_through,
      m.closed_by, m.closed_at, m.unswept_reason
    FROM ledger_account_set AS s JOIN pool AS p ON p.id = s.pool
    LEFT JOIN LATERAL (SELECT * FROM ledger_month AS one
      WHERE one.pool = s.pool AND one.insurance_type = s.insurance_type ORDER BY one.month DESC LIMIT 1) AS m ON true
    WHERE ${condition} ORDER BY p.place COLLATE "C", s.pool COLLATE "C", s.insurance_type`,
  );
  return rows.map(({ nameZh, nameEn, closedBy, closedAt, unsweptReason, ...books }) => ({
    ...books,
    name: { zh: nameZh, en: nameEn },
    lastClosing:
      closedBy === null || closedAt === null ? null : { by: closedBy, at: closedAt, unsweptReason },
  }));
}

async function selectSeal(
  within: Kysely<Tables>,
): Promise<{ readonly head: SealHead | undefined; readonly unsealed: bigint }> {
  const [head] = await rowsOf<SealHead>(
    within,
    sql`SELECT number::text AS number, last_number::text AS last_number, encode(mac, 'hex') AS mac,
      to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS sealed_at
    FROM ledger_block ORDER BY ledger_block.number DESC LIMIT 1`,
  );
  const [tail] = await rowsOf<{ readonly unsealed: bigint }>(
    within,
    sql`SELECT count(*) AS unsealed FROM book_event WHERE number > ${BigInt(head?.lastNumber ?? 0)}`,
  );
  return { head, unsealed: tail?.unsealed ?? 0n };
}

function selectEvents(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
  lines: RawBuilder<unknown>,
  limit: RawBuilder<unknown>,
): Promise<readonly JournalEvent[]> {
  return rowsOf<JournalEvent>(
    within,
    sql`SELECT e.number, e.key, e.refusal, e.pack_hash, e.template, e.pool, e.other_pool, e.insurance_type,
      e.counterparty, e.category, e.effective_on, e.known_at, to_char(e.posting_month, 'YYYY-MM') AS posting_month,
      e.actor, e.clauses, e.reverses, e.corrects, e.note, sums.debit, sums.credit
    FROM ledger_event AS e
    CROSS JOIN LATERAL (SELECT coalesce(sum(n.debit), 0)::bigint AS debit, coalesce(sum(n.credit), 0)::bigint AS credit
      FROM ledger_entry AS n WHERE n.event = e.number AND ${lines}) AS sums
    WHERE ${condition} ORDER BY e.number ${limit}`,
  );
}

/** Counts withheld rows; called only where some may exist, because a look-up in these views costs a scan. */
async function selectWithheld(
  within: Kysely<Tables>,
  query: EntryQuery,
  through: bigint | undefined,
): Promise<bigint> {
  const counts = await rowsOf<{ readonly count: bigint }>(
    within,
    sql`SELECT count(*) AS count FROM book_event AS e
    WHERE (SELECT sight_is_partial()) AND e.is_withheld AND ${eventConditions(query, EVERY_ROW)}
      AND e.number <= coalesce(${through ?? null}::bigint, e.number)`,
  );
  return present(counts[0], 'a count').count;
}

/**
 * Selects at least the requested number of entries: the last event is complete, so that the next page begins with a new
 * event.
 */
function selectEntries(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly JournalEntry[]> {
  return rowsOf<JournalEntry>(
    within,
    sql`SELECT * FROM (
      SELECT n.event, n.line, to_char(n.posting_month, 'YYYY-MM') AS posting_month, n.pool, n.insurance_type, n.book,
        n.fund, n.source, n.account, n.counterparty, n.category, n.debit, n.credit
      FROM ledger_entry AS n WHERE ${condition}
      ORDER BY n.event FETCH FIRST ${limit} ROWS WITH TIES
    ) AS page ORDER BY event, line`,
  );
}

function selectApprovals(
  within: Kysely<Tables>,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly LedgerApproval[]> {
  return rowsOf<LedgerApproval>(
    within,
    sql`SELECT r.number, r.template, r.pool, r.insurance_type, r.amount, r.cause, r.reason, r.year, r.requested_by,
      r.requested_at, split_part(w.whole, ' ', 1) AS part_of, d.decision, d.decided_by, d.decided_at,
      j.reason AS rejected_for,
      (SELECT e.number FROM book_event AS e WHERE e.approval = r.number AND e.refusal IS NULL) AS used_by
    FROM ledger_approval_request AS r LEFT JOIN ledger_approval AS d ON d.request = r.number
      LEFT JOIN approval_whole AS w ON w.request = r.number
      LEFT JOIN approval_rejection AS j ON j.request = r.number
    WHERE ${condition} ORDER BY r.number DESC LIMIT ${limit}`,
  );
}

async function selectReturnable(
  within: Kysely<Tables>,
  { template, returns, pool, insuranceType, year }: Parameters<LedgerReader['sumReturnable']>[1],
): Promise<bigint> {
  const rows = await rowsOf<{ left: bigint }>(
    within,
    sql`SELECT ledger_left_of_year(${[...returns]}::text[], ${template}, ${pool}, ${insuranceType}, ${year})::bigint AS left`,
  );
  return present(rows[0], 'a sum').left;
}

function selectObligations(
  within: Kysely<Tables>,
  query: Pick<EntryQuery, 'pools' | 'insuranceType' | 'counterparty'>,
): Promise<readonly OpenObligation[]> {
  return rowsOf<OpenObligation>(
    within,
    sql`SELECT pool, insurance_type, counterparty, strpos(counterparty, ':') = 0 AS is_withheld, fund, source, receivable,
      advance, payable
    FROM (
      SELECT pool, insurance_type, counterparty, fund, source,
        coalesce(sum(debit - credit) FILTER (WHERE account = 'receivable'), 0)::bigint AS receivable,
        coalesce(sum(debit - credit) FILTER (WHERE account = 'advance'), 0)::bigint AS advance,
        coalesce(sum(credit - debit) FILTER (WHERE account = 'payable'), 0)::bigint AS payable
      FROM book_entry
      WHERE ${poolConditions(query)} AND account IN ('receivable', 'advance', 'payable')
        AND (${query.counterparty ?? null}::text IS NULL OR counterparty = ${query.counterparty ?? null})
      GROUP BY pool, insurance_type, counterparty, fund, source
    ) AS open WHERE receivable <> 0 OR advance <> 0 OR payable <> 0
    ORDER BY pool COLLATE "C", insurance_type, counterparty COLLATE "C", fund, source`,
  );
}
