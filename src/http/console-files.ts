import { fastifyStatic } from '@fastify/static';
import type { HttpApp } from '#http/services';

/**
 * Serves the built console. Files under /assets carry a hash in their name and never change; any other
 * address that names no file is a page of the console, which index.html opens.
 */
export function registerConsole(app: HttpApp, folder: string): void {
  app.register(fastifyStatic, { root: folder, serve: false, dotfiles: 'ignore', cacheControl: false });
  const route = { config: { access: 'anyone on this machine' }, schema: { hide: true } } as const;

  app.get('/assets/*', route, (request, reply) =>
    reply.header('cache-control', IMMUTABLE).sendFile(pathIn(request.url)),
  );
  app.get('/*', route, (request, reply) => {
    const path = pathIn(request.url);
    if (path === 'api' || path.startsWith('api/')) {
      reply.callNotFound();
      return reply;
    }
    const isFile = /\.[a-z0-9]+$/i.test(path);
    return reply.header('cache-control', 'no-cache').sendFile(isFile ? path : 'index.html');
  });
}

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The path of an address below the console's folder, as it is written in the address. */
function pathIn(url: string): string {
  return (url.split('?')[0] ?? '').slice(1);
}
