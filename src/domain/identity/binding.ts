import type { GrantState } from '#domain/identity/grant';

/** A subject of a provider of identities as a user here: one administrator asks for it, another confirms. */
export interface Binding {
  readonly id: string;
  readonly userId: string;
  /** The provider, by its address. */
  readonly issuer: string;
  /** The person's identifier there, which never goes to another. */
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

/** Whether it waits for a decision or holds. */
export function isOpenBinding({ state }: Binding): boolean {
  return state === 'requested' || state === 'confirmed';
}
