import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { BudgetCollision, BudgetStore } from '#application/ports/budget-store';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { StatementStore } from '#application/ports/statement-store';
import { collisionRefusal } from '#application/budget/refusals';
import { refuse, type Decision } from '#kernel/decision';

/** What the use cases of budgets need from outside. */
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

/** What a transaction decided, or the refusal of what the database held against it. */
export function settled<T>(result: Decision<T> | BudgetCollision): Decision<T> {
  return typeof result === 'string' ? refuse(collisionRefusal(result)) : result;
}
