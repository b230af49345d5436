import { assessRiskRoute } from '#http/routes/assess-risk';
import { decideRiskAssessmentRoute } from '#http/routes/decide-risk-assessment';
import { findRiskAssessment } from '#http/routes/find-risk-assessment';
import { listRiskAssessmentsRoute } from '#http/routes/list-risk-assessments';
import { watchFundRoute } from '#http/routes/watch-fund';
import type { HttpApp, HttpServices } from '#http/services';

/** What funds are watched by, and the assessments of their risk. */
export const MONITORING_ROUTES: readonly ((app: HttpApp, services: HttpServices) => void)[] = [
  watchFundRoute,
  listRiskAssessmentsRoute,
  assessRiskRoute,
  findRiskAssessment,
  decideRiskAssessmentRoute,
];
