import { listYears } from '#application/adjustment-year/list-years';
import { replayYear } from '#application/adjustment-year/replay-year';
import type { YearServices } from '#application/adjustment-year/services';
import { viewYear } from '#application/adjustment-year/year-view';
import { namePeople } from '#application/identity/name-people';
import { MACHINE, MACHINE_SCOPE } from '#application/identity/machine-scope';
import { print, saySame, type ListOptions } from '#cli/print';
import { yearsText, yearText } from '#cli/fund/year-text';
import { conclude, type ExitStatus } from '#cli/outcome';
import type { CliServices, OpenedStore } from '#cli/services';
import { withStore } from '#cli/with-store';

/** Who controls the machine holds no role: it reads years and takes no step of one. */
const NOBODY = {
  userId: MACHINE,
  login: MACHINE,
  name: MACHINE,
  department: 'data',
  place: '*',
  mustChange: false,
  grants: [],
} as const;

export function yearServices({ source, hash }: CliServices, store: OpenedStore): YearServices {
  const { adjustmentYearStore, placeStore, packLifeStore, budgetExecution } = store;
  return { source, hash, adjustmentYearStore, placeStore, packLifeStore, budgetExecution };
}

/** `tongchou year list`: every year of adjustment with where it stands. */
export async function runYears(services: CliServices, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const years = await listYears(store, MACHINE_SCOPE);
    return print(services, options, years, (language) => yearsText(language, years));
  });
}

/** `tongchou year show ID`: figures with their sources, what is missing, steps and lines; or all of it as JSON. */
export async function runYear(services: CliServices, id: string, options: ListOptions): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const view = await viewYear(yearServices(services, store), NOBODY, MACHINE_SCOPE, id, services.now());
    const steps = view.allowed ? view.value.steps : [];
    const { titleOf } = await namePeople(
      store,
      steps.map(({ by }) => by),
    );
    return conclude(services.terminal, view, (year) => {
      print(services, options, year, (language) => yearText(language, year, titleOf));
    });
  });
}

/** `tongchou year replay ID`: reckons every version again from what was stored; exit 1 where one differs. */
export async function runYearReplay(services: CliServices, id: string): Promise<ExitStatus> {
  return withStore(services, async (store) => {
    const replays = await replayYear(yearServices(services, store), MACHINE_SCOPE, id);
    const outcome = conclude(services.terminal, replays, (all) => {
      for (const { version, isSame, storedHash, replayedHash } of all) {
        saySame(services.terminal, `v${version}`, { isSame, stored: storedHash, again: replayedHash });
      }
    });
    return replays.allowed && replays.value.some(({ isSame }) => !isSame) ? 1 : outcome;
  });
}
