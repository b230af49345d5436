import { healthSchema } from '#contract/health';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function health(app: HttpApp, { version }: HttpServices): void {
  app.get(
    '/health',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'health',
        summary: 'Whether the server answers',
        tags: ['server'],
        response: { 200: healthSchema, ...problemResponse },
      },
    },
    () => ({ status: 'ok' as const, version }),
  );
}
