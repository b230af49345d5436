import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createBundleDesk } from '#application/proof/bundle-desk';
import { createVerificationDesk } from '#application/proof/verification-desk';
import { createClaimsBatch } from '#batch/claims-batch';
import { checkPackCases } from '#cli/check-pack-cases';
import { runCommandLine } from '#cli/program';
import type { OpenedStore, ProgramServices, RunningServer } from '#cli/services';
import { auditBundles } from '#files/bundle/audit-bundles';
import { readCsvRows } from '#files/csv-rows';
import { holdOutput } from '#files/held-output';
import { noticeFiles } from '#files/notice-files';
import { packsAbove } from '#files/layered-packs';
import { randomToken } from '#files/random-token';
import { packFolder } from '#files/pack-folder';
import { panelFolder } from '#files/panel-folder';
import { reconciliationFiles } from '#files/reconciliation-files';
import { runFiles } from '#files/run-files';
import { sha256 } from '#files/sha256';
import { readStatementFile } from '#files/statement-file';
import { statementFiles } from '#files/statement-files';
import { writeNewFile } from '#files/write-file';
import { writeNewFolder } from '#files/write-folder';
import { listenOnLoopback } from '#http/listen';
import { openProvider } from '#http/provider/open-provider';
import { createServer } from '#http/server';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { createScryptPasswords } from '#storage/identity/scrypt-passwords';
import { findLedgerSeals } from '#storage/ledger/ledger-seals';
import { openDatabase } from '#storage/open-database';
import { StorageError } from '#storage/storage-error';

/** The checkout's (or package's) own folder: packs, data and the built console lie in it. */
const HOME = fileURLToPath(new URL('..', import.meta.url));

/** Composition root: the only file that knows storage, http, clock and configuration together. */
export async function runProgram(args: readonly string[]): Promise<void> {
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const stop = stopSignal();
  const now = (): string => new Date().toISOString();
  const packsFolder = join(HOME, 'packs');
  const source = packFolder(packsFolder);
  const passwords = createScryptPasswords();
  const services: ProgramServices = {
    version,
    source,
    packsFolder,
    packsIn: (folder) => packsAbove(folder, source),
    writeFiles: writeNewFolder,
    writeBytes: writeNewFile,
    noticeFiles,
    statementFiles,
    hash: sha256,
    now,
    passwords,
    bundles: auditBundles,
    ledgerSeals: (keyFile) => findLedgerSeals(keyFile === undefined ? ledgerVault() : { file: keyFile }),
    ledgerKeyAt: ledgerKeyAt(),
    claims: createClaimsBatch(),
    panels: panelFolder(join(HOME, 'data', 'panels')),
    readCsv: readCsvRows,
    readStatementFile,
    readBytes,
    terminal: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
    },
    readText,
    readPieces,
    holdOutput: () => holdOutput(writeOut),
    readData: (name) => readOwn(`data/${name}`),
    readReference: (name) => readOwn(`docs/reference/${name}`),
    openStore,
    randomToken,
    serve: (store, port, packs, setUpTokens = []) =>
      serve({ store, port, version, now, passwords, setUpTokens, source: packs }),
    stopRequested: () => stop,
  };
  process.exitCode = await runCommandLine(args, services);
}

/** The server that the environment names, or else the folder of the program's own. */
function database(): { readonly databaseUrl: string | undefined; readonly dataFolder: string } {
  return {
    databaseUrl: process.env['DATABASE_URL'],
    dataFolder: process.env['TONGCHOU_DATA'] ?? join(HOME, '.tongchou', 'data'),
  };
}

async function openStore(): Promise<Decision<OpenedStore>> {
  try {
    return allow(await openDatabase({ ...database(), ledgerVault: ledgerVault() }));
  } catch (error) {
    if (error instanceof StorageError) return refuse(error.refusal);
    throw error;
  }
}

