import type { Department } from '#domain/identity/department';
import type { PlacePath } from '#domain/identity/place-path';
import type { RoleId } from '#domain/identity/roles';

export type GrantState = 'requested' | 'confirmed' | 'refused' | 'ended';

/** A role at a place as one person asked for it and another decided; nulls are the first set-up's. */
export interface Grant {
  readonly id: string;
  readonly userId: string;
  readonly role: RoleId;
  readonly place: PlacePath;
  readonly reason: string;
  readonly requestedBy: string | null;
  readonly requestedAt: string;
  readonly state: GrantState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
}

/** A user as administrators see one. */
export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly department: Department;
  readonly place: PlacePath;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

/** Wider access that someone took for a while, with the reason, and what another person found of it later. */
export interface BreakGlass {
  readonly id: string;
  readonly userId: string;
  readonly role: RoleId;
  readonly place: PlacePath;
  readonly department: Department;
  readonly reason: string;
  readonly startedAt: string;
  readonly until: string;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly finding: 'justified' | 'unjustified' | null;
  readonly note: string | null;
}
