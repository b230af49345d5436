import { findGrants, type Account, type RoleId } from '#application/identity/caller';
import type { AskedStep } from '#application/pack-life/prepare-step';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import { ROLES } from '#domain/identity/roles';
import { findVersion, foldPackLife, type PackState } from '#domain/pack-life/pack-life';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';

/** Roles that take any step of a version; which of them takes which is decided by `decideStepRole`. */
export const VERSION_ROLES = ['policy_maker', 'policy_checker'] as const satisfies readonly RoleId[];

/** Makers bring a version as far as its check, and take it back until then; from there on checkers decide. */
function rolesOf(kind: AskedStep['kind'], state: PackState | undefined): readonly RoleId[] {
  switch (kind) {
    case 'submit':
    case 'check':
      return ['policy_maker'];
    case 'approve':
    case 'put_in_force':
      return ['policy_checker'];
    case 'withdraw':
      return state === 'draft' || state === 'checked' ? VERSION_ROLES : ['policy_checker'];
  }
}

/**
 * Whether someone signed in holds the role for a step at the place of the pack, whose id is the place's path. That
 * nobody both checks and approves is decided elsewhere, by person.
 */
export async function decideStepRole(
  store: Pick<PackLifeStore, 'listEvents'>,
  account: Account,
  asked: { readonly packId: string; readonly hash: string; readonly kind: AskedStep['kind'] },
): Promise<Decision<Account>> {
  const { packId, hash, kind } = asked;
  const version =
    kind === 'withdraw' ? findVersion(foldPackLife(packId, await store.listEvents(packId)), hash) : undefined;
  const roles = rolesOf(kind, version?.state);
  return findGrants(account, roles, packId).length > 0 ? allow(account) : refuse(stepRoleMissing(roles));
}

/** How a person who is signed in stands at a step: the login name tells two people of one name apart. */
export function actorOf({ name, login }: Account): string {
  return `${name} (${login})`;
}

function stepRoleMissing(roles: readonly RoleId[]): Refusal {
  const labels = roles.map((role) => ROLES[role].label);
  return {
    code: 'role_missing',
    at: roles.join(' '),
    what: {
      zh: `这一步须由${labels.map(({ zh }) => zh).join('或')}办理`,
      en: `this step is for a ${labels.map(({ en }) => en).join(' or a ')}`,
    },
    next: { zh: '请由有此角色的人办理', en: 'have someone with that role do it' },
  };
}
