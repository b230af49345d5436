import { sql, type Transaction } from 'kysely';
import type {
  ChainHead,
  LedgerCheck,
  LedgerReport,
  LedgerVerifier,
} from '#application/ports/ledger-verifier';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import type { LedgerKeys } from '#storage/ledger/ledger-key';
import { checkChain } from '#storage/ledger/verify/check-chain';
import { checkEntries } from '#storage/ledger/verify/check-entries';
import { checkTemplates } from '#storage/ledger/verify/check-templates';
import { ROW_CHECKS, runRowCheck } from '#storage/ledger/verify/row-checks';

/** One instant of the whole ledger, read only; nothing of the code that writes is used on it. */
export type Reading = Transaction<Tables>;

/**
 * The verifier on PostgreSQL. It shares no code with the writer: entries are derived from the stored pack artefacts,
 * months, approvals and hashes anew. Without keys the keyed part of the chain is named as not checked.
 */
export function createLedgerVerifier(database: Database, keys: LedgerKeys | undefined): LedgerVerifier {
  return {
    verify: (head) =>
      readAt(database, undefined, async (reading) => {
        const { rows } = await sql<{ snapshot: string }>`SELECT pg_export_snapshot() AS snapshot`.execute(
          reading,
        );
        const { snapshot } = present(rows[0], 'a snapshot');
        // The chain is hashed here while the database works on the rest, at the same instant.
        return readAt(database, snapshot, (other) => verifyReading(reading, keys, head, other));
      }),
  };
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
      return read(reading);
    });
}

/** All checks on one instant's view of the ledger; the chain may be read over a connection of its own. */
export async function verifyReading(
  reading: Reading,
  keys: LedgerKeys | undefined,
  head: ChainHead | null,
  ofChain: Reading = reading,
): Promise<LedgerReport> {
  const [rows, chain] = await Promise.all([checkRows(reading), checkChain(ofChain, keys, head)]);
  return { checks: [...rows, ...chain.checks], head: chain.head, unsealed: chain.unsealed };
}

async function checkRows(reading: Reading): Promise<readonly LedgerCheck[]> {
  // A year of a province is sorted and grouped here; the default of 4 MB would do it on disk.
  await sql`SET LOCAL work_mem = '256MB'`.execute(reading);
  const { check: templates, moves } = await checkTemplates(reading);
  const checks = [templates, await checkEntries(reading, moves)];
  for (const check of ROW_CHECKS) checks.push(await runRowCheck(reading, check, moves));
  return checks;
}
