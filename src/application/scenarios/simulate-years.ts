import type { AdjustmentRequest } from '#application/adjustment/request';
import { projectScenario } from '#application/scenarios/project-scenario';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import { projectionView, type ProjectionView } from '#application/scenarios/projection-view';
import type { ReplacedValues } from '#application/scenarios/try-scenario';
import { planAdjustment } from '#domain/adjustment/plan';
import { allow, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** Carries a year that was never stored on by simple growth; the request's own values are those of the baseline. */
export function simulateYears(
  pack: Pack,
  request: AdjustmentRequest,
  values: ReplacedValues,
  projection: ProjectionRequest,
): Decision<ProjectionView> {
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const first = { request, plan: plan.value };
  const years = projectScenario(first, values, projection);
  return years.allowed ? allow(projectionView(first, values, projection, years.value)) : years;
}
