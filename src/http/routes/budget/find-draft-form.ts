import { draftForm } from '#application/budget/draft-form';
import { draftFormQuery, draftFormSchema } from '#contract/budget-desk';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findDraftForm(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-rounds/:id/draft-form',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'findBudgetDraftForm',
        summary: 'What the draft of a pool has to state: its lines and the drivers of their estimates',
        tags: ['budget'],
        params: idParams,
        querystring: draftFormQuery,
        response: { 200: draftFormSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { pool, insuranceType } = request.query;
      const asked = { pool, insuranceType: insuranceType === 'employee' ? 'employee' : 'resident' } as const;
      return valueOf(await draftForm(services, callerOf(request).scope, request.params.id, asked));
    },
  );
}
