import type { AdjustmentYearStore } from '#application/ports/adjustment-year-store';
import type { BudgetExecution } from '#application/ports/budget-execution';
import type { BudgetStore } from '#application/ports/budget-store';
import type { FundProjectionStore } from '#application/ports/fund-projection-store';
import type { IdentityStore } from '#application/ports/identity-store';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { OpeningStore } from '#application/ports/opening-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PayoutStore } from '#application/ports/payout-store';
import type { PlaceStore } from '#application/ports/place-store';
import type { ReconciliationStore } from '#application/ports/reconciliation-store';
import type { RiskAssessmentStore } from '#application/ports/risk-assessment-store';
import type { RunStore } from '#application/ports/run-store';
import type { ScenarioStore } from '#application/ports/scenario-store';
import type { StatementStore } from '#application/ports/statement-store';
import type { SupervisionStore } from '#application/ports/supervision-store';
import type { VerificationStore } from '#application/ports/verification-store';

/** Every store of the one database. */
export interface Stores {
  readonly adjustmentYearStore: AdjustmentYearStore;
  readonly budgetExecution: BudgetExecution;
  readonly budgetStore: BudgetStore;
  readonly fundProjectionStore: FundProjectionStore;
  readonly identityStore: IdentityStore;
  readonly ledgerReader: LedgerReader;
  readonly ledgerStore: LedgerStore;
  readonly openingStore: OpeningStore;
  readonly packLifeStore: PackLifeStore;
  readonly payoutStore: PayoutStore;
  readonly placeStore: PlaceStore;
  readonly reconciliationStore: ReconciliationStore;
  readonly riskAssessmentStore: RiskAssessmentStore;
  readonly runStore: RunStore;
  readonly scenarioStore: ScenarioStore;
  readonly statementStore: StatementStore;
  readonly supervisionStore: SupervisionStore;
  readonly verificationStore: VerificationStore;
}
