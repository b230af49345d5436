import { listRiskAssessments } from '#application/monitoring/list-risk-assessments';
import { riskAssessmentListSchema } from '#contract/monitoring';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listRiskAssessmentsRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/risk-assessments',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'listRiskAssessments',
        summary: 'Assessments of risk that were made and decided, the newest month first',
        tags: ['monitoring'],
        response: { 200: riskAssessmentListSchema, ...problemResponse },
      },
    },
    async (request) => ({ assessments: await listRiskAssessments(services, callerOf(request).scope) }),
  );
}
