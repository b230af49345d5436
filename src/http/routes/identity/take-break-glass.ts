import { takeBreakGlass } from '#application/identity/break-glass';
import { breakGlassRequestSchema, breakGlassTakenSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function takeBreakGlassRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/break-glass',
    {
      config: { access: { roles: 'anyone signed in', place: 'own places' } },
      schema: {
        operationId: 'takeBreakGlass',
        summary:
          "Reach another place in one's own role for some hours, with a reason; another person reviews it",
        tags: ['identity'],
        body: breakGlassRequestSchema,
        response: {
          201: { description: 'Taken', ...jsonContent(breakGlassTakenSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { account } = callerOf(request);
      const taken = valueOf(await takeBreakGlass(services, account, request.body, services.now()));
      const { userId, department, place: home } = account;
      const { role, place } = request.body;
      request.trace = { userId, department, home, grants: [{ role, place, breakGlass: taken.id }] };
      return reply.code(201).send(taken);
    },
  );
}
