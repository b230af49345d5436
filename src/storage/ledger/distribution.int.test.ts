import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnPostgres } from '#tests/support/fresh-database';

/**
 * Tables that grow with the business, and the column by which they would be spread over servers (Citus): every unique
 * key has to hold that column. All others stay small and would stand on each server whole.
 */
const DISTRIBUTED_BY: Readonly<Record<string, string>> = {
  ledger_event: 'pool',
  ledger_entry: 'pool',
  ledger_total: 'pool',
  ledger_turnover: 'pool',
};

/** Keys without the column, each for a reason that a spread ledger would have to answer. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ledger_event_pkey:
    'Numbers come from one sequence and cannot collide; spread, the key is (pool, number) with the same numbers.',
  ledger_event_key_key:
    'A key means one event whoever names it, so that a command sent for the wrong pool is seen as reused. Spread, the ' +
    'key is (pool, key): every command names its pool, and a refused one without a pool stands under none.',
  ledger_event_reversed_once:
    'A reversal has the pool of what it undoes, so that (pool, reverses) says the same.',
  ledger_event_approval_once:
    'An event has the pool of its approval, or is refused, so that (pool, approval) says the same.',
};

describeOnPostgres('a ledger that is spread over servers', (database) => {
  test('has its distribution column in every unique key, but for the exceptions named here', async () => {
    const { rows } = await sql<{ table: string; index: string; columns: readonly string[] }>`
      SELECT t.relname AS "table", i.relname AS index,
        array_agg(a.attname::text ORDER BY a.attname) AS columns
      FROM pg_index AS x JOIN pg_class AS t ON t.oid = x.indrelid JOIN pg_class AS i ON i.oid = x.indexrelid
      JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = ANY (x.indkey)
      WHERE x.indisunique AND t.relnamespace = 'tongchou'::regnamespace
        AND t.relname = ANY (${Object.keys(DISTRIBUTED_BY)})
      GROUP BY t.relname, i.relname`.execute(database().connect('auditor'));
    const without = rows.filter(({ table, columns }) => !columns.includes(DISTRIBUTED_BY[table] ?? ''));
    expect(without.map(({ index }) => index).toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted());
    expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(Object.keys(DISTRIBUTED_BY)));
  });

  test('has no foreign key from one distributed table to another on other columns than that', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT conname AS name FROM pg_constraint
      WHERE contype = 'f' AND conrelid::regclass::text = ANY (${Object.keys(DISTRIBUTED_BY)})
        AND confrelid::regclass::text = ANY (${Object.keys(DISTRIBUTED_BY)})`.execute(
      database().connect('auditor'),
    );
    expect(rows).toEqual([]);
  });
});
