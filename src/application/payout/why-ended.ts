import type { PaymentPlan, PaymentRun } from '#application/ports/payout-store';
import { flowRefusal } from '#domain/payout/refusals';
import { lapsedRefusal } from '#domain/payout/under-way';
import type { Refusal } from '#kernel/decision';

/** Why a plan is over without having been funded; undefined where it is not. */
export function whyPlanEnded({ id, month, ended }: PaymentPlan): Refusal | undefined {
  if (ended === 'withdrawn') return flowRefusal('plan_withdrawn', id);
  return ended === 'lapsed' ? lapsedRefusal({ kind: 'plan', id, of: month }) : undefined;
}

/** Why a run is over without having been sent; undefined where it is not. */
export function whyRunEnded({ id, paysOn, ended }: PaymentRun): Refusal | undefined {
  if (ended === 'withdrawn') return flowRefusal('run_withdrawn', id);
  return ended === 'lapsed' ? lapsedRefusal({ kind: 'run', id, of: paysOn }) : undefined;
}
