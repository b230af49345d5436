import { reviewBreakGlass } from '#application/identity/break-glass';
import { breakGlassReviewSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function reviewBreakGlassRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/break-glass/:id/review',
    {
      config: { access: { roles: ['auditor'], place: 'own places' } },
      schema: {
        operationId: 'reviewBreakGlass',
        summary: "Say whether another person's emergency access was justified; it ends with that",
        tags: ['identity'],
        params: idParams,
        body: breakGlassReviewSchema,
        response: { 204: { type: 'null', description: 'Reviewed' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { account, scope } = callerOf(request);
      const review = { id: request.params.id, ...request.body };
      valueOf(await reviewBreakGlass(services, account, scope, review, services.now()));
      return reply.code(204).send(null);
    },
  );
}
