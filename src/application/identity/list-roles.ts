import { mattersOf } from '#domain/identity/department-sight';
import { DEPARTMENTS, type Department } from '#domain/identity/department';
import { ROLE_IDS, ROLES, mayHoldBoth, type Role, type RoleId } from '#domain/identity/roles';
import type { Bilingual } from '#kernel/bilingual';

/** A role in words. `excludes` counts in both directions, unlike the table from which it is read. */
interface RoleLine extends Omit<Role, 'excludes'> {
  readonly id: RoleId;
  readonly excludes: readonly RoleId[];
}

interface DepartmentLine {
  readonly id: Department;
  readonly label: Bilingual;
  /** The matters about persons and employers that it sees. */
  readonly matters: Bilingual[];
}

/** Lists the roles with their permissions and holders, and the departments with what each sees (SC-3.2). */
export function listRoles(): {
  readonly roles: readonly RoleLine[];
  readonly departments: readonly DepartmentLine[];
} {
  return {
    roles: ROLE_IDS.map((id) => ({
      ...ROLES[id],
      id,
      excludes: ROLE_IDS.filter((other) => !mayHoldBoth(id, other)),
    })),
    departments: (Object.keys(DEPARTMENTS) as Department[]).map((id) => {
      return { id, label: DEPARTMENTS[id], matters: mattersOf(id).map(({ label }) => label) };
    }),
  };
}
