import type { IdentityStore } from '#application/ports/identity-store';
import type { Passwords } from '#application/ports/passwords';

/** The services that the use cases of identity need. */
export interface IdentityServices {
  readonly identityStore: IdentityStore;
  readonly passwords: Passwords;
  /** 256 random bits as text that may stand in an address or a cookie. */
  readonly randomToken: () => string;
  /** SHA-256 as 64 hexadecimal digits: only this of a token is ever stored. */
  readonly hash: (text: string) => string;
}
