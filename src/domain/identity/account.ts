import type { Department } from '#domain/identity/department';
import { coversPlace, type PlacePath } from '#domain/identity/place-path';
import { ROLES, type RoleId } from '#domain/identity/roles';

/** A role that someone holds at a place and everywhere below it. */
export interface HeldGrant {
  readonly role: RoleId;
  readonly place: PlacePath;
  /** Id of the emergency access behind it; null for a grant made by two people. */
  readonly breakGlass: string | null;
}

/** A signed-in user, with the grants held at this moment. */
export interface Account {
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly department: Department;
  /** The user's home: no grant of the user reaches above it. */
  readonly place: PlacePath;
  /** The password was given by another person and must be replaced before anything else. */
  readonly mustChange: boolean;
  readonly grants: readonly HeldGrant[];
}

/** The rows that the database may show within one request: places with what lies below, each with its departments. */
export interface Scope {
  readonly userId: string;
  readonly parts: readonly { readonly place: PlacePath; readonly department: Department | '*' }[];
}

/** Reckons what an account sees by these roles, ignoring its other roles. */
export function scopeOf(account: Account, roles: readonly RoleId[]): Scope {
  const used = account.grants.filter(({ role }) => roles.includes(role));
  const parts = used.map(({ role, place }) => ({
    place,
    department: ROLES[role].sees === 'every department' ? ('*' as const) : account.department,
  }));
  return { userId: account.userId, parts };
}

/** Lists the grants by which an account may act in one of the roles at a place; at any place where none is given. */
export function grantsFor(
  { grants }: Account,
  roles: readonly RoleId[],
  place: PlacePath | undefined,
): readonly HeldGrant[] {
  return grants.filter(
    (grant) => roles.includes(grant.role) && (place === undefined || coversPlace(grant.place, place)),
  );
}
