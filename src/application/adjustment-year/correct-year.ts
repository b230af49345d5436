import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { decideWithin } from '#application/transaction/decide-within';
import { decideStep } from '#domain/adjustment-year/decide-step';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * Begins a correction of a year, or requests to drop the one under way; both state a reason.
 *
 * `corrected` opens a further version: changed figures, or a rule that was changed for the past. What was posted stays; the
 * version is posted as differences that cite both runs (docs/explanation/ideas.md). `drop_asked` needs no proposal: a second
 * person, who neither opened the correction nor worked on it, drops it or returns the request (SC-3.3-a), and until
 * then no other step is possible.
 */
export async function correctYear(
  { adjustmentYearStore, hash }: YearServices,
  scope: Scope,
  id: string,
  { step: kind, reason }: { readonly step: 'corrected' | 'drop_asked'; readonly reason: string },
  now: string,
): Promise<Decision<{ readonly version: number }>> {
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const place = decideStep(state, kind, { by: scope.userId, note: reason });
    if (!place.allowed) return place;
    const step = recordedStep(hash, kind, place.value, { by: scope.userId, now, note: reason }, {});
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ version: place.value.version });
  });
}
