import { enterNotice } from '#application/payout/interest-notices';
import { readNoticeRequest } from '#application/payout/read-requests';
import { sharedNoticeView } from '#application/payout/views';
import { interestNoticeRequestSchema, sharedInterestSchema } from '#contract/interest-notices';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function enterInterestNotice(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools/:id/interest-notices',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'enterInterestNotice',
        summary:
          'Enter interest as a bank notified it; it is shared by daily balances and held against the rate',
        tags: ['payments'],
        params: idParams,
        body: interestNoticeRequestSchema,
        response: {
          201: { description: 'Entered', ...jsonContent(sharedInterestSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const wanted = valueOf(readNoticeRequest(request.params.id, request.body));
      const entered = await enterNotice(services, callerOf(request).scope, wanted, services.now());
      return reply.code(201).send(sharedNoticeView(valueOf(entered)));
    },
  );
}
