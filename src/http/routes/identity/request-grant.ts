import { requestGrant } from '#application/identity/manage-grants';
import { grantRequestSchema, recordedIdSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function requestGrantRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/grants',
    {
      config: { access: { roles: ['administrator'], place: 'body.place' } },
      schema: {
        operationId: 'requestGrant',
        summary: 'Ask for a grant; it holds once another administrator confirms it',
        tags: ['identity'],
        body: grantRequestSchema,
        response: { 201: { description: 'Requested', ...jsonContent(recordedIdSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const asked = await requestGrant(services, callerOf(request).scope, request.body, services.now());
      return reply.code(201).send(valueOf(asked));
    },
  );
}
