/** Values by the bytes that they were read from. */
export interface SeenValues<T> {
  at(bytes: Buffer, from: number, to: number): T;
}

/** Slots, a power of two, and what they hold at most: beyond half, finding a free one takes long. */
const SLOTS = 1 << 14;
const MOST_VALUES = SLOTS / 2;
/** Longer ones are seldom said twice. */
const MOST_BYTES = 128;

/** Caches values, so that each is made once; beyond the limit, and for long values, each is made anew. */
export function createSeenValues<T>(make: (bytes: Buffer, from: number, to: number) => T): SeenValues<T> {
  const keys = new Array<Buffer | undefined>(SLOTS).fill(undefined);
  const values = new Array<T | undefined>(SLOTS).fill(undefined);
  let count = 0;
  return {
    at: (bytes, from, to) => {
      if (to - from > MOST_BYTES) return make(bytes, from, to);
      let slot = hashOf(bytes, from, to) & (SLOTS - 1);
      for (let key = keys[slot]; key !== undefined; key = keys[slot]) {
        if (isSame(key, bytes, from, to)) return values[slot] as T;
        slot = (slot + 1) & (SLOTS - 1);
      }
      const value = make(bytes, from, to);
      if (count < MOST_VALUES) {
        keys[slot] = Buffer.from(bytes.subarray(from, to));
        values[slot] = value;
        count += 1;
      }
      return value;
    },
  };
}

/** FNV-1a over the last bytes, in which names differ; equal values have equal ones. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5 ^ (to - from);
  for (let at = Math.max(from, to - 6); at < to; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function isSame(key: Buffer, bytes: Buffer, from: number, to: number): boolean {
  const length = key.length;
  if (length !== to - from) return false;
  for (let at = 0; at < length; at += 1) if (key[at] !== bytes[from + at]) return false;
  return true;
}
