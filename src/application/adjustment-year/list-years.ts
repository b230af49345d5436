import { nextSteps } from '#application/adjustment-year/next-steps';
import { yearSummary, type YearSummary } from '#application/adjustment-year/year-view';
import { viewMatters, type MatterView } from '#application/adjustment-year/deciding-place';
import type { YearServices } from '#application/adjustment-year/services';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { AskedStep } from '#domain/adjustment-year/decide-step';
import { foldYear } from '#domain/adjustment-year/year-step';
import type { OpenedYear } from '#application/adjustment-year/within-years';
import { grantsFor, type Account, type Scope } from '#domain/identity/account';
import type { Bilingual } from '#kernel/bilingual';

type Needs = Pick<YearServices, 'adjustmentYearStore' | 'placeStore'>;

/** Years within the scope, the newest fund year first. */
export async function listYears(
  { adjustmentYearStore }: Pick<Needs, 'adjustmentYearStore'>,
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
  readonly matters: readonly MatterView[];
}

/** A correction and its dropping wait for nobody: they are left out. */
export async function yearInbox(services: Needs, account: Account, scope: Scope): Promise<YearInbox> {
  const matters = await viewMatters(services, scope);
  return services.adjustmentYearStore.within(scope, async (office) => {
    const years = await openedYears(office);
    return {
      steps: years.flatMap((opened) =>
        nextSteps(account, opened)
          .filter(({ isMine, step }) => isMine && step !== 'corrected' && step !== 'dropped')
          .map(({ step, label }) => ({ year: yearSummary(opened), step, label })),
      ),
      matters: matters.filter(
        (matter) =>
          matter.decision === null &&
          matter.requestedBy !== account.userId &&
          grantsFor(account, ['fund_checker'], matter.decidingPlace).length > 0,
      ),
    };
  });
}

async function openedYears(office: YearOffice): Promise<readonly OpenedYear[]> {
  const [years, steps] = [await office.listYears(), await office.listSteps()];
  return years.map((year) => ({ year, state: foldYear(steps.get(year.id) ?? []) }));
}
