import type { RiskAssessmentStore } from '#application/ports/risk-assessment-store';
import type { StatementServices } from '#application/statement/services';

/** What watching the funds needs from outside: the books as statements read them, and where assessments are kept. */
export interface MonitoringServices extends StatementServices {
  readonly riskAssessmentStore: RiskAssessmentStore;
}

/** Which fund or pool is watched, by which policy, up to the end of which month. */
export interface MonitoringAsked {
  readonly subject: string;
  readonly insuranceType: 'employee' | 'resident';
  readonly month: string;
  readonly pack: string;
}
