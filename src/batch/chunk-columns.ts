import { DuckDBEnumType, DuckDBTypeId, type DuckDBDataChunk, type DuckDBResult } from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';
import { assert, present } from '#kernel/assert';
import type { Column, ColumnData } from '#rules/targets/rows';

/** Reads the column of that position out of a chunk of the one result. */
export type ReadColumn = (chunk: DuckDBDataChunk, at: number) => Column;

type ViewOf = new (buffer: ArrayBuffer, offset: number, length: number) => ColumnData;

/** How the engine lays out what the query's columns are; an enumeration lies there as its positions. */
const VIEWS: ReadonlyMap<DuckDBTypeId, readonly [ViewOf, width: number]> = new Map([
  [DuckDBTypeId.DOUBLE, [Float64Array, 8]],
  [DuckDBTypeId.INTEGER, [Int32Array, 4]],
  [DuckDBTypeId.DATE, [Int32Array, 4]],
  [DuckDBTypeId.USMALLINT, [Uint16Array, 2]],
  [DuckDBTypeId.UTINYINT, [Uint8Array, 1]],
]);

/**
 * Columns as they lie in the engine's vectors: nothing is copied but which rows are missing. The types are asked for
 * once for a result; the package's own reader asks for them with each vector of two thousand rows.
 */
export function columnReader(result: Pick<DuckDBResult, 'columnTypes'>): ReadColumn {
  const types = result
    .columnTypes()
    .map((type) => (type instanceof DuckDBEnumType ? type.internalTypeId : type.typeId));
  return (chunk, at) => {
    const length = chunk.rowCount;
    const [View, width] = present(VIEWS.get(types[at] ?? DuckDBTypeId.INVALID), `a width of column ${at}`);
    const vector = bindings.data_chunk_get_vector(chunk.chunk, at);
    const bytes = bindings.vector_get_data(vector, length * width);
    assert(bytes.buffer instanceof ArrayBuffer, 'vectors lie in plain memory');
    const data = new View(bytes.buffer, bytes.byteOffset, length);
    const missing = missingIn(bindings.vector_get_validity(vector, Math.ceil(length / 64) * 8), length);
    return missing === undefined ? { data } : { data, missing };
  };
}

/** One byte a row from one bit a row; undefined where every row is there. */
function missingIn(bits: Uint8Array | null, length: number): Uint8Array | undefined {
  if (bits === null) return undefined;
  const missing = new Uint8Array(length);
  let isAnyMissing = false;
  for (let row = 0; row < length; row += 1) {
    const isThere = ((bits[row >>> 3] as number) >>> (row & 7)) & 1;
    missing[row] = isThere ^ 1;
    isAnyMissing ||= isThere === 0;
  }
  return isAnyMissing ? missing : undefined;
}
