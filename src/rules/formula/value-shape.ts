import { present } from '#kernel/assert';
import { findAxis, findValue, type Pack } from '#rules/pack/pack';
import type { FormulaUnit } from '#rules/formula/node';

/** What a formula may know of a pack value before it is resolved: its unit and the axes of its table. */
export interface ValueShape {
  readonly unit: FormulaUnit;
  readonly axes: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly options?: readonly string[];
}

export type FindShape = (value: string) => ValueShape | undefined;

const MONEY_AND_RATES: ReadonlySet<string> = new Set(['fen', 'rate', 'points', 'choice']);

/** The shapes of a pack's values. A band has no single figure and thus no shape. */
export function shapesOf(pack: Pack): FindShape {
  return (name) => {
    const value = findValue(pack, name);
    if (value === undefined || value.kind === 'band') return undefined;
    return {
      unit: MONEY_AND_RATES.has(value.unit) ? (value.unit as FormulaUnit) : 'count',
      axes: (value.axes ?? []).map((name) => ({
        name,
        members: present(findAxis(pack, name), `the axis ${name}`),
      })),
      ...(value.options === undefined ? {} : { options: value.options }),
    };
  };
}
