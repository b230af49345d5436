import type { FastifyInstance, RouteOptions } from 'fastify';
import { assert } from '#kernel/assert';

/**
 * Who may call a route. Until there are accounts the server answers this machine only: `anyone on this
 * machine` may read, and only the console that it serves itself, or a local program, may write.
 */
export type RouteAccess = 'anyone on this machine' | 'local console';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required of every route: registration fails without it. */
    access?: RouteAccess;
  }
}

const READING_METHODS: readonly string[] = ['GET', 'HEAD'];

/** Makes the start fail where a route does not say who may call it, or lets anyone write. */
export function requireAccess(app: FastifyInstance): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const methods = typeof route.method === 'string' ? [route.method] : route.method;
    const access = route.config?.access;
    const name = `${methods.join(',')} ${route.url}`;
    assert(access !== undefined, `the route ${name} declares its access`);
    const isReading = methods.every((method) => READING_METHODS.includes(method));
    assert(isReading || access === 'local console', `the route ${name} writes, so not anyone may call it`);
  });
}
