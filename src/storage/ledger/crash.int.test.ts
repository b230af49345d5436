import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fen } from '#kernel/fen';
import { connectDatabase } from '#storage/database/connect';
import { migrateDatabase } from '#storage/migrations/migrate';
import { describeLauncher } from '#tests/support/launcher-bench';
import { failedChecks, makeLedgerBench, type LedgerBench } from '#tests/support/ledger-bench';

/** With the kills of the program (server-crash.int.test.ts) ten here, and as many as TORTURE_KILLS says elsewhere. */
const KILLS = Math.floor(Number.parseInt(process.env['TORTURE_KILLS'] ?? '10', 10) / 2);
const SEED = Number.parseInt(process.env['TORTURE_SEED'] ?? '20260310', 10);
const WRITERS = 6;
const LONGEST_RUN_MS = 400;

describeLauncher('when PostgreSQL is killed under load', (bench) => {
  test(`what was acknowledged is there once, and the ledger verifies (seed ${SEED})`, async () => {
    const acknowledged = new Set<string>();
    let random = SEED;
    for (let kill = 0; kill < KILLS; kill += 1) {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      const server = await bench().start();
      await migrateDatabase(server.databaseUrl);
      const database = connectDatabase({ databaseUrl: server.databaseUrl, role: 'application' });
      const ledger = await makeLedgerBench(database);
      const writing = Promise.all(
        Array.from({ length: WRITERS }, (_, writer) =>
          writeUntilKilled(ledger, `${kill} ${writer}`, acknowledged),
        ),
      );
      const sealing = sealUntilKilled(ledger);
      await wait(50 + (random % LONGEST_RUN_MS));
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
      await Promise.all([writing, sealing]);
      await database.destroy();
      await server.stop();
    }
    const server = await bench().start();
    const database = connectDatabase({ databaseUrl: server.databaseUrl, role: 'application' });
    try {
      const ledger = await makeLedgerBench(database);
      const { rows } = await sql<{ key: string }>`SELECT key FROM ledger_event`.execute(database);
      const stored = new Set(rows.map(({ key }) => key));
      expect(acknowledged.size).toBeGreaterThan(0);
      expect([...acknowledged].filter((key) => !stored.has(key))).toEqual([]);
      expect(stored.size).toBe(rows.length);
      await ledger.sealAll();
      expect(failedChecks(await ledger.verify())).toEqual([]);
    } finally {
      await database.destroy();
    }
  });
});

async function writeUntilKilled(
  ledger: LedgerBench,
  writer: string,
  acknowledged: Set<string>,
): Promise<void> {
  for (let index = 0; ; index += 1) {
    const amounts = { pooled: fen(1n) };
    const key = `${writer} ${index}`;
    const posted = await ledger.store
      .post([{ ...ledger.command('interest_credited', { amounts }), key }])
      .catch(() => undefined);
    if (posted === undefined) return;
    acknowledged.add(key);
  }
}

async function sealUntilKilled(ledger: LedgerBench): Promise<void> {
  for (;;) {
    const isAlive = await ledger.sealAll().then(
      () => true,
      () => false,
    );
    if (!isAlive) return;
    await wait(20);
  }
}
