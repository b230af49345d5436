import { openCase } from '#application/supervision/open-case';
import { newCaseSchema, recordedNumberSchema } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function openSupervisionCase(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/supervision-cases',
    {
      config: { access: { roles: ['fund_maker'], place: 'body.place' } },
      schema: {
        operationId: 'openSupervisionCase',
        summary: 'Open a matter of supervision on a line that the policy of the place names',
        tags: ['supervision'],
        body: newCaseSchema,
        response: {
          201: { description: 'Opened', ...jsonContent(recordedNumberSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { pack, stage = null, offSite = null, note = '', ...rest } = request.body;
      const { scope, account } = callerOf(request);
      const asked = { ...rest, packId: pack, stage, offSite, note };
      const opened = valueOf(await openCase(services, scope, account.department, asked, services.now()));
      return reply.code(201).send({ number: String(opened.number) });
    },
  );
}
