import { viewSummary } from '#application/supervision/views';
import { supervisionSummarySchema, supervisionYearQuery } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { SUPERVISION_READERS } from '#http/routes/supervision/supervision-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function summariseSupervision(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/supervision-summary',
    {
      config: { access: SUPERVISION_READERS },
      schema: {
        operationId: 'summariseSupervision',
        summary: "A fund year's supervision by line and pool: cases, findings, money, referrals",
        tags: ['supervision'],
        querystring: supervisionYearQuery,
        response: { 200: supervisionSummarySchema, ...problemResponse },
      },
    },
    async (request) => viewSummary(services, callerOf(request).scope, Number(request.query.year)),
  );
}
