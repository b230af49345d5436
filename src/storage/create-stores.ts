import { createBudgetExecution } from '#application/budget/budget-met';
import type { Stores } from '#application/ports/stores';
import type { Database } from '#storage/database/connect';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import { createBudgetStore } from '#storage/budget/budget-store';
import { createFundProjectionStore } from '#storage/fund-projection-store';
import { createIdentityStore } from '#storage/identity/identity-store';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createOpeningStore } from '#storage/ledger/opening-store';
import { createVerificationStore } from '#storage/ledger/verification-store';
import { createPackLifeStore } from '#storage/pack-life-store';
import { createPayoutStore } from '#storage/payout/payout-store';
import { createPlaceStore } from '#storage/place/place-store';
import { createReconciliationStore } from '#storage/reconciliation/reconciliation-store';
import { createRiskAssessmentStore } from '#storage/monitoring/risk-assessment-store';
import { createRunStore } from '#storage/run-store';
import { createScenarioStore } from '#storage/scenario-store';
import { createStatementStore } from '#storage/statement/statement-store';
import { createSupervisionStore } from '#storage/supervision/supervision-store';

/** The stores on one connection pool. */
export function createStores(database: Database): Stores {
  const budgetStore = createBudgetStore(database);
  const statementStore = createStatementStore(database);
  return {
    adjustmentYearStore: createAdjustmentYearStore(database),
    budgetExecution: createBudgetExecution({ budgetStore, statementStore }),
    budgetStore,
    fundProjectionStore: createFundProjectionStore(database),
    identityStore: createIdentityStore(database),
    ledgerReader: createLedgerReader(database),
    ledgerStore: createLedgerStore(database),
    openingStore: createOpeningStore(database),
    packLifeStore: createPackLifeStore(database),
    payoutStore: createPayoutStore(database),
    placeStore: createPlaceStore(database),
    reconciliationStore: createReconciliationStore(database),
    riskAssessmentStore: createRiskAssessmentStore(database),
    runStore: createRunStore(database),
    scenarioStore: createScenarioStore(database),
    statementStore,
    supervisionStore: createSupervisionStore(database),
    verificationStore: createVerificationStore(database),
  };
}
