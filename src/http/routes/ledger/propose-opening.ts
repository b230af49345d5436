import { proposeOpening } from '#application/fund/opening-balances';
import { openingFileSchema, openingMadeSchema } from '#contract/ledger-approvals';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function proposeOpeningRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/opening-balances',
    {
      config: { access: { roles: ['fund_maker'], place: 'body.place' } },
      schema: {
        operationId: 'proposeOpening',
        summary: 'Take in opening balances of an older system; another person approves them',
        tags: ['ledger'],
        body: openingFileSchema,
        response: {
          201: { description: 'Taken in, to be approved', ...jsonContent(openingMadeSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { fileName, csv, ...file } = request.body;
      const source = { file: fileName, text: csv };
      const { scope } = callerOf(request);
      const made = valueOf(await proposeOpening(services, scope, { ...file, source }, services.now()));
      return reply.code(201).send({ ...made, id: made.id.toString() });
    },
  );
}
