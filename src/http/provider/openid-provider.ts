import * as openid from 'openid-client';
import { providerRefused, providerUnreachable } from '#application/identity/provider-refusals';
import type { IdentityProvider } from '#application/ports/identity-provider';
import { allow, refuse, type Decision } from '#kernel/decision';

interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
}

/** A provider that does not answer within so many seconds is not there. */
const TIMEOUT_SECONDS = 10;

/**
 * The port by OpenID Connect: authorization code flow with PKCE, state and nonce; the ID token's signature, issuer,
 * audience and times are checked by openid-client. The provider's description is read when it is first needed, and
 * again after it could not be.
 */
export function createOpenIdProvider({ issuer, clientId, secret }: OpenIdSettings): IdentityProvider {
  let found: openid.Configuration | undefined;
  const configuration = async (): Promise<openid.Configuration> => {
    found ??= await openid.discovery(new URL(issuer), clientId, undefined, openid.ClientSecretBasic(secret), {
      timeout: TIMEOUT_SECONDS,
      execute: [openid.enableNonRepudiationChecks, ...unencrypted(issuer)],
    });
    return found;
  };
  return {
    issuer,

    async begin(returnTo) {
      const config = await attempt(issuer, configuration);
      if (!config.allowed) return config;
      const verifier = openid.randomPKCECodeVerifier();
      const checks = { state: openid.randomState(), nonce: openid.randomNonce(), verifier };
      const address = openid.buildAuthorizationUrl(config.value, {
        redirect_uri: returnTo,
        scope: 'openid',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return allow({ address: address.href, checks });
    },

    async finish(cameBack, { state, nonce, verifier }) {
      const claims = await attempt(issuer, async () => {
        const tokens = await openid.authorizationCodeGrant(await configuration(), new URL(cameBack), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return tokens.claims();
      });
      if (!claims.allowed) return claims;
      const subject = claims.value?.sub;
      return subject === undefined ? refuse(providerRefused('sub')) : allow({ subject });
    },

    async findSignOutAddress(returnTo) {
      const config = await attempt(issuer, configuration);
      if (!config.allowed || config.value.serverMetadata().end_session_endpoint === undefined)
        return undefined;
      return openid.buildEndSessionUrl(config.value, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

/** The issuer was checked where it was read: only one on this machine may go without encryption. */
function unencrypted(issuer: string): readonly ((config: openid.Configuration) => void)[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody takes it lightly
  return issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
}

/** Runs what talks to the provider: no answer is one refusal, an answer that does not hold another. */
async function attempt<T>(issuer: string, work: () => Promise<T>): Promise<Decision<T>> {
  try {
    return allow(await work());
  } catch (error) {
    if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) {
      return refuse(providerRefused(error.error));
    }
    if (error instanceof openid.ClientError && !UNREACHABLE.includes(error.code ?? '')) {
      return refuse(providerRefused(error.code ?? error.name));
    }
    if (error instanceof openid.ClientError || error instanceof TypeError || isTimeout(error)) {
      return refuse(providerUnreachable(issuer));
    }
    throw error;
  }
}

/** Codes of openid-client for an answer that does not come, or not from a provider. */
const UNREACHABLE: readonly string[] = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
