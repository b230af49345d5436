import { findAssessmentDue } from '#application/monitoring/list-risk-assessments';
import { watchFund } from '#application/monitoring/watch-fund';
import { watchView } from '#application/monitoring/watch-view';
import { watchQuerySchema, watchSchema } from '#contract/monitoring';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function watchFundRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/watched-funds/:id',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'watchFund',
        summary: 'What a pool, or every pool of a fund, is watched by at a month’s end, and what warns',
        tags: ['monitoring'],
        params: idParams,
        querystring: watchQuerySchema,
        response: { 200: watchSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const asked = { ...request.query, subject: request.params.id };
      const fund = valueOf(await watchFund(services, scope, asked));
      const { subject, insuranceType } = asked;
      const key = { subject, insuranceType, month: fund.month };
      const { last, interval, nextBy } = valueOf(await findAssessmentDue(services, scope, key, asked.pack));
      const line =
        interval === undefined
          ? null
          : { months: interval.text, value: interval.value, standing: interval.standing };
      return { ...watchView(fund), due: { last, interval: line, nextBy } };
    },
  );
}
