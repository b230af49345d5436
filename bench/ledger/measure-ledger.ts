import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { openBenchBooks, type BenchBooks } from '#bench/ledger/bench-books';
import { ENTRIES_AN_EVENT } from '#bench/ledger/bench-events';
import { preparePgbench, timeTpcb } from '#bench/ledger/pgbench';
import { postRange, timePosting } from '#bench/ledger/time-posting';
import { assert, present } from '#kernel/assert';
import { connectDatabase, type Database } from '#storage/database/connect';
import { startEmbeddedPostgres } from '#storage/embedded/start';
import type { LedgerKey, LedgerKeys } from '#storage/ledger/ledger-key';
import { createSealer } from '#storage/ledger/sealer';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import { migrateDatabase } from '#storage/migrations/migrate';

export interface LedgerBenchOptions {
  readonly binaries: string;
  readonly scratch: string;
  readonly seconds: number;
  /** Postings that are made besides before the proof is timed; 0 for none. */
  readonly postings: number;
  readonly say: (line: string) => void;
}

/** A rate a second over one connection and over sixteen. */
export interface Rates {
  readonly one: number;
  readonly many: number;
}

export interface LedgerFindings {
  readonly serverVersion: string;
  readonly seconds: number;
  readonly tpcb: Rates;
  readonly single: Rates;
  readonly batch: Rates;
  readonly postings: number;
  readonly events: number;
  readonly verifySeconds: number;
  /** Of the verifying process, the server aside. */
  readonly peakBytes: number;
}

export const CONNECTIONS = 16;
export const BATCH = 1000;
const NOW = '2026-03-10T08:00:00.000Z';

const KEY: LedgerKey = {
  id: 'bench',
  mac: (text) => createHash('sha256').update(`bench key ${text}`).digest(),
};
const KEYS: LedgerKeys = { current: KEY, all: new Map([[KEY.id, KEY]]) };

/** Everything on one server, made for it: durable as always, its settings those of the program's own. */
export async function measureLedger(options: LedgerBenchOptions): Promise<LedgerFindings> {
  const { binaries, scratch, say } = options;
  say('starting a server of its own');
  const server = await startEmbeddedPostgres({
    dataFolder: join(scratch, 'data'),
    rootFolder: join(scratch, 'root'),
    binaries: { folder: binaries },
  });
  const databases: Database[] = [];
  const connect = (maxConnections: number): Database => {
    const database = connectDatabase({
      databaseUrl: server.databaseUrl,
      role: 'application',
      maxConnections,
    });
    databases.push(database);
    return database;
  };
  try {
    await migrateDatabase(server.databaseUrl);
    await preparePgbench(binaries, server.databaseUrl);
    const books = await openBenchBooks(connect(CONNECTIONS));
    const rates = await measureRates(options, server.databaseUrl, books);
    if (options.postings > 0) await addPostings(books, options);
    return { ...rates, ...(await measureProof(connect(4), say)), seconds: options.seconds };
  } finally {
    for (const database of databases) await database.destroy();
    await server.stop();
  }
}

async function measureRates(
  { binaries, seconds, say }: LedgerBenchOptions,
  databaseUrl: string,
  books: BenchBooks,
): Promise<Pick<LedgerFindings, 'tpcb' | 'single' | 'batch'>> {
  const rates = async (title: string, time: (connections: number) => Promise<number>): Promise<Rates> => {
    say(title);
    return { one: await time(1), many: await time(CONNECTIONS) };
  };
  return {
    tpcb: await rates('TPC-B', (connections) => timeTpcb(binaries, databaseUrl, { connections, seconds })),
    single: await rates('one event a call', (connections) =>
      timePosting(books, { connections, eventsACall: 1 }, seconds),
    ),
    batch: await rates(`${BATCH} events a call`, (connections) =>
      timePosting(books, { connections, eventsACall: BATCH }, seconds),
    ),
  };
}

/** Many postings, for the proof: batches over two connections, as many as there are cores. */
async function addPostings(books: BenchBooks, { postings, say }: LedgerBenchOptions): Promise<void> {
  const calls = Math.ceil(postings / ENTRIES_AN_EVENT / BATCH);
  let next = 0;
  const write = async (): Promise<void> => {
    for (let call = next++; call < calls; call = next++) {
      await postRange(books, 'volume', call * BATCH, BATCH);
      if (call % 500 === 0) say(`posted ${Math.round(call * BATCH * ENTRIES_AN_EVENT)} of ${postings}`);
    }
  };
  await Promise.all([write(), write()]);
}

/** Seals what was posted, then proves all of it. */
async function measureProof(
  database: Database,
  say: (line: string) => void,
): Promise<Pick<LedgerFindings, 'postings' | 'events' | 'verifySeconds' | 'peakBytes' | 'serverVersion'>> {
  say('sealing');
  const sealer = createSealer(database, KEY);
  while ((await sealer.sealOnce(NOW)) !== undefined);
  await sql`SELECT set_config('tongchou.scope', '*|*', false)`.execute(database);
  const { rows } = await database.transaction().execute(async (transaction) => {
    await sql`SELECT set_config('tongchou.scope', '*|*', true)`.execute(transaction);
    return sql<{ postings: bigint; events: bigint; version: string }>`
      SELECT (SELECT count(*) FROM ledger_entry) AS postings, (SELECT count(*) FROM ledger_event) AS events,
        current_setting('server_version') AS version`.execute(transaction);
  });
  const { postings, events, version } = present(rows[0], 'the counts');
  say(`proving ${postings} postings of ${events} events`);
  const begun = performance.now();
  const report = await createLedgerVerifier(database, KEYS).verify(null);
  const verifySeconds = (performance.now() - begun) / 1000;
  const wrong = report.checks.filter((check) => check.wrong > 0n).map(({ name }) => name);
  assert(wrong.length === 0 && report.unsealed === 0n, `the ledger is proved, but for ${wrong.join()}`);
  return {
    postings: Number(postings),
    events: Number(events),
    verifySeconds,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    serverVersion: version,
  };
}
