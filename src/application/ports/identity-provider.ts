import type { Decision } from '#kernel/decision';

/** What one sign-in was begun with; only an answer that fits all of it ends it. */
export interface ProviderChecks {
  readonly state: string;
  readonly nonce: string;
  /** The secret whose hash went to the provider (PKCE). */
  readonly verifier: string;
}

/** Someone else who knows who a person is: an OpenID Connect provider. */
export interface IdentityProvider {
  /** Its address, by which bindings name it. */
  readonly issuer: string;
  /** Where to send the browser; it comes back to `returnTo`. Refusals: `provider_unreachable`. */
  begin(returnTo: string): Promise<Decision<{ readonly address: string; readonly checks: ProviderChecks }>>;
  /**
   * Who came back: the subject of a signed token that holds for this client, this sign-in and this moment.
   * Refusals: `provider_unreachable`, `provider_refused`.
   * @param cameBack the whole address at which the browser came back
   */
  finish(cameBack: string, checks: ProviderChecks): Promise<Decision<{ readonly subject: string }>>;
  /** Where the browser ends the provider's own session; undefined where the provider has no such place. */
  findSignOutAddress(returnTo: string): Promise<string | undefined>;
}
