import type { Decision } from '#kernel/decision';

/** The secrets of one sign-in; only an answer that fits all of them completes it. */
export interface ProviderChecks {
  readonly state: string;
  readonly nonce: string;
  /** The secret whose hash went to the provider (PKCE). */
  readonly verifier: string;
}

/** An external identity provider: OpenID Connect. */
export interface IdentityProvider {
  /** Address of the provider, by which bindings name it. */
  readonly issuer: string;
  /**
   * Begins a sign-in: returns the address to send the browser to; it comes back to `returnTo`. Refusals:
   * `provider_unreachable`.
   */
  begin(returnTo: string): Promise<Decision<{ readonly address: string; readonly checks: ProviderChecks }>>;
  /**
   * Who came back: the subject of a signed token that holds for this client, this sign-in and this moment.
   * Refusals: `provider_unreachable`, `provider_refused`.
   * @param cameBack the whole address at which the browser came back
   */
  finish(cameBack: string, checks: ProviderChecks): Promise<Decision<{ readonly subject: string }>>;
  /** Finds the address at which the browser ends the provider's own session; undefined where there is none. */
  findSignOutAddress(returnTo: string): Promise<string | undefined>;
}
