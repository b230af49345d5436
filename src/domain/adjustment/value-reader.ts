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

/** Reads a run's pack values, each resolved once at the fund year's first day and explained by one node. */
export interface ValueReader {
  readonly read: (name: string, cell: Cell) => NotedValue;
  readonly members: (axis: string) => readonly string[];
  readonly isReplaced: (name: string) => boolean;
  /** Lists the values read so far, each once, for the list of assumptions. */
  readonly used: () => readonly NotedValue[];
}

/** Resolves every cell of every value that the plan names; refused when one of them has no usable figure. */
export function createValueReader(
  plan: AdjustmentPlan,
  facts: AdjustmentFacts,
  trace: Trace,
  assumptions: 'state' | 'refuse',
): Decision<ValueReader> {
  const members = membersIn(plan);
  const isReplaced = (name: string): boolean => Object.hasOwn(facts.replaced, name);
  const resolve = resolverOf(plan, facts, assumptions);
  const refusals = new Map<string, Refusal>();
  for (const { name, value } of resolvePlanned(plan, resolve)) {
    if (!value.allowed) for (const refusal of value.refusals) refusals.set(name, refusal);
  }

  const noted = new Map<string, NotedValue>();
  const read = (name: string, cell: Cell): NotedValue => {
    const id = nodeId(name, isReplaced(name) ? [] : axesOf(plan, name).map((axis) => cell[axis] ?? ''));
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

/**
 * Lists every value of the plan that is an assumption in some cell, used by this year's figures or not: all that must
 * be adopted before a production run accepts the plan.
 */
export function plannedAssumptions(
  plan: AdjustmentPlan,
  facts: Pick<AdjustmentFacts, 'year' | 'scheme' | 'replaced'>,
): readonly ResolvedValue[] {
  const found = new Map<string, ResolvedValue>();
  for (const { name, value } of resolvePlanned(plan, resolverOf(plan, facts, 'state'))) {
    if (value.allowed && value.value.standing !== 'stated') found.set(name, value.value);
  }
  return [...found.values()];
}

type Resolve = (name: string, cell: Cell) => Decision<ResolvedValue>;

function resolverOf(
  plan: AdjustmentPlan,
  facts: Pick<AdjustmentFacts, 'year' | 'scheme' | 'replaced'>,
  assumptions: 'state' | 'refuse',
): Resolve {
  return (name, cell) =>
    resolveValue(plan.pack, name, {
      on: firstDayOfYear(facts.year),
      cell: { ...cell, scheme: facts.scheme },
      replaced: facts.replaced,
      assumptions,
    });
}

/** Each cell of each value that the plan names. */
function* resolvePlanned(
  plan: AdjustmentPlan,
  resolve: Resolve,
): Generator<{ readonly name: string; readonly value: Decision<ResolvedValue> }> {
  for (const name of plannedValues(plan)) {
    for (const cell of cellsOf(axesOf(plan, name), membersIn(plan)))
      yield { name, value: resolve(name, cell) };
  }
}

function membersIn(plan: AdjustmentPlan): (axis: string) => readonly string[] {
  return (axis) => present(findAxis(plan.pack, axis), `the axis ${axis}`);
}

function axesOf(plan: AdjustmentPlan, name: string): readonly string[] {
  return (findValue(plan.pack, name)?.axes ?? []).filter((axis) => axis !== 'scheme');
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
