import { DEPARTMENTS, type Department } from '#domain/identity/department';
import { ROLE_IDS, ROLES, mayHoldBoth, type Role, type RoleId } from '#domain/identity/roles';
import type { Bilingual } from '#kernel/bilingual';

/** A role in words. `excludes` counts in both directions, unlike the table from which it is read. */
interface RoleLine extends Omit<Role, 'excludes'> {
  readonly id: RoleId;
  readonly excludes: readonly RoleId[];
}

/** What each role may do and who may hold it, and the names of the departments. */
export function listRoles(): {
  readonly roles: readonly RoleLine[];
  readonly departments: readonly { readonly id: Department; readonly label: Bilingual }[];
} {
  return {
    roles: ROLE_IDS.map((id) => ({
      ...ROLES[id],
      id,
      excludes: ROLE_IDS.filter((other) => !mayHoldBoth(id, other)),
    })),
    departments: (Object.keys(DEPARTMENTS) as Department[]).map((id) => ({ id, label: DEPARTMENTS[id] })),
  };
}
