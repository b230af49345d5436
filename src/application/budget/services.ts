import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { BudgetStore } from '#application/ports/budget-store';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { StatementStore } from '#application/ports/statement-store';

/** The services that the use cases of budgets need. */
export interface BudgetServices extends PackLoading {
  readonly budgetStore: BudgetStore;
  readonly placeStore: PlaceStore;
  readonly ledgerReader: LedgerReader;
  readonly packLifeStore: PackLifeStore;
  /** Reads the books' entries, added up and one by one, for executions and final accounts. */
  readonly statementStore: Pick<
    StatementStore,
    'readHead' | 'listTurnovers' | 'listEntries' | 'countWithheld'
  >;
}
