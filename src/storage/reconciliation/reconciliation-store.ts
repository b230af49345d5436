import type { Kysely } from 'kysely';
import type { ReconciliationOffice, ReconciliationStore } from '#application/ports/reconciliation-store';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { transact } from '#storage/database/transact';
import { createLedgerOffice as createPostingOffice } from '#storage/payout/ledger-office';
import { createClosingOffice } from '#storage/reconciliation/closing-office';
import { createDifferenceOffice } from '#storage/reconciliation/difference-office';
import { createLedgerOffice } from '#storage/reconciliation/ledger-office';
import { createStatementOffice } from '#storage/reconciliation/statement-office';

/** The port on PostgreSQL: each use case is one transaction, in which row security holds. */
export function createReconciliationStore(database: Database): ReconciliationStore {
  return {
    within: (scope, work) =>
      transact(database, scope, (within) =>
        work({
          ...postingIn(within),
          ...createLedgerOffice(within),
          ...createStatementOffice(within),
          ...createDifferenceOffice(within),
          ...createClosingOffice(within),
        }),
      ),
  };
}

/** Corrections are posted as payments are: by the journal by which the books were posted last. */
function postingIn(
  within: Kysely<Tables>,
): Pick<ReconciliationOffice, 'post' | 'findJournal' | 'findFirstMonth' | 'listVoucherUses'> {
  const office = createPostingOffice(within);
  return {
    post: (commands) => office.post(commands),
    findJournal: (books) => office.findJournal(books),
    findFirstMonth: (books) => office.findFirstMonth(books),
    listVoucherUses: (commands) => office.listVoucherUses(commands),
  };
}
