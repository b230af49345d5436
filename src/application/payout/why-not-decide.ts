import { flowRefusal } from '#domain/payout/refusals';
import type { Refusal } from '#kernel/decision';

/** Explains why a person may not decide a record now; undefined where the person may. */
export function whyNotDecide(
  record: { readonly id: string; readonly proposedBy: string; readonly decision: string | null },
  by: string,
): Refusal | undefined {
  if (record.decision !== null) return flowRefusal('record_decided', record.id);
  if (record.proposedBy === by) return flowRefusal('same_person', record.id);
  return undefined;
}
