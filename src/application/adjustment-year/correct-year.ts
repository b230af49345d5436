import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { decideWithin } from '#application/transaction/decide-within';
import { decideStep } from '#domain/adjustment-year/decide-step';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * Opens a further version of a year, for changed figures or a rule changed retroactively. What was posted stays; the
 * version posts differences that cite both runs (docs/explanation/ideas.md, 6).
 */
export async function correctYear(
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
    const place = decideStep(state, 'corrected', { by: scope.userId, note: reason });
    if (!place.allowed) return place;
    const step = recordedStep(hash, 'corrected', place.value, { by: scope.userId, now, note: reason }, {});
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ version: place.value.version });
  });
}
