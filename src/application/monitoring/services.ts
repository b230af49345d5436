import type { RiskAssessmentStore } from '#application/ports/risk-assessment-store';
import type { StatementServices } from '#application/statement/services';
import type { InsuranceType } from '#kernel/insurance-type';

/** The services that monitoring needs: the books as statements read them, and the store of assessments. */
export interface MonitoringServices extends StatementServices {
  readonly riskAssessmentStore: RiskAssessmentStore;
}

/** The fund or pool to watch, the policy, and the month up to whose end. */
export interface MonitoringAsked {
  readonly subject: string;
  readonly insuranceType: InsuranceType;
  readonly month: string;
  readonly pack: string;
}
