import type { ColumnChunk } from '#rules/targets/rows';

/** The persons' years of a chunk in which no fact is missing: rows of which none is marked. */
export function wholeYears(chunk: ColumnChunk): ColumnChunk {
  const marks = [...chunk.columns.values()].map(({ missing }) => missing);
  const kept = yearsWithout(chunk, (row) => marks.some((missing) => missing?.[row] === 1));
  const columns = [...kept.columns].map(([field, { data }]) => [field, { data }] as const);
  return { ...kept, columns: new Map(columns) };
}

/** The persons' years of a chunk all of whose rows take the first vector of values: no row says which. */
export function yearsOfFirstVector(chunk: ColumnChunk): ColumnChunk {
  const { length, columns, starts } = yearsWithout(chunk, (row) => chunk.vectorOf?.[row] !== 0);
  return { length, columns, ...(starts === undefined ? {} : { starts }) };
}

function yearsWithout(chunk: ColumnChunk, isUnwanted: (row: number) => boolean): ColumnChunk {
  const { length, columns, starts = new Uint8Array(length).fill(1), vectorOf } = chunk;
  let year = -1;
  const years = Array.from(starts, (start) => (year += start));
  const unwanted = new Set(years.filter((_, row) => isUnwanted(row)));
  const isKept = (_: number, row: number): boolean => !unwanted.has(years[row] ?? -1);
  const kept = [...columns].map(
    ([field, { data, missing }]) =>
      [
        field,
        { data: data.filter(isKept), ...(missing === undefined ? {} : { missing: missing.filter(isKept) }) },
      ] as const,
  );
  return {
    length: starts.filter(isKept).length,
    columns: new Map(kept),
    starts: starts.filter(isKept),
    ...(vectorOf === undefined ? {} : { vectorOf: vectorOf.filter(isKept) }),
  };
}
