import { checkFacts, choiceIn } from '#domain/adjustment/check-facts';
import { closeYear } from '#domain/adjustment/close-year';
import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { Cell, NotedValue, StepContext } from '#domain/adjustment/mechanism';
import { openYear } from '#domain/adjustment/open-year';
import type { AdjustmentPlan, PlannedStep } from '#domain/adjustment/plan';
import type { AdjustmentResult } from '#domain/adjustment/result';
import type { AdjustmentState } from '#domain/adjustment/state';
import { createValueReader, type ValueReader } from '#domain/adjustment/value-reader';
import { assert } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { packStatus } from '#rules/pack/pack';
import { createTrace, type Trace } from '#rules/explain/trace';
import { draftInProduction } from '#rules/pack/draft-in-production';

/**
 * Version of the adjustment engine, kept beside every stored result. It is raised with any change that would give
 * another result or another explanation for the same facts and pack; docs/decisions records each change.
 */
export const ENGINE_VERSION = 'adjust-2';

/**
 * Reckons a year's adjustment of one insurance type: pure, the same for the same plan and facts.
 * @param trace where the explanation is collected; a silent one where only the figures are wanted
 */
export function adjust(
  plan: AdjustmentPlan,
  facts: AdjustmentFacts,
  assumptions: 'state' | 'refuse',
  trace: Trace = createTrace(),
): Decision<AdjustmentResult> {
  if (assumptions === 'refuse' && packStatus(plan.pack) === 'draft')
    return refuse(draftInProduction(plan.pack, plan.cite[0]));
  const [first, ...others] = checkFacts(plan, facts);
  if (first !== undefined) return refuse(first, ...others);
  const values = createValueReader(plan, facts, trace, assumptions);
  if (!values.allowed) return values;

  let state: AdjustmentState = openYear(facts, trace);
  for (const step of plan.steps) {
    const next = step.mechanism.run(state, contextOf(step, values.value, trace));
    if (!next.allowed) return next;
    state = next.value;
  }
  return allow(closeYear(plan, state, values.value.used(), trace));
}

function contextOf(step: PlannedStep, values: ValueReader, trace: Trace): StepContext {
  const value = (argument: string, cell: Cell = {}): NotedValue =>
    values.read(String(step.arguments[argument]), cell);
  return {
    has: (argument) => step.arguments[argument] !== undefined,
    rate: (argument, cell) => {
      const noted = value(argument, cell);
      assert(noted.quantity.unit === 'rate', `${argument} is a rate`);
      return { ...noted, exact: noted.quantity.rate };
    },
    count: (argument, cell) => {
      const noted = value(argument, cell);
      assert('count' in noted.quantity, `${argument} is a count`);
      return { ...noted, exact: noted.quantity.count };
    },
    value,
    members: values.members,
    isReplaced: (argument) => values.isReplaced(String(step.arguments[argument])),
    choice: choiceIn(step),
    choices: (argument) => step.arguments[argument] as readonly string[],
    cite: step.cite,
    readings: step.readings,
    trace,
  };
}
