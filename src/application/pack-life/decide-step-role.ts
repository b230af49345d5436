import { findGrants, type Account, type RoleId } from '#application/identity/caller';
import type { AskedStep } from '#application/pack-life/prepare-step';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlacePath } from '#domain/identity/place-path';
import { ROLES } from '#domain/identity/roles';
import { findVersion, foldPackLife, type PackState } from '#domain/pack-life/pack-life';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { packPlaces, type Pack } from '#rules/pack/pack';

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
 * The place of the pack for which someone signed in holds the role for a step, there or above it. That nobody both
 * checks and approves is decided elsewhere, by person.
 */
export async function decideStepRole(
  store: Pick<PackLifeStore, 'listEvents'>,
  account: Account,
  pack: Pack,
  kind: AskedStep['kind'],
): Promise<Decision<PlacePath>> {
  const { id } = pack.raw;
  const version =
    kind === 'withdraw' ? findVersion(foldPackLife(id, await store.listEvents(id)), pack.hash) : undefined;
  const roles = rolesOf(kind, version?.state);
  const places = packPlaces(pack);
  const held = places.find((place) => findGrants(account, roles, place).length > 0);
  if (held !== undefined) return allow(held);
  const isAtPlace = places.some((place) => findGrants(account, VERSION_ROLES, place).length > 0);
  return refuse(isAtPlace ? stepRoleMissing(roles) : packOutsidePlaces(places));
}

/** How a person who is signed in stands at a step: the login name tells two people of one name apart. */
export function actorOf({ name, login }: Account): string {
  return `${name} (${login})`;
}

function packOutsidePlaces(places: readonly string[]): Refusal {
  return {
    code: 'outside_your_places',
    at: places.join(' '),
    what: {
      zh: `政策包属于 ${places.join(' 或 ')}，不在授权范围内`,
      en: `the pack is that of ${places.join(' or ')}, which lies outside of what is granted`,
    },
    next: {
      zh: '请由该地区或其上级地区的政策人员办理；登记簿中路径不同的，在 instrument.yaml 的 places 中写明',
      en: 'have someone with a policy role there or above do it; where the register has another path, name it under `places` in instrument.yaml',
    },
  };
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
