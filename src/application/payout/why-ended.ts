import type { PaymentPlan, PaymentRun } from '#application/ports/payout-store';
import { flowRefusal } from '#domain/payout/refusals';
import { lapsedRefusal } from '#domain/payout/under-way';
import type { Refusal } from '#kernel/decision';

/** Explains why a plan ended without being funded; undefined where it did not. */
export function whyPlanEnded({ id, month, ended }: PaymentPlan): Refusal | undefined {
  if (ended === 'withdrawn') return flowRefusal('plan_withdrawn', id);
  return ended === 'lapsed' ? lapsedRefusal({ kind: 'plan', id, of: month }) : undefined;
}

/** Explains why a run ended without being sent; undefined where it did not. */
export function whyRunEnded({ id, paysOn, ended }: PaymentRun): Refusal | undefined {
  if (ended === 'withdrawn') return flowRefusal('run_withdrawn', id);
  return ended === 'lapsed' ? lapsedRefusal({ kind: 'run', id, of: paysOn }) : undefined;
}
