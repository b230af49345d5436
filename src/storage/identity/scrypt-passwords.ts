import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '#application/ports/passwords';
import { assert, present } from '#kernel/assert';

/** Cost of scrypt: N is two to the power of `log2N`; memory is 128 · N · r bytes. */
export interface ScryptParameters {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * 128 MiB and about a third of a second each: what OWASP's Password Storage Cheat Sheet asks of scrypt first
 * (N = 2^17, r = 8, p = 1), and too much memory for cheap guessing on graphics cards.
 */
const PRESENT: ScryptParameters = { log2N: 17, r: 8, p: 1 };

/** So that a crowd of sign-ins cannot take all memory; the rest wait. */
const MOST_AT_ONCE = 2;

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const STORED = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Passwords by scrypt of node:crypto, kept as `$scrypt$ln=17,r=8,p=1$salt$key` in base64 without padding. */
export function createScryptPasswords(parameters = PRESENT): Passwords {
  const inTurn = limiter(MOST_AT_ONCE);
  const nobody = { parameters, salt: randomBytes(SALT_BYTES), key: randomBytes(KEY_BYTES) };
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await inTurn(() => derive(password, salt, parameters));
      const { log2N, r, p } = parameters;
      return `$scrypt$ln=${log2N},r=${r},p=${p}$${base64(salt)}$${base64(key)}`;
    },

    async check(password, stored) {
      const kept = stored === undefined ? nobody : read(stored);
      const key = await inTurn(() => derive(password, kept.salt, kept.parameters));
      if (!timingSafeEqual(key, kept.key) || stored === undefined) return 'wrong';
      return isWeaker(kept.parameters, parameters) ? 'outdated' : 'right';
    },
  };
}

function isWeaker(one: ScryptParameters, other: ScryptParameters): boolean {
  return one.log2N < other.log2N || one.r < other.r || one.p < other.p;
}

function derive(password: string, salt: Buffer, { log2N, r, p }: ScryptParameters): Promise<Buffer> {
  const N = 2 ** log2N;
  // Node refuses more than 32 MiB unless told; scrypt needs a little above 128 · N · r.
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

interface Kept {
  readonly parameters: ScryptParameters;
  readonly salt: Buffer;
  readonly key: Buffer;
}

function read(stored: string): Kept {
  const [log2N, r, p, salt, key] = present(STORED.exec(stored), 'a scrypt hash').slice(1);
  const kept = {
    parameters: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt ?? '', 'base64'),
    key: Buffer.from(key ?? '', 'base64'),
  };
  assert(kept.key.length === KEY_BYTES, `a stored key has ${KEY_BYTES} bytes`);
  return kept;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** Runs at most so many at once, the others in the order of their coming. */
function limiter(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
