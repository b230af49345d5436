import { assessRiskRoute } from '#http/routes/monitoring/assess-risk';
import { decideRiskAssessmentRoute } from '#http/routes/monitoring/decide-risk-assessment';
import { findRiskAssessment } from '#http/routes/monitoring/find-risk-assessment';
import { listRiskAssessmentsRoute } from '#http/routes/monitoring/list-risk-assessments';
import { watchFundRoute } from '#http/routes/monitoring/watch-fund';
import type { HttpApp, HttpServices } from '#http/services';

/** What funds are watched by, and the assessments of their risk. */
export const MONITORING_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  watchFundRoute,
  listRiskAssessmentsRoute,
  assessRiskRoute,
  findRiskAssessment,
  decideRiskAssessmentRoute,
];
