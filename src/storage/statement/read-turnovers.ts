import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CellEntry, EntryMark } from '#application/ports/statement-store';
import type { CellTerm } from '#domain/statement/cell-terms';
import type { Turnover } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import { firstDayOf, type Month } from '#kernel/month';
import type { Tables } from '#storage/database/tables';

/** Entries added up by month and by all that a statement tells apart; closed months as they were added up at their close. */
export async function readTurnovers(
  within: Kysely<Tables>,
  query: {
    readonly pools: readonly string[];
    readonly insuranceType: string;
    readonly through: Month;
    readonly head: bigint;
  },
): Promise<readonly Turnover[]> {
  const { pools, insuranceType, through, head } = query;
  const { rows } = await sql<Turnover>`
    SELECT pool, to_char(t.month, 'YYYY-MM') AS month, book, fund, source, account, category, party, is_closing,
      is_opening, debit, credit
    FROM ledger_turnovers(${pools}, ${insuranceType}, ${firstDayOf(through)}, ${head}, NULL) AS t
    ORDER BY pool, t.month, account, fund, source, party, category, is_closing, is_opening`.execute(within);
  return rows;
}

/** The entries of a cell, page by page. */
export async function readCellEntries(
  within: Kysely<Tables>,
  query: {
    readonly insuranceType: string;
    readonly terms: readonly CellTerm[];
    readonly head: bigint;
    readonly after?: EntryMark;
    readonly limit: number;
  },
): Promise<readonly CellEntry[]> {
  const { terms, insuranceType, head, after, limit } = query;
  const parts = terms.map((term, index) => selectTerm(term, index, insuranceType, head, after));
  if (parts.length === 0) return [];
  const { rows } = await sql<CellEntry>`
    SELECT e.event, e.line::int AS line, e.term::int AS term, e.pool, to_char(e.posting_month, 'YYYY-MM') AS month,
      e.fund, e.source, e.account, e.category, e.counterparty, e.debit, e.credit, v.key, v.pack_hash, v.template,
      v.effective_on, v.known_at, v.actor, v.clauses, v.note
    FROM (SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) AS found ORDER BY event, line, term LIMIT ${limit}) AS e
    JOIN ledger_event AS v ON v.number = e.event
    ORDER BY e.event, e.line, e.term`.execute(within);
  return rows;
}

/** How many entries behind a cell other departments see and this one does not; the cell's amount holds them. */
export async function countWithheldEntries(
  within: Kysely<Tables>,
  query: { readonly insuranceType: string; readonly terms: readonly CellTerm[]; readonly head: bigint },
): Promise<number> {
  const { terms, insuranceType, head } = query;
  const parts = terms.map((term, index) =>
    selectTerm(term, index, insuranceType, head, undefined, sql`book_entry`),
  );
  if (parts.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM (${sql.join(parts, sql` UNION ALL `)}) AS found
    WHERE (SELECT sight_is_partial()) AND EXISTS (
      SELECT FROM book_event AS e WHERE e.number = found.event AND e.is_withheld)`.execute(within);
  return present(rows[0], 'a count').count;
}

/** The months of a term; of balances taken over its own rule, where one of either is told apart from the other. */
function inMonths(
  { pools, from, to, openings }: CellTerm,
  insuranceType: string,
): readonly RawBuilder<unknown>[] {
  const last = openings === 'none' || openings === 'as_posted' || openings < to ? to : openings;
  const bounds = [
    sql`posting_month <= ${firstDayOf(last)}`,
    ...(from === null ? [] : [sql`posting_month >= ${firstDayOf(from)}`]),
  ];
  if (openings === 'as_posted' || (from === null && openings === to)) return bounds;
  const isOpening = sql`event IN (SELECT opening_events(${pools}, ${insuranceType}, NULL, ${firstDayOf(last)}))`;
  if (openings === 'none') return [...bounds, sql`NOT ${isOpening}`];
  return [
    ...bounds,
    sql`CASE WHEN ${isOpening} THEN posting_month <= ${firstDayOf(openings)} ELSE posting_month <= ${firstDayOf(to)} END`,
  ];
}

/** Filters that a term leaves open are left out, so that the index on pool, type, account and month serves. */
function selectTerm(
  term: CellTerm,
  index: number,
  insuranceType: string,
  head: bigint,
  after: EntryMark | undefined,
  from: RawBuilder<unknown> = sql`ledger_entry`,
): RawBuilder<unknown> {
  const among = (column: string, names: readonly string[] | null): RawBuilder<unknown>[] =>
    names === null ? [] : [sql`${sql.ref(column)} = ANY(${names})`];
  const conditions = [
    sql`pool = ANY(${term.pools}) AND insurance_type = ${insuranceType} AND book = ${term.book}`,
    sql`account = ANY(${term.accounts}) AND event <= ${head}`,
    ...inMonths(term, insuranceType),
    ...(term.withClosing
      ? []
      : [sql`event <> ALL((SELECT closing_events(${term.pools}, ${insuranceType}))::bigint[])`]),
    ...among('fund', term.funds),
    ...among('source', term.sources),
    ...among('category', term.categories),
    ...(term.parties === null ? [] : [sql`split_part(counterparty, ':', 1) = ANY(${term.parties})`]),
    ...among('counterparty', term.withPools?.map((pool) => `pool:${pool}`) ?? null),
    ...(after === undefined
      ? []
      : [
          sql`(event, line, ${index}::int) > (${after.event}::bigint, ${after.line}::int, ${after.term}::int)`,
        ]),
  ];
  // Of a term that begins in a month the entries are read by account and month, and then put in order. In the order of
  // events, which a page of it suggests to the planner, every entry before that month would be read and thrown away.
  const fence = term.from === null ? sql`` : sql` OFFSET 0`;
  return sql`(SELECT *, ${index}::int AS term FROM ${from} WHERE ${sql.join(conditions, sql` AND `)}${fence})`;
}
