import type { Cells } from '#rules/pack/raw-pack';

/** One figure of a table, as it is written, and where it stands: axis → member. */
export interface Leaf {
  readonly cell: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every figure of a table with its cell; `axes` are those that are still to be walked. */
export function leaves(
  cells: Cells | undefined,
  [axis, ...others]: readonly string[],
  cell: Leaf['cell'] = {},
): readonly Leaf[] {
  if (cells === undefined) return [];
  if (typeof cells === 'string') return [{ cell, text: cells }];
  return Object.entries(cells).flatMap(([member, below]) =>
    leaves(below, others, axis === undefined ? cell : { ...cell, [axis]: member }),
  );
}
