import { openBooks } from '#application/fund/open-books';
import { newBooksSchema, openedBooksSchema } from '#contract/ledger';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function openBooksRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/books',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'openBooks',
        summary: 'Open the books of a pool or fund for an insurance type, from a month on',
        tags: ['ledger'],
        body: newBooksSchema,
        response: {
          201: { description: 'Opened', ...jsonContent(openedBooksSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const opened = await openBooks(services, callerOf(request).scope, request.body, services.now());
      return reply.code(201).send({ ...valueOf(opened), closedThrough: null, lastClosing: null });
    },
  );
}
