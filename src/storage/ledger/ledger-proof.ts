import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerProof } from '#application/ports/ledger-proof';
import type { ChainHead } from '#application/ports/ledger-verifier';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Database } from '#storage/database/connect';
import { hasState, ROLES } from '#storage/database/roles';
import { findLedgerKeys, makeLedgerKey, type KeyPlace } from '#storage/ledger/ledger-key';
import { createLedgerSeals } from '#storage/ledger/ledger-seals';
import { createSealer, type Sealer } from '#storage/ledger/sealer';
import { createLedgerVerifier, readLedger } from '#storage/ledger/verify/verify-ledger';
import { StorageError } from '#storage/storage-error';

export interface LedgerVault extends KeyPlace {
  /** File of the last head, beside the key and outside the data folder. */
  readonly headFile: string;
  /** The present instant, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  /** Called when a block could not be sealed; sealing is tried again. */
  readonly onFault: (error: unknown) => void;
}

/** What is committed is sealed within a second. */
const PAUSE_MS = 500;

/**
 * Proof of the ledger on one database; `stop` ends the sealing after the block in hand. `database` seals, with the rights
 * of the application; `auditor` reads every row and writes none.
 */
export function createLedgerProof(
  { database, auditor }: { readonly database: Database; readonly auditor: Database },
  vault: LedgerVault,
): LedgerProof & { stop(): Promise<void> } {
  const stopping = new AbortController();
  let sealing: Promise<void> | undefined;
  return {
    startSealing: () =>
      decided(async () => {
        const known = await findLedgerKeys(vault);
        const keys = known ?? (await makeLedgerKey(vault.file));
        sealing ??= sealUntil(stopping.signal, createSealer(database, keys.current), vault);
        return known === undefined ? madeKey(vault.file) : undefined;
      }),
    verify: (head) =>
      decided(async () => {
        const keys = await findLedgerKeys(vault);
        return createLedgerVerifier(auditor, keys).verify(head ?? (await readHead(vault.headFile)));
      }),
    read: (read) =>
      decided(async () => {
        const seals = createLedgerSeals(await findLedgerKeys(vault));
        return readLedger(auditor, (rows) => read(rows, seals));
      }),
    stop: async () => {
      stopping.abort();
      await sealing;
    },
  };
}

/** Turns a key fault that a person can mend into a refusal; other errors are thrown. */
async function decided<T>(action: () => Promise<T>): Promise<Decision<T>> {
  try {
    return allow(await action());
  } catch (error) {
    if (error instanceof StorageError) return refuse(error.refusal);
    if (hasState(error, FORBIDDEN)) return refuse(AUDITOR_FORBIDDEN);
    throw error;
  }
}

/** PostgreSQL's code when the login may not take the role that reads everything, on a server set up by hand. */
const FORBIDDEN = '42501';
const AUDITOR_FORBIDDEN: Refusal = {
  code: 'database_roles_forbidden',
  at: ROLES.auditor,
  what: {
    zh: `数据库用户无权使用角色 ${ROLES.auditor}，无法读取全部账本`,
    en: `the database user may not take the role ${ROLES.auditor}, which reads the whole ledger`,
  },
  next: {
    zh: `请数据库管理员执行 GRANT ${ROLES.auditor} TO 该用户`,
    en: `have the database administrator grant ${ROLES.auditor} to that user`,
  },
};

function madeKey(file: string): Bilingual {
  return {
    zh: `已生成演示用账本密钥 ${file}（0600）；正式使用请另行保管并备份`,
    en: `made a demonstration key for the ledger, ${file} (0600); keep and back up one of your own for real use`,
  };
}

/** Seals block after block; a failed block is reported and tried again, because a database may be away for a while. */
async function sealUntil(signal: AbortSignal, sealer: Sealer, vault: LedgerVault): Promise<void> {
  while (!signal.aborted) {
    try {
      const head = await sealer.sealOnce(vault.now());
      if (head === undefined) await pause(signal);
      else await keepHead(vault.headFile, head);
    } catch (error) {
      vault.onFault(error);
      await pause(signal);
    }
  }
}

/** Ends early when sealing is to end. */
async function pause(signal: AbortSignal): Promise<void> {
  await wait(PAUSE_MS, undefined, { signal }).catch(() => undefined);
}

async function keepHead(file: string, head: ChainHead): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function readHead(file: string): Promise<ChainHead | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? null : (JSON.parse(text) as ChainHead);
}
