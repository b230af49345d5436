import { sql, type RawBuilder } from 'kysely';
import type { EntryQuery } from '#application/ports/ledger-reader';
import { firstDayOf } from '#kernel/month';

type Condition = RawBuilder<unknown>;

/** Writes a query's conditions on pools and insurance types, for columns of these names. */
export function poolConditions({
  pools,
  insuranceType,
}: Pick<EntryQuery, 'pools' | 'insuranceType'>): Condition {
  return every([
    pools && sql`pool = ANY (${pools})`,
    insuranceType && sql`insurance_type = ${insuranceType}`,
  ]);
}

/** The rows searched: those the caller's department sees, or all rows of the books, to count and add up. */
export const SEEN_ROWS = { events: sql`ledger_event`, entries: sql`ledger_entry` } as const;
export const EVERY_ROW = { events: sql`book_event`, entries: sql`book_entry` } as const;
type Rows = Readonly<Record<'events' | 'entries', Condition>>;

/** Writes a query's conditions on an entry `n`; the template is that of its event. */
export function entryConditions(query: EntryQuery, { events }: Rows): Condition {
  const { pools, insuranceType, counterparty, template, after } = query;
  return every([
    pools && sql`n.pool = ANY (${pools})`,
    insuranceType && sql`n.insurance_type = ${insuranceType}`,
    ...lineConditions(query),
    ...months(query, 'n'),
    counterparty && sql`n.counterparty = ${counterparty}`,
    template &&
      sql`EXISTS (SELECT FROM ${events} AS e WHERE e.number = n.event AND e.template = ${template})`,
    after !== undefined && sql`n.event > ${after}`,
  ]);
}

/**
 * Writes a query's conditions on an event `e`. Book, account, fund and source must match one of its entries; a pool is
 * matched on either side and as a counterparty.
 */
export function eventConditions(query: EntryQuery, { entries }: Rows): Condition {
  const { pools, insuranceType, counterparty, template, after } = query;
  const ofEntries = lineConditions(query);
  return every([
    pools && sql`(e.pool = ANY (${pools}) OR e.other_pool = ANY (${pools}))`,
    insuranceType && sql`e.insurance_type = ${insuranceType}`,
    ...months(query, 'e'),
    counterparty &&
      sql`(e.counterparty = ${counterparty} OR e.other_pool IS NOT NULL
        AND ${counterparty} IN ('pool:' || e.other_pool, 'pool:' || e.pool))`,
    template && sql`e.template = ${template}`,
    after !== undefined && sql`e.number > ${after}`,
    ofEntries.length > 0 &&
      sql`EXISTS (SELECT FROM ${entries} AS n WHERE n.event = e.number AND ${every(ofEntries)})`,
  ]);
}

/**
 * Writes which entries `n` of an event `e` make up its amounts: those queried, otherwise its cash or, without cash, its
 * obligations.
 */
export function eventLines(query: EntryQuery): Condition {
  const { pools, insuranceType, book, accounts } = query;
  return every([
    pools && sql`n.pool = ANY (${pools})`,
    insuranceType && sql`n.insurance_type = ${insuranceType}`,
    ...lineConditions(query),
    book === undefined &&
      accounts === undefined &&
      sql`n.book = (SELECT min(x.book) FROM ledger_entry AS x WHERE x.event = e.number)`,
  ]);
}

function lineConditions({ book, accounts, funds, sources }: EntryQuery): readonly Condition[] {
  return [
    book && sql`n.book = ${book}`,
    accounts && sql`n.account = ANY (${accounts})`,
    funds && sql`n.fund = ANY (${funds})`,
    sources && sql`n.source = ANY (${sources})`,
  ].filter((one) => one !== undefined);
}

function months({ fromMonth, toMonth }: EntryQuery, table: 'e' | 'n'): readonly (Condition | undefined)[] {
  const month = sql.ref(`${table}.postingMonth`);
  return [
    fromMonth && sql`${month} >= ${firstDayOf(fromMonth)}`,
    toMonth && sql`${month} <= ${firstDayOf(toMonth)}`,
  ];
}

function every(conditions: readonly (Condition | undefined | '' | false)[]): Condition {
  const given = conditions.filter((one) => one !== undefined && one !== '' && one !== false);
  return given.length === 0 ? sql`true` : sql.join(given, sql` AND `);
}
