import { unknownYear } from '#application/adjustment-year/refusals';
import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import { foldYear, type YearState } from '#domain/adjustment-year/year-step';
import { allow, refuse, type Decision } from '#kernel/decision';

export interface OpenedYear {
  readonly year: AdjustmentYear;
  readonly state: YearState;
}

/** Opens a visible year with its state. */
export async function openedYear(office: YearOffice, id: string): Promise<Decision<OpenedYear>> {
  const year = await office.findYear(id);
  if (year === undefined) return refuse(unknownYear(id));
  return allow({ year, state: foldYear((await office.listSteps(id)).get(id) ?? []) });
}
