import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { decideWithin } from '#application/transaction/decide-within';
import { decideStep } from '#domain/adjustment-year/decide-step';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * Requests, with a reason, to drop a correction without a proposal; a second person, who neither opened it nor worked
 * on it, drops it or returns the request (SC-3.3-a). Until then no other step is possible.
 */
export async function askDrop(
  { adjustmentYearStore, hash }: YearServices,
  scope: Scope,
  id: string,
  reason: string,
  now: string,
): Promise<Decision<{ readonly version: number }>> {
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const place = decideStep(state, 'drop_asked', { by: scope.userId, note: reason });
    if (!place.allowed) return place;
    const step = recordedStep(hash, 'drop_asked', place.value, { by: scope.userId, now, note: reason }, {});
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ version: place.value.version });
  });
}
