import { present } from '#kernel/assert';
import type { PlainDate } from '#kernel/plain-date';
import { findValue, type Pack } from '#rules/pack/pack';
import type { Cells, RawValue, RawVersion, ValueKind } from '#rules/pack/raw-pack';
import { figureAt } from '#rules/value/leaves';
import { compareQuantities, parseQuantity, type Quantity, type Unit } from '#rules/value/quantity';
import { versionAt } from '#rules/value/version-at';

/** The limits of a figure at a date and cell, both included; an undefined end is open. */
export interface Limits {
  readonly low: Quantity | undefined;
  readonly high: Quantity | undefined;
  /** The value that sets them, and the clauses it follows. */
  readonly name: string;
  readonly cite: readonly string[];
}

/** Kinds of values that can bound others. */
export const BOUNDING_KINDS: ReadonlySet<ValueKind> = new Set(['upper_bound', 'lower_bound', 'band']);

/**
 * Resolves the limits that a value names under `bounded_by`, in the version valid on the day; undefined where it names
 * none or none is valid yet. A bound without axes binds every cell; one with axes binds the cells with its members.
 * @param cell axis → member
 */
export function limitsOf(
  pack: Pack,
  value: RawValue,
  on: PlainDate,
  cell: Readonly<Record<string, string>>,
): Limits | undefined {
  const name = value.bounded_by;
  if (name === undefined) return undefined;
  const bound = present(findValue(pack, name), `the bound ${name}`);
  const version = versionAt(bound, on);
  if (version === undefined) return undefined;
  const low = endOf(bound, version, 'lower', cell);
  const high = endOf(bound, version, 'upper', cell);
  return { name, cite: version.cite, low, high };
}

export function isOutside(figure: Quantity, { low, high }: Limits): boolean {
  const below = low !== undefined && compareQuantities(figure, low) < 0;
  const above = high !== undefined && compareQuantities(figure, high) > 0;
  return below || above;
}

/** "[4, 9]"; an open end is left empty. */
export function limitsText({ low, high }: Limits): string {
  return `[${low?.text ?? ''}, ${high?.text ?? ''}]`;
}

function endOf(
  bound: RawValue,
  version: RawVersion,
  end: 'lower' | 'upper',
  cell: Readonly<Record<string, string>>,
): Quantity | undefined {
  const text = figureAt(cellsOf(bound, version, end), bound.axes, cell);
  if (text === undefined) return undefined;
  const quantity = parseQuantity(bound.unit as Unit, text, bound.options);
  return typeof quantity === 'string' ? undefined : quantity;
}

function cellsOf(bound: RawValue, version: RawVersion, end: 'lower' | 'upper'): Cells | undefined {
  if (bound.kind === 'band') return end === 'lower' ? version.low : version.high;
  return bound.kind === `${end}_bound` ? (version.cells ?? version.value) : undefined;
}
