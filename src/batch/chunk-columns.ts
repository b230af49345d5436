import type { DuckDBDataChunk } from '@duckdb/node-api';
import { assert } from '#kernel/assert';
import type { Column, ColumnData } from '#rules/targets/rows';

/** What every vector of fixed width holds, whatever its type; the package keeps it out of its types. */
interface FixedWidthVector {
  readonly items: ColumnData | Int16Array;
  readonly validity: { readonly data: BigUint64Array | null };
}

/** A column of a chunk as it lies in the engine's vector: nothing is copied but which rows are missing. */
export function chunkColumn(chunk: DuckDBDataChunk, at: number): Column {
  const { items, validity } = chunk.getColumnVector(at) as unknown as FixedWidthVector;
  assert(
    ArrayBuffer.isView(items) && !(items instanceof Int16Array),
    `column ${at} has a width that targets know`,
  );
  const missing = validity.data === null ? undefined : missingIn(validity.data, items.length);
  return missing === undefined ? { data: items } : { data: items, missing };
}

/** One byte a row from one bit a row; undefined where every row is there. */
function missingIn(valid: BigUint64Array, length: number): Uint8Array | undefined {
  const words = new Uint32Array(valid.buffer, valid.byteOffset, valid.length * 2);
  const missing = new Uint8Array(length);
  let isAnyMissing = false;
  for (let row = 0; row < length; row += 1) {
    const isThere = ((words[row >>> 5] ?? 0) >>> (row & 31)) & 1;
    missing[row] = isThere ^ 1;
    isAnyMissing ||= isThere === 0;
  }
  return isAnyMissing ? missing : undefined;
}
