import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

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
] as const;

/** Moves that a pack might ask for and the database does not let in: debit, credit, and the constraint that says so. */
const FORBIDDEN_MOVES: readonly (readonly [string, string, string, string, string?])[] = [
  [
    'NAT-28.3, AH-1.5-c, SD-3.4-b: a levy into the income account',
    '1002',
    '4402',
    'levy_goes_to_special_account',
  ],
  ['NAT-28.3: a levy into the expenditure account', '1004', '4402', 'expenditure_account_is_fed_from_above'],
  [
    'NAT-144.39-b, SC-2.2-h, JX-2.4-a: special account to the general budget',
    '5999',
    '1003',
    'special_account_pays_only',
  ],
  [
    'NAT-144.39-b: special account to benefits past the expenditure account',
    '5001',
    '1003',
    'special_account_pays_only',
  ],
  [
    'NAT-144.39-b, JX-2.4-a, AH-1.4-c: expenditure account to running costs',
    '5900',
    '1004',
    'expenditure_account_pays_only',
  ],
  [
    'NAT-144.39-b: premiums straight into the expenditure account',
    '1004',
    '4001',
    'expenditure_account_is_fed_from_above',
  ],
  ['NAT-28.7: treasury to the expenditure account', '1004', '1005', 'expenditure_account_is_fed_from_above'],
  ['NAT-144.39-a: income account spent', '5001', '1002', 'income_account_and_treasury_are_swept'],
  ['NAT-28.6: subsidy into personal accounts', '1003', '4101', 'subsidy_is_pooled', 'account'],
  ['NAT-28.6: transfer out of the pooled fund', '5201', '1004', 'transfers_are_personal'],
  ['one account with itself', '1201', '1201', 'two_accounts'],
  ['cash against an obligation', '1003', 'payable', 'books_stay_apart'],
];

describeOnPostgres('the database itself', (database) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await makeLedgerBench(database().connect('application'));
    await bench.store.post([bench.command('interest_credited', { amounts: { pooled: fen(1n) } })]);
  });

  describe.each(TABLES)('%s', (table) => {
    test('is read, and not written, by application and auditor', async () => {
      for (const role of ['application', 'auditor'] as const) {
        const connection = database().connect(role);
        await sql`SELECT count(*) FROM ${sql.table(table)}`.execute(connection);
        for (const change of [
          `INSERT INTO ${table} DEFAULT VALUES`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table}`,
        ]) {
          await expect(sql.raw(change).execute(connection)).rejects.toThrow('permission denied');
        }
      }
    });

    test('is not changed even by its owner', async () => {
      const owner = database().connect('migrator');
      const { rows } = await sql<{ name: string }>`SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = 'tongchou' AND table_name = ${table} AND is_generated = 'NEVER' LIMIT 1`.execute(
        owner,
      );
      const column = present(rows[0], 'a column').name;
      for (const change of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(sql.raw(change).execute(owner)).rejects.toThrow('ledger_is_append_only');
      }
    });
  });

  test('lets the auditor call none of the functions that write', async () => {
    const auditor = database().connect('auditor');
    await expect(sql`SELECT post_events('[]')`.execute(auditor)).rejects.toThrow('permission denied');
  });

  test.each(FORBIDDEN_MOVES)(
    'refuses in a template: %s',
    async (_title, debit, credit, constraint, fund = 'pooled') => {
      const owner = database().connect('migrator');
      const insert =
        sql`INSERT INTO journal_move SELECT pack_hash, id, 99, 'own', 'cash', ${fund}, 'current', ${debit}, ${credit}, 'x'
      FROM journal_template WHERE id = 'interest_credited'`.execute(owner);
      await expect(insert).rejects.toMatchObject({ constraint });
    },
  );

  test('refuses an entry with two sides or none, and personal accounts of residents', async () => {
    const owner = database().connect('migrator');
    const insert = (fund: string, debit: number, credit: number): Promise<unknown> =>
      sql`INSERT INTO ledger_entry VALUES (1, 1, '2026-01-01', 'east', 'resident', 'cash', ${fund}, 'current', '1003',
        NULL, NULL, ${debit}, ${credit})`.execute(owner);
    await expect(insert('pooled', 1, 1)).rejects.toMatchObject({ constraint: 'one_side' });
    await expect(insert('pooled', 0, 0)).rejects.toMatchObject({ constraint: 'one_side' });
    await expect(insert('account', 1, 0)).rejects.toMatchObject({
      constraint: 'only_employees_have_accounts',
    });
  });

  test('refuses the journal of a pack that makes money out of nothing, and of one whose text was altered', async () => {
    const register = async (from: string, to: string, hash?: string): Promise<unknown> => {
      const text = bench.pack.artefact.replace(from, to);
      const { rows } = await sql<{
        hash: string;
      }>`SELECT encode(sha256(convert_to(${text}, 'UTF8')), 'hex') AS hash`.execute(bench.database);
      return bench.store.registerJournal({
        hash: hash ?? present(rows[0], 'a hash').hash,
        packId: 'national',
        text,
      });
    };
    const used = '{"amount":"pooled","credit":"1003","debit":"3001","source":"pre_pooling"},';
    await expect(register(used, '')).rejects.toThrow('journal_faulty: pre_pooling_used');
    await expect(register('"approval":"required",', '')).rejects.toThrow(
      /restricted_money|opening_needs|approval_has_causes/,
    );
    await expect(register('"credit":"4402"', '"credit":"4501"', 'f'.repeat(64))).rejects.toThrow(
      'pack_altered',
    );
  });
});
