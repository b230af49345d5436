import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { findAxis, findValue, type Pack } from '#rules/pack/pack';
import type { Formula } from '#rules/formula/node';
import { resolveValue, type ResolveAt, type ResolvedValue } from '#rules/value/resolve-value';

/**
 * The pack values of a formula at one date: every cell resolved once, whatever the number of rows. A cell
 * without a usable figure keeps its refusal, which only a row that needs the cell comes to hear.
 */
export interface ValueVector {
  readonly read: (value: string, members: readonly string[]) => Decision<ResolvedValue>;
}

export function resolveVector(pack: Pack, formula: Formula, at: Omit<ResolveAt, 'cell'>): ValueVector {
  const cells = new Map<string, Decision<ResolvedValue>>();
  for (const name of valuesOf(formula)) {
    // Stryker disable next-line OptionalChaining: no formula is built with a value that the pack does not have
    const axes = findValue(pack, name)?.axes ?? [];
    for (const members of combinations(pack, axes)) {
      const cell = Object.fromEntries(axes.map((axis, index) => [axis, members[index] ?? '']));
      cells.set(cellKey(name, members), resolveValue(pack, name, { ...at, cell }));
    }
  }
  return {
    read: (value, members) =>
      present(cells.get(cellKey(value, members)), `the cell ${cellKey(value, members)}`),
  };
}

/** The cell's name, as explanations call it: `value/employer_rate/ordinary`. */
export function cellKey(value: string, members: readonly string[]): string {
  return ['value', value, ...members].join('/');
}

function valuesOf({ nodes }: Formula): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => (node.op === 'value' || node.op === 'lookup' ? [node.value] : [])));
}

function combinations(pack: Pack, axes: readonly string[]): readonly (readonly string[])[] {
  return axes.reduce<readonly (readonly string[])[]>(
    (trails, axis) =>
      // Stryker disable next-line ArrayDeclaration: a pack whose value has an axis without members is not loaded
      trails.flatMap((trail) => (findAxis(pack, axis) ?? []).map((member) => [...trail, member])),
    [[]],
  );
}
