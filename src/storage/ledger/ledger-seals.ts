import { createHash, hash } from 'node:crypto';
import type { LedgerSeals, RunningDigest } from '#application/ports/ledger-seals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { findLedgerKeys, type KeyPlace, type LedgerKeys } from '#storage/ledger/ledger-key';
import { StorageError } from '#storage/storage-error';

/** Bytes handed to the digest at once: smaller pieces cost more than the hashing. */
const CHUNK_BYTES = 16_384;
const HASH_BYTES = 32;

/** Hashing by node:crypto, and the keys of the chain where there are any. */
export function createLedgerSeals(keys: LedgerKeys | undefined): LedgerSeals {
  return {
    sha256Hex: (text) => hash('sha256', text, 'hex'),
    beginDigest: chunkedDigest,
    currentKey: keys?.current.id,
    mac: (keyId, text) => keys?.all.get(keyId)?.mac(text).toString('hex'),
  };
}

/** Creates the seals with the keys found at a place, without keys where there are none; refuses an unusable key. */
export async function findLedgerSeals(place: KeyPlace): Promise<Decision<LedgerSeals>> {
  try {
    return allow(createLedgerSeals(await findLedgerKeys(place)));
  } catch (error) {
    if (error instanceof StorageError) return refuse(error.refusal);
    throw error;
  }
}

function chunkedDigest(): RunningDigest {
  const digest = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  const flush = (): void => {
    digest.update(chunk.subarray(0, filled));
    filled = 0;
  };
  return {
    add: (bytes) => {
      if (filled + bytes.length > CHUNK_BYTES) flush();
      if (bytes.length > CHUNK_BYTES) digest.update(bytes);
      else {
        chunk.set(bytes, filled);
        filled += bytes.length;
      }
    },
    addHashOf: (text) => {
      if (filled + HASH_BYTES > CHUNK_BYTES) flush();
      // A text of one byte a character: a buffer for each hash would keep the collector busy.
      filled += chunk.write(hash('sha256', text, 'binary'), filled, 'binary');
    },
    hex: () => {
      flush();
      return digest.digest('hex');
    },
  };
}
