import type { GrantState } from '#domain/identity/grant';

/** The binding of an identity provider's subject to a user; one administrator requests it, another confirms it. */
export interface Binding {
  readonly id: string;
  readonly userId: string;
  /** Address of the provider. */
  readonly issuer: string;
  /** The person's identifier at the provider, which is never given to another person. */
  readonly subject: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: GrantState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
}

/** Whether a binding is undecided or in effect. */
export function isOpenBinding({ state }: Binding): boolean {
  return state === 'requested' || state === 'confirmed';
}
