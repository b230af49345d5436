import { nextSteps } from '#application/adjustment-year/next-steps';
import { yearSummary, type YearSummary } from '#application/adjustment-year/year-view';
import type { AdjustmentYearStore, YearOffice } from '#application/ports/adjustment-year-store';
import type { AskedStep } from '#domain/adjustment-year/decide-step';
import type { Matter } from '#domain/adjustment-year/matter';
import { foldYear } from '#domain/adjustment-year/year-step';
import type { OpenedYear } from '#application/adjustment-year/within-years';
import { grantsFor, type Account, type Scope } from '#domain/identity/account';
import type { Bilingual } from '#kernel/bilingual';

type Needs = { readonly adjustmentYearStore: AdjustmentYearStore };

/** Years within the scope, the newest fund year first. */
export async function listYears(
  { adjustmentYearStore }: Needs,
  scope: Scope,
): Promise<readonly YearSummary[]> {
  const years = await adjustmentYearStore.within(scope, openedYears);
  return years.map(yearSummary);
}

/** What waits for a person: steps of years and matters that this person may decide or do, the own ones left out. */
export interface YearInbox {
  readonly steps: readonly {
    readonly year: YearSummary;
    readonly step: AskedStep;
    readonly label: Bilingual;
  }[];
  readonly matters: readonly Matter[];
}

/** A correction waits for nobody: it is left out. */
export async function yearInbox(
  { adjustmentYearStore }: Needs,
  account: Account,
  scope: Scope,
): Promise<YearInbox> {
  return adjustmentYearStore.within(scope, async (office) => {
    const years = await openedYears(office);
    const matters = await office.listMatters();
    return {
      steps: years.flatMap((opened) =>
        nextSteps(account, opened)
          .filter(({ isMine, step }) => isMine && step !== 'corrected')
          .map(({ step, label }) => ({ year: yearSummary(opened), step, label })),
      ),
      matters: matters.filter(
        (matter) =>
          matter.decision === null &&
          matter.requestedBy !== account.userId &&
          grantsFor(account, ['fund_checker'], matter.place).length > 0,
      ),
    };
  });
}

async function openedYears(office: YearOffice): Promise<readonly OpenedYear[]> {
  const [years, steps] = [await office.listYears(), await office.listSteps()];
  return years.map((year) => ({ year, state: foldYear(steps.get(year.id) ?? []) }));
}
