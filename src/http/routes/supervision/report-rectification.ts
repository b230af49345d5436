import { reportFinding } from '#application/supervision/rectify';
import { newReportSchema, recordedNumberSchema, recordParams } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';
import { fenOf } from '#kernel/fen';

export function reportRectification(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/supervision-findings/:number/rectifications',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'reportRectification',
        summary:
          'Report how a finding was put right: money returned, by its events, and what is lost; another confirms',
        tags: ['supervision'],
        params: recordParams,
        body: newReportSchema,
        response: {
          201: { description: 'Reported', ...jsonContent(recordedNumberSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { returns, loss, note = '', ...rest } = request.body;
      const asked = {
        ...rest,
        note,
        loss: fenOf(loss),
        returns: returns.map(({ event, amount }) => ({ event: BigInt(event), amount: fenOf(amount) })),
      };
      const number = BigInt(request.params.number);
      const { scope } = callerOf(request);
      const made = valueOf(await reportFinding(services, scope, number, asked, services.now()));
      return reply.code(201).send({ number: String(made.number) });
    },
  );
}
