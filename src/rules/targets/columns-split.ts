import type { Column, ColumnChunk } from '#rules/targets/rows';

/** The rows from `from` up to, not including, `to`: views of the same memory, nothing is copied. */
export function rowsOf(chunk: ColumnChunk, from: number, to: number): ColumnChunk {
  const columns = new Map<string, Column>();
  for (const [field, { data, missing }] of chunk.columns) {
    columns.set(field, {
      data: data.subarray(from, to),
      ...(missing === undefined ? {} : { missing: missing.subarray(from, to) }),
    });
  }
  return {
    length: to - from,
    columns,
    ...(chunk.starts === undefined ? {} : { starts: chunk.starts.subarray(from, to) }),
    ...(chunk.vectorOf === undefined ? {} : { vectorOf: chunk.vectorOf.subarray(from, to) }),
  };
}

/**
 * Where to cut rows for several workers: about equal parts, never within a person's year, so that each begins
 * with totals of zero. Without `starts` any row may begin one.
 * @returns the first row of each part, and after the last the number of rows; parts without rows are left out
 */
export function partsOf({ length, starts }: ColumnChunk, parts: number): readonly number[] {
  const cuts = [0];
  for (let part = 1; part < parts; part += 1) {
    let cut = Math.round((length * part) / parts);
    while (starts !== undefined && cut < length && starts[cut] !== 1) cut += 1;
    if (cut > (cuts.at(-1) ?? 0) && cut < length) cuts.push(cut);
  }
  return length === 0 ? [0] : [...cuts, length];
}
