import type { PayoutStore } from '#application/ports/payout-store';
import type { Database } from '#storage/database/connect';
import { transact } from '#storage/database/transact';
import { createAccountOffice } from '#storage/payout/account-office';
import { createInterestOffice } from '#storage/payout/interest-office';
import { createLedgerOffice } from '#storage/payout/ledger-office';
import { createPlanOffice } from '#storage/payout/plan-office';
import { createRunOffice } from '#storage/payout/run-office';

/** The port on PostgreSQL: records and postings of one use case are one transaction, in which row security holds. */
export function createPayoutStore(database: Database): PayoutStore {
  return {
    within: (scope, work) =>
      transact(database, scope, (within) =>
        work({
          ...createLedgerOffice(within),
          ...createAccountOffice(within),
          ...createPlanOffice(within),
          ...createRunOffice(within),
          ...createInterestOffice(within),
        }),
      ),
  };
}
