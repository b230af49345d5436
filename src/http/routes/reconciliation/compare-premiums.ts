import { comparePoolPremiums } from '#application/reconciliation/compare-premiums';
import { readMonthOf } from '#application/reconciliation/read-requests';
import { premiumView } from '#application/reconciliation/views';
import { premiumComparisonSchema, premiumQuerySchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function comparePremiumsRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/pools/:id/premium-comparison',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'comparePremiums',
        summary:
          'Premiums of a month: assessed, levied by tax, received in the treasury, swept; each gap by name',
        tags: ['reconciliation'],
        params: idParams,
        querystring: premiumQuerySchema,
        response: { 200: premiumComparisonSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { insuranceType } = request.query;
      const month = valueOf(readMonthOf(request.query.month));
      const books = { pool: request.params.id, insuranceType, month };
      return premiumView(valueOf(await comparePoolPremiums(services, callerOf(request).scope, books)));
    },
  );
}
