import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { columnReader, type ReadColumn } from '#batch/chunk-columns';
import {
  FIELDS_AT,
  NOBODY,
  ORDER_AT,
  OUT_OF_ORDER,
  ROW_AT,
  unitSql,
  VECTOR_AT,
  type ClaimQuery,
} from '#batch/claim-query';
import { placeOfNumber } from '#batch/claim-number';
import type { ClaimUnit } from '#batch/claim-units';
import { notClustered, personUnknown } from '#batch/refusals';
import type { WorkerSetup } from '#batch/unit-tasks';
import { assert, present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import type { Column, ColumnChunk } from '#rules/targets/rows';

/** A chunk of claims as targets take it, with what the batch needs beside. */
export interface ClaimChunk {
  readonly rows: ColumnChunk & { readonly starts: Uint8Array; readonly vectorOf: Uint16Array };
  /** Each row's number, by file and row; looked up only where a row is named. */
  readonly numbers: () => Float64Array;
  /** A row that lies out of order, or is nobody's; no row of the chunk may be reckoned then. */
  readonly refusal?: Refusal;
  /** What the groups' columns hold. */
  readonly groups: readonly Column[];
}

/** The chunks of one unit, in the order of its file. The next one is read while one is worked on. */
export async function* unitChunks(
  connection: DuckDBConnection,
  { query, files, sources }: WorkerSetup,
  unit: ClaimUnit,
): AsyncGenerator<ClaimChunk> {
  const file = present(files[unit.file], 'the file of the unit');
  const result = await connection.stream(unitSql(query, file, unit));
  const read = columnReader(result);
  let next = result.fetchChunk();
  try {
    for (;;) {
      const chunk = await next;
      if (chunk === null || chunk.rowCount === 0) return;
      next = result.fetchChunk();
      yield claimChunk(chunk, read, query, sources);
    }
  } finally {
    // Whoever stops early must not close the connection under a chunk that is being read.
    await next.catch(() => undefined);
  }
}

function claimChunk(
  chunk: DuckDBDataChunk,
  read: ReadColumn,
  query: ClaimQuery,
  sources: readonly string[],
): ClaimChunk {
  const length = chunk.rowCount;
  const numbers = (): Float64Array => {
    const { data } = read(chunk, ROW_AT);
    assert(data instanceof Float64Array, 'row numbers are doubles');
    return data;
  };
  const vectorOf = read(chunk, VECTOR_AT).data;
  const starts = read(chunk, ORDER_AT).data;
  assert(vectorOf instanceof Uint16Array, 'numbers of vectors are of two bytes');
  assert(starts instanceof Uint8Array, 'orders are bytes');
  const columns = query.fields.map(({ field }, at) => [field, read(chunk, FIELDS_AT + at)] as const);
  const refusal = orderFault(starts, numbers, sources);
  return {
    rows: { length, columns: new Map(columns), starts, vectorOf },
    numbers,
    ...(refusal === undefined ? {} : { refusal }),
    groups: query.groups.map(({ at }) => read(chunk, at)),
  };
}

function orderFault(
  order: Uint8Array,
  numbers: () => Float64Array,
  sources: readonly string[],
): Refusal | undefined {
  let at = 0;
  while (at < order.length && (order[at] as number) < OUT_OF_ORDER) at += 1;
  if (at === order.length) return undefined;
  const { file, row } = placeOfNumber(numbers()[at] ?? 0);
  const path = sources[file] ?? '';
  return order[at] === NOBODY ? personUnknown(path, row) : notClustered(path, row);
}
