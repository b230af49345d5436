import type { Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';
import { unknownReference } from '#rules/pack/check-references';
import { findValue, type Pack } from '#rules/pack/pack';
import type { Cells, RawValue, RawVersion, ValueKind } from '#rules/pack/raw-pack';
import { compareQuantities, parseQuantity, type Quantity, type Unit } from '#rules/value/quantity';
import { versionAt } from '#rules/value/version-at';

/**
 * Holds each figure of a value against the bound or band that it names, in the version of the bound that is
 * valid when the figure starts. A bound without axes binds every cell; one with the same axes binds cell by cell.
 */
export function checkBounds(pack: Pack, name: string, value: RawValue): readonly Refusal[] {
  if (value.bounded_by === undefined) return [];
  const bound = findValue(pack, value.bounded_by);
  const place = pack.locate('values', [name, 'bounded_by']);
  if (bound === undefined) return [unknownReference(place, value.bounded_by)];
  if (bound.unit !== value.unit || !BOUNDS.has(bound.kind)) return [noBound(place, name, value)];
  return value.versions.flatMap((version, index) => {
    const limits = versionAt(bound, version.from as PlainDate);
    if (limits === undefined) return [];
    const at = pack.locate('values', [name, 'versions', index]);
    return leaves(version.cells ?? version.value, []).flatMap(({ trail, text }) => {
      const figure = quantityOf(value, text);
      const low = limitOf(bound, limits, 'lower', trail);
      const high = limitOf(bound, limits, 'upper', trail);
      if (figure === undefined) return [];
      const below = low !== undefined && compareQuantities(figure, low) < 0;
      const above = high !== undefined && compareQuantities(figure, high) > 0;
      return below || above
        ? [outOfBounds(at, name, `${text} ∉ [${low?.text ?? ''}, ${high?.text ?? ''}]`)]
        : [];
    });
  });
}

const BOUNDS: ReadonlySet<ValueKind> = new Set(['upper_bound', 'lower_bound', 'band']);

function limitOf(
  bound: RawValue,
  version: RawVersion,
  end: 'lower' | 'upper',
  trail: readonly string[],
): Quantity | undefined {
  const plain = version.cells ?? version.value;
  const cells =
    bound.kind === 'band'
      ? end === 'lower'
        ? version.low
        : version.high
      : bound.kind === `${end}_bound`
        ? plain
        : undefined;
  const text = cellAt(cells, (bound.axes ?? []).length === 0 ? [] : trail);
  return text === undefined ? undefined : quantityOf(bound, text);
}

function leaves(
  cells: Cells | undefined,
  trail: readonly string[],
): { trail: readonly string[]; text: string }[] {
  if (cells === undefined) return [];
  if (typeof cells === 'string') return [{ trail, text: cells }];
  return Object.entries(cells).flatMap(([member, cell]) => leaves(cell, [...trail, member]));
}

function cellAt(cells: Cells | undefined, trail: readonly string[]): string | undefined {
  let here: Cells | undefined = cells;
  for (const member of trail) here = typeof here === 'object' ? here[member] : here;
  return typeof here === 'string' ? here : undefined;
}

function quantityOf(value: RawValue, text: string): Quantity | undefined {
  const quantity = parseQuantity(value.unit as Unit, text, value.options);
  return typeof quantity === 'string' ? undefined : quantity;
}

function noBound(at: string, name: string, { unit, bounded_by }: RawValue): Refusal {
  return {
    code: 'bad_value',
    at: `${at} ${name}`,
    what: {
      zh: `${String(bounded_by)} 不是单位 ${unit} 的上限、下限或区间`,
      en: `${String(bounded_by)} is no bound or band of unit ${unit}`,
    },
    next: {
      zh: '请改为上限、下限或区间的名称',
      en: 'name an upper_bound, a lower_bound or a band',
    },
  };
}

function outOfBounds(at: string, name: string, detail: string): Refusal {
  return {
    code: 'out_of_bounds',
    at: `${at} ${name}`,
    what: { zh: `超出上位规定的界限（${detail}）`, en: `outside the bound set above it (${detail})` },
    next: { zh: '请改为界限之内的数', en: 'give a figure inside the bound' },
  };
}
