import { listRoles } from '#application/identity/list-roles';
import { roleListSchema } from '#contract/identity';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listRolesRoute(app: HttpApp, _services: HttpServices): void {
  app.get(
    '/api/v1/roles',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listRoles',
        summary: 'The roles in words: what each may do, who may hold it, and what excludes what',
        tags: ['identity'],
        response: { 200: roleListSchema, ...problemResponse },
      },
    },
    () => listRoles(),
  );
}
