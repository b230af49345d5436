import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import type { BudgetExecution } from '#application/ports/budget-execution';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';

/** The services that the use cases of a fund's year need. */
export interface YearServices extends PackLoading {
  readonly adjustmentYearStore: AdjustmentYearStore;
  readonly placeStore: PlaceStore;
  readonly packLifeStore: PackLifeStore;
  /** Finds nothing for a pool without adopted budget; `budgetMet` is then attested. */
  readonly budgetExecution: BudgetExecution;
}
