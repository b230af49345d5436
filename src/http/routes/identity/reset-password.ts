import { resetPassword } from '#application/identity/manage-users';
import { initialPasswordSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function resetPasswordRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/users/:id/password-resets',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'resetPassword',
        summary: 'Give another user a new initial password; sessions and grants end',
        tags: ['identity'],
        params: idParams,
        response: {
          201: { description: 'Reset', ...jsonContent(initialPasswordSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      return reply
        .code(201)
        .send(valueOf(await resetPassword(services, scope, request.params.id, services.now())));
    },
  );
}
