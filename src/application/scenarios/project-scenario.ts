import { readFacts } from '#application/adjustment/read-facts';
import type { AdjustmentRequest } from '#application/adjustment/request';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import { readProjection, type Assumptions } from '#application/scenarios/read-projection';
import { checkReplaced, type ReplacedValues } from '#application/scenarios/try-scenario';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { projectYears } from '#domain/adjustment/projection/project-years';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { allow, type Decision } from '#kernel/decision';

/** A first year to start from: its given figures and its pack's pipeline. */
export interface FirstYear {
  readonly request: AdjustmentRequest;
  readonly plan: AdjustmentPlan;
}

/** The same years with the policy's own figures and with those of a scenario, and what both grow by. */
export interface Projection {
  readonly assumptions: Assumptions;
  readonly baseline: readonly AdjustmentResult[];
  readonly scenario: readonly AdjustmentResult[];
}

/**
 * Carries a first year on by simple growth, with values replaced and without, by the code that adjusts; nothing is
 * stored. A replaced value is replaced in every year. What a scenario may replace, and that the treasury covers no
 * more than the deficit that is left, is as in `tryScenario`: its year is the first one here.
 */
export function projectScenario(
  first: FirstYear,
  values: ReplacedValues,
  projection: ProjectionRequest,
): Decision<Projection> {
  const { request, plan } = first;
  const replaceable = checkReplaced(plan, values);
  if (!replaceable.allowed) return replaceable;
  const assumptions = readProjection(projection, request);
  if (!assumptions.allowed) return assumptions;
  const { growth, years } = assumptions.value;
  const run = (
    input: AdjustmentRequest,
    cover: 'exact' | 'at_most',
  ): Decision<readonly AdjustmentResult[]> => {
    const facts = readFacts(input, cover);
    return facts.allowed ? projectYears(plan, facts.value, growth, years) : facts;
  };
  const baseline = run(request, 'exact');
  if (!baseline.allowed) return baseline;
  const scenario =
    Object.keys(values).length === 0
      ? baseline
      : run({ ...request, values: { ...request.values, ...values } }, 'at_most');
  if (!scenario.allowed) return scenario;
  return allow({ assumptions: assumptions.value, baseline: baseline.value, scenario: scenario.value });
}
