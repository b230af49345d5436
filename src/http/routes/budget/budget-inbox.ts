import { budgetInbox } from '#application/budget/budget-inbox';
import { budgetInboxSchema } from '#contract/budget-desk';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function budgetInboxRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-inbox',
    {
      config: { access: { roles: ['budget_checker'], place: 'own places' } },
      schema: {
        operationId: 'budgetInbox',
        summary: 'Budgets, consolidations and papers that wait for the caller, without what the caller made',
        tags: ['budget'],
        response: { 200: budgetInboxSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await budgetInbox(services, callerOf(request).scope)),
  );
}
