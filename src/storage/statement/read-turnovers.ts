import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { CellEntry, EntryMark } from '#application/ports/statement-store';
import type { CellTerm } from '#domain/statement/cell-terms';
import type { Turnover } from '#domain/statement/turnover';
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
      debit, credit
    FROM ledger_turnovers(${pools}, ${insuranceType}, ${firstDayOf(through)}, ${head}, NULL) AS t
    ORDER BY pool, t.month, account, fund, source, party, category, is_closing`.execute(within);
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

/** Filters that a term leaves open are left out, so that the index on pool, type, account and month serves. */
function selectTerm(
  term: CellTerm,
  index: number,
  insuranceType: string,
  head: bigint,
  after: EntryMark | undefined,
): RawBuilder<unknown> {
  const among = (column: string, names: readonly string[] | null): RawBuilder<unknown>[] =>
    names === null ? [] : [sql`${sql.ref(column)} = ANY(${names})`];
  const conditions = [
    sql`pool = ANY(${term.pools}) AND insurance_type = ${insuranceType} AND book = ${term.book}`,
    sql`account = ANY(${term.accounts}) AND posting_month <= ${firstDayOf(term.to)} AND event <= ${head}`,
    ...(term.from === null ? [] : [sql`posting_month >= ${firstDayOf(term.from)}`]),
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
  return sql`(SELECT *, ${index}::int AS term FROM ledger_entry WHERE ${sql.join(conditions, sql` AND `)})`;
}
