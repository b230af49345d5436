import { yearInbox } from '#application/adjustment-year/list-years';
import { withStandings } from '#application/adjustment-year/short-pools';
import { yearInboxSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function adjustmentInbox(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-inbox',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'adjustmentInbox',
        summary: 'What waits for the caller: steps and matters, without what the caller made',
        tags: ['adjustment years'],
        response: { 200: yearInboxSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { account, scope } = callerOf(request);
      const inbox = await yearInbox(services, account, scope);
      return { ...inbox, matters: await withStandings(services, scope, inbox.matters, services.now()) };
    },
  );
}
