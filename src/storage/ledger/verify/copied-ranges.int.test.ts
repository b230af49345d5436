import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { EntryRow, EventRow } from '#application/ports/ledger-rows';
import { readRanges, type CopiedTable } from '#storage/ledger/verify/copied-ranges';
import { ENTRY_TABLE, EVENT_TABLE } from '#storage/ledger/verify/ledger-columns';
import type { Reading } from '#storage/ledger/verify/verify-ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';

/** An instant as the port has it; the server's own writing is what the reader has to agree with. */
const INSTANT = `to_char(known_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

describeOnPostgres('reading the ledger by ranges', (database) => {
  test('gives every row once, where numbers have gaps and where keys were dropped and rows stand twice', async () => {
    await within(async (reading) => {
      await sql`ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_pkey`.execute(reading);
      // Around the edges of ranges each row stands up to three times; behind them lies a gap of millions.
      await sql`INSERT INTO ledger_entry (event, line, posting_month, pool, insurance_type, book, fund, source, account, debit, credit)
        SELECT n, 0, date '2026-01-01', 'east', 'resident', 'cash', 'pooled', 'current', '1003', n, 0
        FROM generate_series(1, 6200) AS n, generate_series(1, CASE WHEN n % 2048 IN (0, 1, 2047) THEN 3 ELSE 1 END)
        UNION ALL SELECT 987654321, 0, date '2026-01-01', 'east', 'resident', 'cash', 'pooled', 'current', '1003', 1, 0
        UNION ALL SELECT 9223372036854775807, 0, date '2026-01-01', 'east', 'resident', 'cash', 'pooled', 'current', '1003', 1, 0`.execute(
        reading,
      );
      const { rows } = await sql<{ event: string; count: string }>`SELECT event::text, count(*)::text AS count
        FROM ledger_entry GROUP BY 1`.execute(reading);
      const read = new Map<string, number>();
      for (const { event } of await allOf(reading, ENTRY_TABLE)) read.set(event, (read.get(event) ?? 0) + 1);
      expect([...read].map(([event, count]) => [event, count.toString()]).toSorted()).toEqual(
        rows.map(({ event, count }) => [event, count]).toSorted(),
      );
    });
  });

  test('fails where rows have no number, rather than passing them over', async () => {
    await within(async (reading) => {
      await sql`ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_pkey, ALTER COLUMN event DROP NOT NULL`.execute(
        reading,
      );
      await sql`INSERT INTO ledger_entry (event, line, posting_month, pool, insurance_type, book, fund, source, account, debit, credit)
        VALUES (NULL, 0, '2026-01-01', 'east', 'resident', 'cash', 'pooled', 'current', '1003', 1, 0)`.execute(
        reading,
      );
      await expect(allOf(reading, ENTRY_TABLE)).rejects.toThrow('0 rows were read of 1');
    });
  });

  test('gives what is stored as the server itself writes it', async () => {
    await within(async (reading) => {
      await sql`INSERT INTO ledger_event (number, key, content_hash, refusal, amounts, effective_on, known_at, posting_month, actor, clauses, reverses, note)
        SELECT n, 'key ' || n || chr(20000 + n), sha256(n::text::bytea), 'why',
          CASE WHEN n % 3 = 0 THEN jsonb_build_object('甲', n::text, 'b', '-9223372036854775808') END,
          date '0001-01-01' + n * 600, timestamptz '1500-02-28 23:59:59.999999Z' + n * interval '17 days 3 hours 7.000011 seconds',
          CASE WHEN n % 2 = 0 THEN date '9999-12-01' - n * 31 END, 'actor', CASE n % 3 WHEN 0 THEN '{}' WHEN 1 THEN '{JX-1}' ELSE '{"a,b","统"}' END::text[],
          CASE WHEN n % 5 = 0 THEN 9223372036854775807 - n END, ''
        FROM generate_series(-3000, 3000) AS s, LATERAL (SELECT s + 3001 AS n) AS each`.execute(reading);
      const { rows } = await sql<
        Record<string, string | null>
      >`SELECT number::text, key, encode(content_hash, 'hex') AS hash,
        amounts::text, effective_on::text AS effective, ${sql.raw(INSTANT)} AS known, posting_month::text AS posting,
        clauses::text[] AS clauses, reverses::text FROM ledger_event ORDER BY ledger_event.number`.execute(
        reading.withoutPlugins(),
      );
      const read = (await allOf<EventRow>(reading, EVENT_TABLE)).map((event) => ({
        number: event.number,
        key: event.key,
        hash: event.contentHash,
        amounts: event.amounts,
        effective: event.effectiveOn,
        known: event.knownAt,
        posting: event.postingMonth,
        clauses: event.clauses,
        reverses: event.reverses,
      }));
      expect(read).toHaveLength(rows.length);
      const unlike = read.findIndex((event, at) => !isDeepStrictEqual(event, { ...rows[at] }));
      expect(read[unlike]).toEqual(rows[unlike]);
    });
  });

  test('tells a list of two dimensions, and days without end, from any that a ledger holds', async () => {
    await within(async (reading) => {
      await sql`INSERT INTO ledger_event (number, key, content_hash, refusal, effective_on, known_at, actor, clauses, note)
        VALUES (1, 'a', '', 'why', 'infinity', '-infinity', 'actor', '{{a,b}}', ''),
          (2, 'b', '', 'why', '-infinity', 'infinity', 'actor', '{NULL}', '')`.execute(reading);
      expect(await allOf<EventRow>(reading, EVENT_TABLE)).toMatchObject([
        { effectiveOn: 'infinity', knownAt: '-infinity', clauses: ['2 dimensions', 'a', 'b'] },
        { effectiveOn: '-infinity', knownAt: 'infinity', clauses: [null] },
      ]);
    });
  });

  /** As the superuser, with guards out of the way; undone afterwards. */
  async function within(work: (reading: Reading) => Promise<void>): Promise<void> {
    const undo = new Error('undone');
    const trial = database()
      .connect('application')
      .transaction()
      .execute(async (reading) => {
        await sql`SET LOCAL ROLE NONE`.execute(reading);
        await sql`SET LOCAL session_replication_role = replica`.execute(reading);
        await work(reading);
        throw undo;
      });
    await expect(trial).rejects.toBe(undo);
  }
});

async function allOf<Row extends EventRow | EntryRow>(
  reading: Reading,
  table: CopiedTable<Row>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of readRanges(reading, table)) rows.push(...batch);
  return rows;
}
