import { signedOutSchema } from '#contract/provider';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { readSessionToken, takeSessionToken } from '#http/session-cookie';
import { present } from '#kernel/assert';

export function signOut(app: HttpApp, services: HttpServices): void {
  app.delete(
    '/api/v1/session',
    {
      config: { access: { roles: 'anyone signed in', place: 'own places', withInitialPassword: true } },
      schema: {
        operationId: 'signOut',
        summary:
          "End the session; the answer tells where the provider's own session is ended, if it opened it",
        tags: ['identity'],
        response: { 200: signedOutSchema, ...problemResponse },
      },
    },
    async (request, reply) => {
      const token = present(readSessionToken(request), 'the token of the session');
      const byProvider = await services.identityStore.endSession(services.hash(token), services.now());
      takeSessionToken(reply);
      const provider = byProvider ? services.providerSignIns?.provider : undefined;
      const returnTo = `http://${request.headers.host ?? ''}/sign-in`;
      return { providerAddress: (await provider?.findSignOutAddress(returnTo)) ?? null };
    },
  );
}
