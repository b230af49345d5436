import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { Cell, NotedValue } from '#domain/adjustment/mechanism';
import { plannedValues, type AdjustmentPlan } from '#domain/adjustment/plan';
import { assert, present } from '#kernel/assert';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { firstDayOfYear } from '#kernel/insurance-year';
import { noteValue } from '#rules/explain/note-value';
import type { Trace } from '#rules/explain/trace';
import { findAxis, findValue } from '#rules/pack/pack';
import { resolveValue, type ResolvedValue } from '#rules/value/resolve-value';

/** Gives a run's pack values, each resolved once at the fund year's first day and explained by one node. */
export interface ValueReader {
  readonly read: (name: string, cell: Cell) => NotedValue;
  readonly members: (axis: string) => readonly string[];
  readonly isReplaced: (name: string) => boolean;
  /** One of each value that was read so far, for the list of assumptions. */
  readonly used: () => readonly NotedValue[];
}

/** Resolves every cell of every value that the plan names; refused when one of them has no usable figure. */
export function createValueReader(
  plan: AdjustmentPlan,
  facts: AdjustmentFacts,
  trace: Trace,
  assumptions: 'state' | 'refuse',
): Decision<ValueReader> {
  const members = (axis: string): readonly string[] => present(findAxis(plan.pack, axis), `the axis ${axis}`);
  const isReplaced = (name: string): boolean => Object.hasOwn(facts.replaced, name);
  const resolve = (name: string, cell: Cell): Decision<ResolvedValue> =>
    resolveValue(plan.pack, name, {
      on: firstDayOfYear(facts.year),
      cell: { ...cell, scheme: facts.scheme },
      replaced: facts.replaced,
      assumptions,
    });

  const axesOf = (name: string): readonly string[] =>
    (findValue(plan.pack, name)?.axes ?? []).filter((axis) => axis !== 'scheme');
  const refusals = new Map<string, Refusal>();
  for (const name of plannedValues(plan)) {
    for (const cell of cellsOf(axesOf(name), members)) {
      const value = resolve(name, cell);
      if (!value.allowed) for (const refusal of value.refusals) refusals.set(name, refusal);
    }
  }

  const noted = new Map<string, NotedValue>();
  const read = (name: string, cell: Cell): NotedValue => {
    const id = nodeId(name, isReplaced(name) ? [] : axesOf(name).map((axis) => cell[axis] ?? ''));
    const known = noted.get(id);
    if (known !== undefined) return known;
    const value = resolve(name, cell);
    assert(value.allowed, `${name} was resolved before the run`);
    const fresh = { ...value.value, ...noteValue(trace, id, value.value) };
    noted.set(id, fresh);
    return fresh;
  };
  const used = (): readonly NotedValue[] => [
    ...new Map([...noted.values()].map((value) => [value.name, value])).values(),
  ];
  return allowUnless([...refusals.values()], () => ({ read, members, isReplaced, used }));
}

/** Every combination of the axes' members; one empty cell for a value without axes. */
function cellsOf(axes: readonly string[], members: (axis: string) => readonly string[]): readonly Cell[] {
  return axes.reduce<readonly Cell[]>(
    (cells, axis) => cells.flatMap((cell) => members(axis).map((member) => ({ ...cell, [axis]: member }))),
    [{}],
  );
}

function nodeId(name: string, trail: readonly string[]): string {
  return ['value', name, ...trail].join('/');
}
