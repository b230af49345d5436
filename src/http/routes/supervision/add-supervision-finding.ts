import { addFinding } from '#application/supervision/open-case';
import { newFindingSchema, recordedNumberSchema, recordParams } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';
import { fenOf } from '#kernel/fen';

export function addSupervisionFinding(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/supervision-cases/:number/findings',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'addSupervisionFinding',
        summary: 'Add a breach that was found, with what the fund is to have back',
        tags: ['supervision'],
        params: recordParams,
        body: newFindingSchema,
        response: { 201: { description: 'Added', ...jsonContent(recordedNumberSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { amount, referral = null, ...rest } = request.body;
      const asked = { ...rest, referral, amount: fenOf(amount) };
      const number = BigInt(request.params.number);
      const { scope } = callerOf(request);
      const added = valueOf(await addFinding(services, scope, number, asked, services.now()));
      return reply.code(201).send({ number: String(added.number) });
    },
  );
}
