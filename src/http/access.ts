import type { FastifyInstance, RouteOptions } from 'fastify';
import { kindsNamed } from '#application/identity/access-subjects';
import type { RoleId } from '#application/identity/caller';
import { assert } from '#kernel/assert';

/**
 * Who may call a route. Calculators need no account: the server answers this machine only, `anyone on this machine`
 * may read, and only the console that it serves itself, or a local program, may write. What belongs to a place or a
 * person needs a session.
 */
export type RouteAccess = 'anyone on this machine' | 'local console' | SignedInAccess;

/** A route for people who are signed in. */
export interface SignedInAccess {
  /** Any of these will do, held at the place or above it. */
  readonly roles: readonly RoleId[] | 'anyone signed in';
  /**
   * Where the request names its place. With `own places` it names none: the handler works within the caller's scope,
   * and row security leaves out what lies outside of it; the access log tells the places of the records that it names.
   * Which place a pack is of, the pack says: the use case finds whether a role is held there (decision 0013).
   */
  readonly place:
    `params.${string}` | `query.${string}` | `body.${string}` | 'own places' | 'the place of the pack';
  /** Also for who has not replaced the first password yet. */
  readonly withInitialPassword?: true;
}

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
    assert(
      isReading || access !== 'anyone on this machine',
      `the route ${name} writes, so not anyone may call it`,
    );
    if (typeof access === 'object') requireRolesAndPlace(name, route.url, access);
  });
}

function requireRolesAndPlace(name: string, url: string, { roles, place }: SignedInAccess): void {
  assert(roles.length > 0, `the route ${name} names a role`);
  if (place === 'own places') requireSubject(name, url);
  if (!place.startsWith('params.')) return;
  assert(
    url.split('/').includes(`:${place.slice('params.'.length)}`),
    `the address of ${name} holds its place`,
  );
}

/** What the address names is a record that the access log finds the place of. */
function requireSubject(name: string, url: string): void {
  const [first] = kindsNamed(url);
  if (first === undefined) return;
  assert(first[1] !== undefined, `the access log knows what :${first[0]} of ${name} names`);
}

/** The declaration in one line, as the reference and the tests show it. */
export function describeAccess(access: RouteAccess): string {
  if (typeof access === 'string') return access;
  const { roles, place, withInitialPassword } = access;
  const who = typeof roles === 'string' ? roles : roles.join(' or ');
  const early = withInitialPassword === true ? ', even with the initial password' : '';
  return `${who}; ${place.includes('.') ? `place in ${place}` : place}${early}`;
}
