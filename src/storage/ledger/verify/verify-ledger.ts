import { sql, type Transaction } from 'kysely';
import type { ChainHead, LedgerReport, LedgerVerifier } from '#application/ports/ledger-verifier';
import type { StoredLedgerRows } from '#application/ports/ledger-rows';
import { verifyRows } from '#application/proof/verify-rows';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import type { LedgerKeys } from '#storage/ledger/ledger-key';
import { createLedgerSeals } from '#storage/ledger/ledger-seals';
import { checkTurnovers } from '#storage/ledger/verify/check-turnovers';
import { postgresRows } from '#storage/ledger/verify/postgres-rows';

/** One instant of the whole ledger, read only; nothing of the code that writes is used on it. */
export type Reading = Transaction<Tables>;

/**
 * Creates the verifier on PostgreSQL. It shares no code with the writer: entries are derived from the stored pack
 * artefacts, and months, approvals and hashes are reckoned anew. Without keys the keyed part of the chain is reported
 * as not checked.
 */
export function createLedgerVerifier(database: Database, keys: LedgerKeys | undefined): LedgerVerifier {
  return {
    verify: (head) =>
      readLedger(database, async (rows, reading) =>
        withDerived(await verifyRows(rows, createLedgerSeals(keys), head), reading),
      ),
  };
}

/** Reads the whole ledger at one instant, over two connections. */
export function readLedger<T>(
  database: Database,
  read: (rows: StoredLedgerRows, reading: Reading) => Promise<T>,
): Promise<T> {
  return readAt(database, undefined, async (reading) => {
    const { rows } = await sql<{ snapshot: string }>`SELECT pg_export_snapshot() AS snapshot`.execute(
      reading,
    );
    const { snapshot } = present(rows[0], 'a snapshot');
    return readAt(database, snapshot, (other) => read(postgresRows(reading, other), reading));
  });
}

/** Reads in one transaction that changes nothing, at an exported instant where one is given. */
function readAt<T>(
  database: Database,
  snapshot: string | undefined,
  read: (reading: Reading) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (reading) => {
      if (snapshot !== undefined) await sql`SET TRANSACTION SNAPSHOT ${sql.lit(snapshot)}`.execute(reading);
      await prepareReading(reading);
      return read(reading);
    });
}

/** Prepares a transaction that reads the books of every pool. */
async function prepareReading(reading: Reading): Promise<void> {
  await sql`SELECT set_config('tongchou.scope', '*|*', true)`.execute(reading);
}

/** Runs all checks on one transaction's view of the ledger, including its own changes. */
export async function verifyReading(
  reading: Reading,
  keys: LedgerKeys | undefined,
  head: ChainHead | null,
): Promise<LedgerReport> {
  await prepareReading(reading);
  return withDerived(await verifyRows(postgresRows(reading), createLedgerSeals(keys), head), reading);
}

/** Adds the checks of data that only the database has, and a bundle lacks. */
async function withDerived(report: LedgerReport, reading: Reading): Promise<LedgerReport> {
  return { ...report, checks: [...report.checks, await checkTurnovers(reading)] };
}
