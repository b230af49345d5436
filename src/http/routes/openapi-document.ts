import type { HttpApp } from '#http/services';

export function openapiDocument(app: HttpApp): void {
  app.get(
    '/api/v1/openapi.json',
    { config: { access: 'anyone on this machine' }, schema: { hide: true } },
    () => app.swagger(),
  );
}
