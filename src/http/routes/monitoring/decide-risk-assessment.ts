import { decideRiskAssessment } from '#application/monitoring/assess-risk';
import { riskAssessmentDecisionSchema } from '#contract/monitoring';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideRiskAssessmentRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/risk-assessments/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideRiskAssessment',
        summary: 'Confirm or return an assessment of risk that another person made',
        tags: ['monitoring'],
        params: idParams,
        body: riskAssessmentDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { decision, note = '' } = request.body;
      const asked = { id: request.params.id, decision, note };
      valueOf(await decideRiskAssessment(services, callerOf(request).scope, asked, services.now()));
      return reply.code(204).send(null);
    },
  );
}
