import { requestApproval } from '#application/fund/approvals';
import { approvalRequestSchema, numberedSchema } from '#contract/ledger-approvals';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function requestLedgerApproval(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/approvals',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'requestLedgerApproval',
        summary: 'Ask for a restricted use, which another person decides',
        tags: ['ledger'],
        body: approvalRequestSchema,
        response: {
          201: { description: 'Asked for', ...jsonContent(numberedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const asked = await requestApproval(services, callerOf(request).scope, request.body, services.now());
      return reply.code(201).send({ number: valueOf(asked).number.toString() });
    },
  );
}
