import { viewCases } from '#application/supervision/views';
import { caseListSchema } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { SUPERVISION_READERS } from '#http/routes/supervision/supervision-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listSupervisionCases(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/supervision-cases',
    {
      config: { access: SUPERVISION_READERS },
      schema: {
        operationId: 'listSupervisionCases',
        summary: 'Matters of supervision of the own places with findings and reports, the newest first',
        tags: ['supervision'],
        response: { 200: caseListSchema, ...problemResponse },
      },
    },
    async (request) => ({ cases: await viewCases(services, callerOf(request).scope) }),
  );
}
