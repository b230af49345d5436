import { badStep } from '#domain/adjustment/bad-step';
import { present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { findValue, type Pack } from '#rules/pack/pack';
import { leaves, type Leaf } from '#rules/value/leaves';
import { compareQuantities, parseQuantity, type Quantity, type Unit } from '#rules/value/quantity';

/**
 * Bands must begin at zero, or a figure below the first would reach none: refused for each version of the value,
 * and each of its cells along other axes, whose lowest floor is above zero.
 * @param at file and line of the step; `argument` is filled with the value `name`
 * @param bandAxes the axes along which the bands stand
 */
export function checkFloor(
  pack: Pack,
  at: string,
  argument: string,
  name: string,
  bandAxes: readonly string[],
): readonly Refusal[] {
  const value = present(findValue(pack, name), `the value ${name}`);
  const floorOf = ({ text }: Leaf): Quantity => {
    const figure = parseQuantity(value.unit as Unit, text, value.options);
    return present(typeof figure === 'string' ? undefined : figure, `the checked figure ${text}`);
  };
  const zero = floorOf({ cell: {}, text: value.unit === 'rate' ? '0%' : '0' });
  return value.versions.flatMap(({ from, ...version }) => {
    const floors = leaves(version.cells ?? version.value, value.axes ?? []);
    const cells = new Set(floors.map(({ cell }) => otherMembers(cell, bandAxes)));
    return [...cells].flatMap((others) => {
      const bands = floors.filter(({ cell }) => otherMembers(cell, bandAxes) === others);
      const [lowest] = bands.map(floorOf).toSorted(compareQuantities);
      if (lowest === undefined || compareQuantities(lowest, zero) === 0) return [];
      const where = others === '' ? name : `${name} ${others}`;
      return [
        badStep(at, argument, {
          zh: `${where} 自 ${from} 起的最低档须从 ${zero.text} 开始，现为 ${lowest.text}`,
          en: `the lowest band of ${where} must begin at ${zero.text}; from ${from} it begins at ${lowest.text}`,
        }),
      ];
    });
  });
}

/** The cell's members along axes other than those of the bands, for people to read. */
function otherMembers(cell: Leaf['cell'], bandAxes: readonly string[]): string {
  return Object.entries(cell)
    .filter(([axis]) => !bandAxes.includes(axis))
    .map(([, member]) => member)
    .join('/');
}
