import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant } from '#bench/contestants/contestant';
import { HAND } from '#bench/contestants/hand-place';
import { CLAIM_ARRAYS, type Claims } from '#bench/rows/claims';
import { newResults, OUTPUTS, type Results } from '#bench/rows/results';

const run = promisify(execFile);

/** What the program writes for a row that it refuses. */
const REFUSED = -1;

/**
 * The loop in C, compiled here and run as a program of its own that keeps its own time.
 * @param source the folder of c-loop.c
 * @returns undefined where the machine has no compiler: nothing is reported in its place
 */
export async function cLoop(source: URL, claims: Claims, scratch: string): Promise<Contestant | undefined> {
  const program = join(scratch, 'c-loop');
  const flags = ['-O3', '-march=native', '-o', program, new URL('c-loop.c', source).pathname];
  try {
    await run('cc', flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const rows = join(scratch, 'c-rows.bin');
  await writeFile(rows, Buffer.concat(fileParts(claims)));
  return {
    key: 'c_loop',
    rows: claims.length,
    results: async () => {
      const path = join(scratch, 'c-results.bin');
      await run(program, ['results', rows, path]);
      return readResults(await readFile(path), claims.length);
    },
    run: async (seconds) => {
      const { stdout } = await run(program, ['time', rows, String(seconds)]);
      const [priced = NaN, taken = NaN] = stdout.split(' ').map(Number);
      return { rows: priced, seconds: taken };
    },
  };
}

function fileParts(claims: Claims): readonly Uint8Array[] {
  const figures = [
    HAND.firstPayShare,
    HAND.minorAge,
    HAND.minorShare,
    HAND.aidedShare,
    HAND.secondFrom,
    HAND.thirdFrom,
    HAND.fourthFrom,
    HAND.cap,
    HAND.largeFrom,
    HAND.largeRate,
    HAND.largeCap,
    ...HAND.deductible,
    ...HAND.rates,
  ];
  const columns = (Object.keys(CLAIM_ARRAYS) as (keyof typeof CLAIM_ARRAYS)[]).map((name) => claims[name]);
  return [
    bytesOf(BigInt64Array.from([claims.length, ...figures], BigInt)),
    ...columns.map((column) => bytesOf(column instanceof Float64Array ? Int32Array.from(column) : column)),
  ];
}

function bytesOf(array: BigInt64Array | Int32Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function readResults(bytes: Buffer, length: number): Results {
  const found = newResults(length);
  OUTPUTS.forEach((output, at) => {
    for (let row = 0; row < length; row += 1) {
      const figure = bytes.readInt32LE((at * length + row) * 4);
      found[output][row] = figure === REFUSED ? NaN : figure;
    }
  });
  return found;
}
