import { openRiskAssessment } from '#application/monitoring/list-risk-assessments';
import { riskAssessmentSchema } from '#contract/monitoring';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function findRiskAssessment(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/risk-assessments/:id',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'findRiskAssessment',
        summary: 'An assessment of risk as it was made: figures, warnings and measures',
        tags: ['monitoring'],
        params: idParams,
        response: { 200: riskAssessmentSchema, ...problemResponse },
      },
    },
    async (request) =>
      valueOf(await openRiskAssessment(services, callerOf(request).scope, request.params.id)),
  );
}