/**
 * The key of the ledger and the head of its chain: outside the data folder, so that a copy of it proves nothing, and
 * beside it, so that each database has its own. Of a server that is named by its address the head is named after it.
 */
function ledgerVault(): Parameters<typeof openDatabase>[0]['ledgerVault'] {
  const { databaseUrl, dataFolder } = database();
  const beside = databaseUrl === undefined ? dirname(resolve(dataFolder)) : join(HOME, '.tongchou');
  const given = process.env['TONGCHOU_KEYS'];
  const folder = given ?? join(beside, 'keys');
  const isShared = given === undefined && databaseUrl !== undefined;
  const ofServer = isShared ? `-${sha256(databaseUrl).slice(0, 12)}` : '';
  return {
    fromEnvironment: process.env['TONGCHOU_LEDGER_KEY'],
    file: join(folder, 'ledger.key'),
    headFile: join(folder, `ledger-head${ofServer}.json`),
    now: () => new Date().toISOString(),
    onFault: (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(
        `ledger_not_sealed: 账本暂未封存，将重试 | the ledger could not be sealed, trying again: ${reason}\n`,
      );
    },
  };
}

function ledgerKeyAt(): string {
  const { fromEnvironment = '', file } = ledgerVault();
  return fromEnvironment === '' ? file : 'TONGCHOU_LEDGER_KEY';
}

async function serve(options: {
  readonly store: OpenedStore;
  readonly port: number;
  readonly version: string;
  readonly now: () => string;
  readonly source: ProgramServices['source'];
  readonly passwords: ProgramServices['passwords'];
  readonly setUpTokens: readonly string[];
}): Promise<Decision<RunningServer>> {
  const consoleFolder = join(HOME, 'dist', 'console');
  const signIns = await openProvider(process.env, readText);
  if (!signIns.allowed) return signIns;
  const app = createServer({
    ...options.store,
    runFiles,
    statementFiles,
    noticeFiles,
    reconciliationFiles,
    readStatementFile,
    verificationDesk: createVerificationDesk(options.store.ledgerProof, options.store.verificationStore),
    bundleDesk: createBundleDesk({ ...options.store, bundles: auditBundles, version: options.version }),
    readCsv: readCsvRows,
    passwords: options.passwords,
    randomToken,
    setUpTokenHashes: options.setUpTokens.map(sha256),
    providerSignIns: signIns.value,
    checkCases: checkPackCases,
    source: options.source,
    hash: sha256,
    now: options.now,
    version: options.version,
    port: options.port,
    consoleFolder: existsSync(consoleFolder) ? consoleFolder : undefined,
  });
  try {
    const address = await listenOnLoopback(app, options.port);
    return allow({ address, close: () => app.close() });
  } catch (error) {
    await app.close();
    if (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES') return refuse(portTaken(options.port));
    throw error;
  }
}

function portTaken(port: number): Refusal {
  return {
    code: 'port_taken',
    at: `--port ${port}`,
    what: { zh: `端口 ${port} 不可用`, en: `port ${port} cannot be used` },
    next: { zh: '请用 --port 另选端口，0 为任选', en: 'choose another with --port, 0 for any' },
  };
}

/** Fulfilled at the first SIGINT or SIGTERM, so that the server and the database stop in order. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** A file of the checkout (or package) by its path in it. */
async function readOwn(file: string): ReturnType<ProgramServices['readData']> {
  const text = await readText(join(HOME, file));
  return text === undefined ? undefined : { file, text };
}

async function readText(path: string): Promise<string | undefined> {
  if (path === '-') return readStream(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

async function readPieces(path: string): Promise<AsyncIterable<string> | undefined> {
  if (path === '-') return process.stdin.setEncoding('utf8');
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file.createReadStream({ encoding: 'utf8' });
    await file.close();
    return undefined;
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

/** Waits until whoever reads the output has room for more. */
function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

function isMissingFile(error: unknown): boolean {
  return ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
