import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { present } from '#kernel/assert';
import { StorageError } from '#storage/storage-error';

/** The chain's keys by id; the current one seals, earlier ones verify what they sealed. */
export interface LedgerKeys {
  readonly current: LedgerKey;
  readonly all: ReadonlyMap<string, LedgerKey>;
}

export interface LedgerKey {
  readonly id: string;
  readonly mac: (text: string) => Buffer;
}

export interface KeyPlace {
  /** TONGCHOU_LEDGER_KEY: keys of 64 hex digits, separated by commas; the last one seals. */
  readonly fromEnvironment?: string | undefined;
  /** A file of mode 0600 outside the data folder, one key a line; created with one key where it is missing. */
  readonly file: string;
}

const KEY = /^[0-9a-f]{64}$/;

/**
 * Reads the keys of the chain; undefined where there are none.
 * @throws StorageError `ledger_key_malformed`, `ledger_key_exposed`
 */
export async function findLedgerKeys({
  fromEnvironment = '',
  file,
}: KeyPlace): Promise<LedgerKeys | undefined> {
  if (fromEnvironment !== '') return keysOf(fromEnvironment.split(','), 'TONGCHOU_LEDGER_KEY');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new StorageError(exposed(file));
  return keysOf(text.trim().split('\n'), file);
}

/** Creates a file with one key, for demonstration; never overwrites a file. */
export async function makeLedgerKey(file: string): Promise<LedgerKeys> {
  const key = randomBytes(32).toString('hex');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return keysOf([key], file);
}

function keysOf(texts: readonly string[], at: string): LedgerKeys {
  const keys = texts.map((text) => keyOf(text.trim(), at));
  return { current: present(keys.at(-1), 'a key'), all: new Map(keys.map((key) => [key.id, key])) };
}

/** Derives a key with an id that identifies it without revealing it. */
function keyOf(text: string, at: string): LedgerKey {
  if (!KEY.test(text)) throw new StorageError(malformed(at));
  const key = Buffer.from(text, 'hex');
  const id = createHash('sha256').update('tongchou ledger key ').update(key).digest('hex').slice(0, 16);
  return { id, mac: (content) => createHmac('sha256', key).update(content, 'utf8').digest() };
}

function malformed(at: string): StorageError<'ledger_key_malformed'>['refusal'] {
  return {
    code: 'ledger_key_malformed',
    at,
    what: { zh: '账本密钥须为 64 位十六进制数', en: 'a key of the ledger is 64 hex digits' },
    next: { zh: '请改正，或以备份的密钥替换', en: 'correct it, or put back the key from its backup' },
  };
}

function exposed(at: string): StorageError<'ledger_key_exposed'>['refusal'] {
  return {
    code: 'ledger_key_exposed',
    at,
    what: { zh: '账本密钥文件他人可读', en: "others may read the file of the ledger's key" },
    next: { zh: `请执行 chmod 600 ${at}`, en: `run chmod 600 ${at}` },
  };
}
