import type { LedgerProof } from '#application/ports/ledger-proof';
import type { Stores } from '#application/ports/stores';
import type { Bilingual } from '#kernel/bilingual';
import { createStores } from '#storage/create-stores';
import { connectDatabase } from '#storage/database/connect';
import { describeUrl } from '#storage/database/login';
import { startEmbeddedPostgres, type RunningPostgres } from '#storage/embedded/start';
import { createLedgerProof, type LedgerVault } from '#storage/ledger/ledger-proof';
import { migrateDatabase } from '#storage/migrations/migrate';

interface OpenDatabaseOptions {
  /** DATABASE_URL: an own PostgreSQL. Without it, or empty, the embedded one is started. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded PostgreSQL keeps its data. */
  readonly dataFolder: string;
  /** Where the ledger's key and head are kept, outside the data folder. */
  readonly ledgerVault: LedgerVault;
}

/** A migrated database, ready for the application. */
export interface OpenedDatabase extends Stores {
  readonly ledgerProof: LedgerProof;
  /** Where the data lie, for people; without password. */
  readonly where: Bilingual;
  /** Fulfilled if the embedded server ends, by `close` or by itself; never for a DATABASE_URL. */
  readonly ended: Promise<void>;
  /** Closes the connections and stops the embedded server; further calls wait for the same close. */
  close(): Promise<void>;
}

/**
 * Opens the program's database: the one at DATABASE_URL, else the embedded one; then migrates it.
 * @throws StorageError (`LauncherError`, `DatabaseError`) with what to do, both languages
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const { databaseUrl = '', dataFolder, ledgerVault } = options;
  const embedded = databaseUrl === '' ? await startEmbeddedPostgres({ dataFolder }) : undefined;
  const url = embedded?.databaseUrl ?? databaseUrl;
  try {
    await migrateDatabase(url);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = connectDatabase({ databaseUrl: url, role: 'application' });
  const auditor = connectDatabase({ databaseUrl: url, role: 'auditor', maxConnections: 4 });
  const ledgerProof = createLedgerProof({ database, auditor }, ledgerVault);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await ledgerProof.stop();
    await database.destroy();
    await auditor.destroy();
    await embedded?.stop();
  };
  return {
    ...createStores(database),
    ledgerProof,
    where: embedded === undefined ? external(url) : withinProgram(embedded),
    ended: embedded?.ended ?? new Promise(() => undefined),
    close: () => (closing ??= close()),
  };
}

function external(url: string): Bilingual {
  const at = describeUrl(url);
  return { zh: `PostgreSQL（DATABASE_URL）：${at}`, en: `PostgreSQL (DATABASE_URL): ${at}` };
}

function withinProgram({ majorVersion, dataFolder }: RunningPostgres): Bilingual {
  return {
    zh: `内置 PostgreSQL ${majorVersion}，数据位于 ${dataFolder}`,
    en: `embedded PostgreSQL ${majorVersion}, data in ${dataFolder}`,
  };
}
