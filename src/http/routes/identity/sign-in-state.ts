import { countMissingAdministrators } from '#application/identity/first-administrator';
import { IDLE_MINUTES } from '#application/identity/sign-in';
import { signInStateSchema } from '#contract/identity';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { readSessionToken } from '#http/session-cookie';

/** Unlike `whoAmI` it answers without a session too, so that a page can ask which of the two it is. */
export function signInState(app: HttpApp, services: HttpServices): void {
  const { identityStore, hash, now, providerSignIns } = services;
  app.get(
    '/api/v1/sign-in',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'signInState',
        summary: 'Who is signed in, if anyone, and how one may sign in',
        tags: ['identity'],
        response: { 200: signInStateSchema, ...problemResponse },
      },
    },
    async (request) => {
      const token = readSessionToken(request);
      const account =
        token === undefined ? undefined : await identityStore.findAccount(hash(token), now(), IDLE_MINUTES);
      return {
        account: account ?? null,
        isSetUpOpen: (await countMissingAdministrators({ identityStore })) > 0,
        provider: providerSignIns === undefined ? null : { issuer: providerSignIns.provider.issuer },
      };
    },
  );
}
