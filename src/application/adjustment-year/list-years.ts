import { nextSteps } from '#application/adjustment-year/next-steps';
import { yearSummary, type YearSummary } from '#application/adjustment-year/year-view';
import { viewMatters, type MatterView } from '#application/adjustment-year/deciding-place';
import type { YearServices } from '#application/adjustment-year/services';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { AskedStep } from '#domain/adjustment-year/decide-step';
import { foldYear } from '#domain/adjustment-year/year-step';
import type { OpenedYear } from '#application/adjustment-year/opened-year';
import { grantsFor, type Account, type Scope } from '#domain/identity/account';
import type { Bilingual } from '#kernel/bilingual';

type Needs = Pick<YearServices, 'adjustmentYearStore' | 'placeStore'>;

/** Lists the years within the scope, newest fund year first. */
export async function listYears(
  { adjustmentYearStore }: Pick<Needs, 'adjustmentYearStore'>,
  scope: Scope,
): Promise<readonly YearSummary[]> {
  const years = await adjustmentYearStore.within(scope, openedYears);
  return years.map(yearSummary);
}

/** Open work of a person: steps of years and matters that the person may take or decide, without the person's own. */
export interface YearInbox {
  readonly steps: readonly {
    readonly year: YearSummary;
    readonly step: AskedStep;
    readonly label: Bilingual;
  }[];
  readonly matters: readonly MatterView[];
}

/** Lists a person's open work; corrections and droppings are never due, except a requested dropping. */
export async function yearInbox(services: Needs, account: Account, scope: Scope): Promise<YearInbox> {
  const matters = await viewMatters(services, scope);
  return services.adjustmentYearStore.within(scope, async (office) => {
    const years = await openedYears(office);
    return {
      steps: years.flatMap((opened) =>
        nextSteps(account, opened)
          .filter(({ isMine, step }) => isMine && awaits(opened, step))
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

function awaits({ state: { phase } }: OpenedYear, step: AskedStep): boolean {
  if (phase === 'dropping') return step === 'dropped';
  return step !== 'corrected' && step !== 'drop_asked' && step !== 'dropped';
}

async function openedYears(office: YearOffice): Promise<readonly OpenedYear[]> {
  const [years, steps] = [await office.listYears(), await office.listSteps()];
  return years.map((year) => ({ year, state: foldYear(steps.get(year.id) ?? []) }));
}
