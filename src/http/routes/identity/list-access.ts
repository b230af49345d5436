import { readAccessFilter } from '#application/identity/access-filter';
import { accessLogQuery, accessLogSchema } from '#contract/access-log';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/** As many as a page of the log shows. */
const PAGE = 200;

export function listAccess(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/access-log',
    {
      config: { access: { roles: ['auditor'], place: 'own places' } },
      schema: {
        operationId: 'listAccess',
        summary: 'Who called what about the own places, the newest first',
        tags: ['identity'],
        querystring: accessLogQuery,
        response: { 200: accessLogSchema, ...problemResponse },
      },
    },
    async (request) => {
      const filter = valueOf(readAccessFilter(request.query));
      const entries = await identityStore.within(callerOf(request).scope, (office) =>
        office.listAccess(PAGE, filter),
      );
      return { entries: entries.map((entry) => ({ ...entry, number: entry.number.toString() })) };
    },
  );
}
