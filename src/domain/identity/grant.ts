import type { Department } from '#domain/identity/department';
import type { PlacePath } from '#domain/identity/place-path';
import type { RoleId } from '#domain/identity/roles';

export type GrantState = 'requested' | 'confirmed' | 'refused' | 'ended';

/** A role at a place, requested by one person and decided by another; nulls belong to the first set-up. */
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

/** A user as shown to administrators. */
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

/** Emergency access that a person took for a while, with the reason and another person's later finding. */
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
