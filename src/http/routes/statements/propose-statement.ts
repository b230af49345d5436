import { proposeStatement } from '#application/statement/keep-statement';
import { newStatementSchema, statementProposedSchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function proposeStatementRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/statement-subjects/:id/statements',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'proposeStatement',
        summary: 'Draw up the statements of closed months, for another person to publish',
        tags: ['statements'],
        params: idParams,
        body: newStatementSchema,
        response: {
          201: { description: 'Drawn up', ...jsonContent(statementProposedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { consolidated = false, ...body } = request.body;
      const asked = { ...body, subject: request.params.id, consolidated };
      const proposed = await proposeStatement(services, callerOf(request).scope, asked, services.now());
      return reply.code(201).send(valueOf(proposed));
    },
  );
}
