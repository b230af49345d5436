import { viewCase } from '#application/supervision/views';
import { caseSchema, recordParams } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { SUPERVISION_READERS } from '#http/routes/supervision/supervision-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function findSupervisionCase(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/supervision-cases/:number',
    {
      config: { access: SUPERVISION_READERS },
      schema: {
        operationId: 'findSupervisionCase',
        summary: 'A matter of supervision: what was found, what came back, what is lost and what is open',
        tags: ['supervision'],
        params: recordParams,
        response: { 200: caseSchema, ...problemResponse },
      },
    },
    async (request) =>
      valueOf(await viewCase(services, callerOf(request).scope, BigInt(request.params.number))),
  );
}
