import { checkFacts, choiceIn } from '#domain/adjustment/check-facts';
import { closeYear } from '#domain/adjustment/close-year';
import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { NotedValue, StepContext } from '#domain/adjustment/mechanism';
import { openYear } from '#domain/adjustment/open-year';
import type { AdjustmentPlan, PlannedStep } from '#domain/adjustment/plan';
import type { AdjustmentResult } from '#domain/adjustment/result';
import type { AdjustmentState } from '#domain/adjustment/state';
import { assert, present } from '#kernel/assert';
import { allow, allowUnless, collect, refuse, type Decision, type Refusal } from '#kernel/decision';
import { firstDayOfYear } from '#kernel/insurance-year';
import { packStatus } from '#rules/pack/pack';
import { createTrace, type Trace } from '#rules/explain/trace';
import { resolveValue } from '#rules/value/resolve-value';

/**
 * The version of this reckoning, kept beside every stored result. It is raised with any change that would
 * give another result or another explanation for the same facts and pack; docs/decisions tells what changed.
 */
export const ENGINE_VERSION = 'adjust-1';

/** Reckons a year's adjustment of one insurance type: pure, the same for the same plan and facts. */
export function adjust(
  plan: AdjustmentPlan,
  facts: AdjustmentFacts,
  assumptions: 'state' | 'refuse',
): Decision<AdjustmentResult> {
  if (assumptions === 'refuse' && packStatus(plan.pack) === 'draft') return refuse(draftInProduction(plan));
  const [first, ...others] = checkFacts(plan, facts);
  if (first !== undefined) return refuse(first, ...others);
  const trace = createTrace();
  const values = resolveValues(plan, facts, trace, assumptions);
  if (!values.allowed) return values;

  let state: AdjustmentState = openYear(facts, trace);
  for (const step of plan.steps) {
    const next = step.mechanism.run(state, contextOf(step, values.value, trace));
    if (!next.allowed) return next;
    state = next.value;
  }
  return allow(closeYear(plan, state, [...values.value.values()], trace));
}

/** A consultation draft may be simulated and never goes in force. */
function draftInProduction({ pack, cite }: AdjustmentPlan): Refusal {
  return {
    code: 'draft_in_production',
    at: `packs/${pack.raw.id}`,
    ...(cite[0] === undefined ? {} : { clause: cite[0] }),
    what: { zh: '征求意见稿不得用于正式运行', en: 'a consultation draft takes no production run' },
    next: { zh: '请以模拟方式运行', en: 'run it as a simulation' },
  };
}

/** Resolves each value that the plan names, once, at the fund year's first day. */
function resolveValues(
  plan: AdjustmentPlan,
  facts: AdjustmentFacts,
  trace: Trace,
  assumptions: 'state' | 'refuse',
): Decision<ReadonlyMap<string, NotedValue>> {
  const refusals: Refusal[] = [];
  const values = new Map<string, NotedValue>();
  for (const name of valueNames(plan)) {
    const value = collect(
      resolveValue(plan.pack, name, {
        on: firstDayOfYear(facts.year),
        cell: { scheme: facts.scheme },
        replaced: facts.replaced,
        assumptions,
      }),
      refusals,
    );
    if (value === undefined) continue;
    const { quantity, standing, reading } = value;
    const noted = trace.note(
      {
        id: `value/${name}`,
        label: value.label,
        cite: value.cite,
        readings: reading === undefined || standing === 'scenario' ? [] : [reading],
        assumptions: standing === 'stated' ? [] : [name],
      },
      quantity.unit === 'rate'
        ? { kind: 'rate', rate: quantity.text }
        : quantity.unit === 'choice'
          ? { kind: 'choice', choice: quantity.text }
          : { kind: 'number', number: quantity.text, unit: quantity.unit },
    );
    values.set(name, { ...value, ...noted });
  }
  return allowUnless(refusals, () => values);
}

function valueNames(plan: AdjustmentPlan): readonly string[] {
  const names = plan.steps.flatMap((step) =>
    Object.entries(step.mechanism.takes)
      .filter(([, kind]) => kind.kind === 'value')
      .map(([argument]) => String(step.arguments[argument])),
  );
  return [...new Set(names)];
}

function contextOf(step: PlannedStep, values: ReadonlyMap<string, NotedValue>, trace: Trace): StepContext {
  const value = (argument: string): NotedValue =>
    present(values.get(String(step.arguments[argument])), `the value of argument ${argument}`);
  return {
    rate: (argument) => {
      const noted = value(argument);
      assert(noted.quantity.unit === 'rate', `${argument} is a rate`);
      return { ...noted, exact: noted.quantity.rate };
    },
    count: (argument) => {
      const noted = value(argument);
      assert('count' in noted.quantity, `${argument} is a count`);
      return { ...noted, exact: noted.quantity.count };
    },
    value,
    choice: choiceIn(step),
    choices: (argument) => step.arguments[argument] as readonly string[],
    cite: step.cite,
    readings: step.readings,
    trace,
  };
}
