import type {
  AdjustmentYear,
  AdjustmentYearStore,
  YearOffice,
} from '#application/ports/adjustment-year-store';
import { unknownYear } from '#application/adjustment-year/refusals';
import { foldYear, type YearState } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** A refusal on its way out of a transaction, so that everything done before it is undone. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.refusals = refusals;
  }
}

/** One transaction on years, their runs and the ledger; a refusal at any point leaves nothing of it. */
export async function withinYears<T>(
  store: AdjustmentYearStore,
  scope: Scope,
  work: (office: YearOffice) => Promise<Decision<T>>,
): Promise<Decision<T>> {
  try {
    return await store.within(scope, async (office) => {
      const decision = await work(office);
      if (!decision.allowed) throw new Undone(decision.refusals);
      return decision;
    });
  } catch (error) {
    if (error instanceof Undone) return { allowed: false, refusals: error.refusals };
    throw error;
  }
}

export interface OpenedYear {
  readonly year: AdjustmentYear;
  readonly state: YearState;
}

/** A year in sight with where it stands. */
export async function openedYear(office: YearOffice, id: string): Promise<Decision<OpenedYear>> {
  const year = await office.findYear(id);
  if (year === undefined) return refuse(unknownYear(id));
  return allow({ year, state: foldYear((await office.listSteps(id)).get(id) ?? []) });
}
