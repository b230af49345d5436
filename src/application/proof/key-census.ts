import type { EventRow } from '#application/ports/ledger-rows';

/** Grows by doubling from here. */
const FIRST_CAPACITY = 1 << 16;

/**
 * Finds keys that occur twice, in eight bytes a key: hashes first, and where two are alike the keys themselves, which
 * are then read a second time.
 */
export interface KeyCensus {
  add(key: string): void;
  /** Hashes that occur more than once. */
  suspects(): ReadonlySet<bigint>;
}

export function createKeyCensus(): KeyCensus {
  let hashes = new BigUint64Array(FIRST_CAPACITY);
  let halves = new Uint32Array(hashes.buffer);
  let count = 0;
  return {
    add: (key) => {
      if (count === hashes.length) {
        const larger = new BigUint64Array(count * 2);
        larger.set(hashes);
        hashes = larger;
        halves = new Uint32Array(hashes.buffer);
      }
      halves[count * 2] = hash32(key, 0x9747b28c);
      halves[count * 2 + 1] = hash32(key, 0x5bd1e995);
      count += 1;
    },
    suspects: () => {
      const sorted = hashes.subarray(0, count).sort();
      const found = new Set<bigint>();
      for (let at = 1; at < count; at += 1) {
        if (sorted[at] === sorted[at - 1]) found.add(sorted[at] ?? 0n);
      }
      return found;
    },
  };
}

/** Keys that occur more than once among those of the suspected hashes. */
export async function findRepeatedKeys(
  events: AsyncIterable<readonly EventRow[]>,
  suspects: ReadonlySet<bigint>,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for await (const batch of events) {
    for (const { key } of batch) {
      if (!suspects.has(hash64(key))) continue;
      if (seen.has(key)) repeated.push(key);
      seen.add(key);
    }
  }
  return repeated;
}

function hash64(key: string): bigint {
  const halves = Uint32Array.of(hash32(key, 0x9747b28c), hash32(key, 0x5bd1e995));
  return new BigUint64Array(halves.buffer)[0] ?? 0n;
}

/** FNV-1a over UTF-16 units from a seed, stirred at the end: quick, and no proof of anything by itself. */
function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
