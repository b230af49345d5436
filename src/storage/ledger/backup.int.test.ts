import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import type { LedgerReport } from '#application/ports/ledger-verifier';
import { fen } from '#kernel/fen';
import { connectDatabase } from '#storage/database/connect';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import { migrateDatabase } from '#storage/migrations/migrate';
import { describeLauncher } from '#tests/support/launcher-bench';
import { failedChecks, makeLedgerBench, NOW, TEST_KEYS } from '#tests/support/ledger-bench';
import { sealEverything } from '#tests/support/seal-everything';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createSealer } from '#storage/ledger/sealer';

const run = promisify(execFile);

/** What a proof says, and the turnover of the books: both have to be the same after a restore. */
interface Proven {
  readonly report: LedgerReport;
  readonly balances: readonly unknown[];
}

describeLauncher('a backup of the ledger', (bench) => {
  const tools = inject('postgresBinaries') ?? '';
  const hasDump = existsSync(join(tools, 'pg_dump'));

  test('of the embedded server is a copy of its stopped data folder, and proves the same', async () => {
    const server = await bench().start();
    await migrateDatabase(server.databaseUrl);
    await fill(server.databaseUrl);
    const before = await prove(server.databaseUrl);
    await server.stop();
    const copy = join(bench().folder, 'copy');
    await cp(server.dataFolder, copy, { recursive: true });
    const restored = await bench().start({ dataFolder: copy });
    await migrateDatabase(restored.databaseUrl);
    expect(await prove(restored.databaseUrl)).toEqual(before);
    await postAndSeal(restored.databaseUrl);
  });

  test.skipIf(!hasDump)(
    'by pg_dump, restored on another server, proves the same and is written on',
    async () => {
      const server = await bench().start();
      await migrateDatabase(server.databaseUrl);
      await fill(server.databaseUrl);
      const before = await prove(server.databaseUrl);
      const dump = join(bench().folder, 'ledger.dump');
      const roles = join(bench().folder, 'roles.sql');
      await run(join(tools, 'pg_dump'), ['--format=custom', `--file=${dump}`, server.databaseUrl]);
      const globals = [
        '--roles-only',
        '--no-role-passwords',
        `--file=${roles}`,
        `--dbname=${server.databaseUrl}`,
      ];
      await run(join(tools, 'pg_dumpall'), globals);
      const elsewhere = await bench().start({ dataFolder: join(bench().folder, 'elsewhere') });
      await run(join(tools, 'psql'), ['--quiet', `--file=${roles}`, elsewhere.databaseUrl]);
      await run(join(tools, 'pg_restore'), ['--exit-on-error', `--dbname=${elsewhere.databaseUrl}`, dump]);
      await migrateDatabase(elsewhere.databaseUrl);
      expect(await prove(elsewhere.databaseUrl)).toEqual(before);
      await postAndSeal(elsewhere.databaseUrl);
    },
  );
});

/** Sealed and unsealed rows. */
async function fill(databaseUrl: string): Promise<void> {
  const database = connectDatabase({ databaseUrl, role: 'application', maxConnections: 4 });
  try {
    const ledger = await makeLedgerBench(database);
    const pooled = { amounts: { pooled: fen(700n) } };
    await ledger.store.post([
      ledger.command('interest_credited', pooled),
      ledger.command('pre_pooling_marked', pooled),
    ]);
    const approval = await ledger.approve('pre_pooling_used', 'east', 700n, 'local_gap');
    await ledger.store.post([ledger.command('pre_pooling_used', { ...pooled, approval })]);
    await ledger.sealAll();
    await ledger.store.post([ledger.command('interest_credited', pooled)]);
  } finally {
    await database.destroy();
  }
}

async function prove(databaseUrl: string): Promise<Proven> {
  const database = connectDatabase({ databaseUrl, role: 'auditor', maxConnections: 4 });
  try {
    const report = await createLedgerVerifier(database, TEST_KEYS).verify(null);
    expect(failedChecks(report)).toEqual([]);
    expect(report.head).not.toBeNull();
    const { rows } =
      await sql`SELECT * FROM ledger_total ORDER BY pool, insurance_type, account, source, book,
      posting_month, fund`.execute(database);
    return { report, balances: rows };
  } finally {
    await database.destroy();
  }
}

/** Numbers and chain go on where they were: transaction ids of another server begin anew, and nothing depends on them. */
async function postAndSeal(databaseUrl: string): Promise<void> {
  const database = connectDatabase({ databaseUrl, role: 'application', maxConnections: 4 });
  try {
    const ledger = await makeLedgerBench(database);
    const { key, ...rest } = ledger.command('interest_credited', { amounts: { pooled: fen(1n) } });
    const [posted] = await createLedgerStore(database).post([{ ...rest, key: `${key} after the restore` }]);
    expect(posted).toMatchObject({ refusal: null, isReplayed: false });
    const sealer = createSealer(database, TEST_KEYS.current);
    await sealEverything(database, sealer, NOW);
    const report = await createLedgerVerifier(database, TEST_KEYS).verify(null);
    expect([failedChecks(report), report.unsealed]).toEqual([[], 0n]);
  } finally {
    await database.destroy();
  }
}
