import type { ReconciliationStore } from '#application/ports/reconciliation-store';
import type { Database } from '#storage/database/connect';
import { inScope } from '#storage/identity/in-scope';
import { withRetry } from '#storage/ledger/with-retry';
import { createClosingOffice } from '#storage/reconciliation/closing-office';
import { createDifferenceOffice } from '#storage/reconciliation/difference-office';
import { createLedgerOffice } from '#storage/reconciliation/ledger-office';
import { createStatementOffice } from '#storage/reconciliation/statement-office';

/** The port on PostgreSQL: each use case is one transaction, in which row security holds. */
export function createReconciliationStore(database: Database): ReconciliationStore {
  return {
    within: (scope, work) =>
      withRetry(() =>
        inScope(database, scope, (within) =>
          work({
            ...createLedgerOffice(within),
            ...createStatementOffice(within),
            ...createDifferenceOffice(within),
            ...createClosingOffice(within),
          }),
        ),
      ),
  };
}
