import { assessRisk } from '#application/monitoring/assess-risk';
import { newRiskAssessmentSchema, riskAssessmentMadeSchema } from '#contract/monitoring';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function assessRiskRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/watched-funds/:id/risk-assessments',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'assessRisk',
        summary: 'Assess the risk at the end of a closed month, with a measure for every warning',
        tags: ['monitoring'],
        params: idParams,
        body: newRiskAssessmentSchema,
        response: {
          201: { description: 'Assessed', ...jsonContent(riskAssessmentMadeSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const asked = { ...request.body, subject: request.params.id };
      const made = await assessRisk(services, callerOf(request).scope, asked, services.now());
      return reply.code(201).send(valueOf(made));
    },
  );
}
