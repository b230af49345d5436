import { adjustmentOutput, type ExplainedOutput } from '#application/adjustment/output';
import { readFacts } from '#application/adjustment/read-facts';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { adjust } from '#domain/adjustment/adjust';
import type { AdjustmentFacts } from '#domain/adjustment/facts';
import { planAdjustment } from '#domain/adjustment/plan';
import { allow, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/**
 * Reckons a year's adjustment proposal from a pack and given figures. Nothing is stored or moved.
 * @param assumptions `refuse` for a production run, which no assumed figure may enter
 * @param treasuryCover `at_most` for a scenario, whose deficits may be smaller than those that were covered
 */
export function proposeAdjustment(
  pack: Pack,
  request: AdjustmentRequest,
  assumptions: 'state' | 'refuse' = 'state',
  treasuryCover: AdjustmentFacts['treasuryCover'] = 'exact',
): Decision<ExplainedOutput> {
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const facts = readFacts(request, treasuryCover);
  if (!facts.allowed) return facts;
  const result = adjust(plan.value, facts.value, assumptions);
  if (!result.allowed) return result;
  return allow({ ...adjustmentOutput(result.value), explanation: result.value.nodes });
}
