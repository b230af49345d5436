import { makeFirstAdministrator } from '#application/identity/first-administrator';
import { firstAdministratorMadeSchema, firstAdministratorSchema } from '#contract/identity';
import { HttpRefusal, problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';
import { TOKEN_NOT_VALID } from '#http/session-refusals';

/** Each token holds for one use; the next start prints others while they are needed. */
export function makeFirstAdministratorRoute(app: HttpApp, services: HttpServices): void {
  const unused = new Set(services.setUpTokenHashes);
  app.post(
    '/api/v1/first-administrator',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'makeFirstAdministrator',
        summary: 'Make one of the first two administrators, by a one-time token that the server printed',
        tags: ['identity'],
        body: firstAdministratorSchema,
        response: {
          201: { description: 'Made', ...jsonContent(firstAdministratorMadeSchema) },
          ...problemResponse,
        },
      },
    },
    async ({ body }, reply) => {
      const { token, password, ...user } = body;
      const tokenHash = services.hash(token);
      if (!unused.has(tokenHash)) throw new HttpRefusal([TOKEN_NOT_VALID]);
      const made = valueOf(await makeFirstAdministrator(services, user, password, services.now()));
      unused.delete(tokenHash);
      return reply.code(201).send(made);
    },
  );
}
