import type { Cells } from '#rules/pack/raw-pack';

/** One figure of a table, as written, with its cell: axis → member. */
export interface Leaf {
  readonly cell: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Lists every figure of a table with its cell; `axes` are those still to be walked. A table deeper than its axes is
 * refused elsewhere, whatever its cells are called here.
 */
export function leaves(
  cells: Cells | undefined,
  [axis = '', ...others]: readonly string[],
  cell: Leaf['cell'] = {},
): readonly Leaf[] {
  if (cells === undefined) return [];
  if (typeof cells === 'string') return [{ cell, text: cells }];
  return Object.entries(cells).flatMap(([member, below]) =>
    leaves(below, others, { ...cell, [axis]: member }),
  );
}

/** Finds the figure of a table at a cell, as written; undefined where the cell does not name a member of each axis. */
export function figureAt(
  cells: Cells | undefined,
  axes: readonly string[] | undefined,
  cell: Leaf['cell'],
): string | undefined {
  let here: Cells | undefined = cells;
  for (const axis of axes ?? []) here = typeof here === 'object' ? here[cell[axis] ?? ''] : undefined;
  return typeof here === 'string' ? here : undefined;
}
