import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { verifyReading, type Reading } from '#storage/ledger/verify/verify-ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  ANN,
  failedChecks,
  FUND,
  makeLedgerBench,
  TEST_KEYS,
  type LedgerBench,
} from '#tests/support/ledger-bench';

/** Everything that holds the ledger. */
const TABLES = [
  'journal_template',
  'journal_move',
  'ledger_account_set',
  'ledger_month',
  'ledger_approval_request',
  'ledger_approval',
  'ledger_event',
  'ledger_entry',
  'ledger_block',
  'ledger_total',
  'ledger_turnover',
] as const;

/** Another value of each type. */
const OTHER: Readonly<Record<string, string>> = {
  text: "coalesce($, '') || 'x'",
  bigint: 'coalesce($, 0) + 1000',
  integer: 'coalesce($, 2000) + 1',
  smallint: '$ + 100',
  numeric: '$ + 1',
  boolean: 'NOT $',
  date: "(coalesce($, '2026-01-01') + interval '1 month')::date",
  'timestamp with time zone': "$ + interval '1 second'",
  bytea: 'set_byte(coalesce($, mac), 5, get_byte(coalesce($, mac), 5) # 1)',
  jsonb: `'{"pooled": "1"}'`,
  ARRAY: "$ || ARRAY['x']",
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

describeOnPostgres('no column of the ledger', (database) => {
  let bench: LedgerBench;
  let columns: readonly Column[] = [];
  beforeAll(async () => {
    bench = await makeLedgerBench(database().connect('application'));
    const pooled = { amounts: { pooled: fen(700n) } };
    const january = { pool: 'west', effectiveOn: '2026-01-05' as PlainDate, ...pooled } as const;
    await bench.store.post([
      bench.command('benefit_settled', { counterparty: 'institution:H1', category: 'inpatient', ...january }),
      bench.command('benefit_paid', { counterparty: 'institution:H1', category: 'inpatient', ...january }),
    ]);
    await bench.store.closeMonth({ pool: 'west', insuranceType: 'resident' }, '2026-01' as Month, ANN);
    await bench.store.post([
      bench.command('benefit_settled', { counterparty: 'institution:H1', category: 'outpatient', ...pooled }),
      bench.command('levy_due', { otherPool: FUND, amounts: { levy: fen(5n) } }),
      bench.command('pre_pooling_marked', pooled),
    ]);
    await bench.sealAll();
    const approval = await bench.approve('pre_pooling_used', 'east', 700n, 'local_gap');
    const paid = { counterparty: 'institution:H1', category: 'outpatient', ...pooled };
    await bench.store.post([
      bench.command('benefit_paid', paid),
      bench.command('pre_pooling_used', { ...pooled, approval }),
    ]);
    await bench.sealAll();
    const { rows } =
      await sql<Column>`SELECT table_name AS "table", column_name AS "column", data_type AS type
      FROM information_schema.columns WHERE table_schema = 'tongchou' AND table_name = ANY (${TABLES})
        AND is_generated = 'NEVER' ORDER BY 1, ordinal_position`.execute(bench.database);
    columns = rows;
  });

  test('can be changed in any row, first or last, without being seen', async () => {
    expect(new Set(columns.map(({ table }) => table)).size).toBe(TABLES.length);
    expect(columns.length).toBeGreaterThan(90);
    const unseen: string[] = [];
    for (const { table, column, type } of columns) {
      const text =
        type === 'bytea' && table === 'ledger_event' ? 'set_byte($, 5, get_byte($, 5) # 1)' : OTHER[type];
      const value = (text ?? `no other value of ${type}`).replaceAll('$', column);
      for (const order of ['ASC', 'DESC']) {
        const change = `UPDATE ${table} SET ${column} = ${value}
          WHERE ctid = (SELECT ctid FROM ${table} ORDER BY ctid ${order} LIMIT 1)`;
        if ((await failedAfter(table, change)).length === 0) unseen.push(`${table}.${column} ${order}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  test('can lose a row without being seen', async () => {
    const unseen: string[] = [];
    for (const table of TABLES) {
      for (const order of ['ASC', 'DESC']) {
        const change = `DELETE FROM ${table} WHERE ctid = (SELECT ctid FROM ${table} ORDER BY ctid ${order} LIMIT 1)`;
        if ((await failedAfter(table, change)).length === 0) unseen.push(`${table} ${order}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  /** Changes a row as the superuser, with guards, constraints and generated columns out of the way, and undoes it. */
  async function failedAfter(table: string, change: string): Promise<readonly string[]> {
    let failed: readonly string[] = [];
    const undo = new Error('undone');
    const tampering = bench.database.transaction().execute(async (transaction) => {
      await sql`SET LOCAL ROLE NONE`.execute(transaction);
      await sql`SET LOCAL session_replication_role = replica`.execute(transaction);
      await dropChecks(transaction, table);
      await sql.raw(change).execute(transaction);
      failed = failedChecks(await verifyReading(transaction, TEST_KEYS, null));
      throw undo;
    });
    await expect(tampering).rejects.toBe(undo);
    return failed;
  }
});

/** What the table's constraints would refuse has to be seen as well by who reads the rows alone. */
async function dropChecks(transaction: Reading, table: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT conname AS name FROM pg_constraint
    WHERE conrelid = ${`tongchou.${table}`}::regclass AND contype = 'c'`.execute(transaction);
  for (const { name } of rows)
    await sql.raw(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`).execute(transaction);
}
