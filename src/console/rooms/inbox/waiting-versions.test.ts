import { expect, it } from 'vitest';
import type { Account, RoleId } from '#console/api/session-queries.ts';
import type { PlaceVersion, PlaceVersions } from '#console/api/version-queries.ts';
import { waitingVersions } from '#console/rooms/inbox/waiting-versions.ts';

const account = (login: string, ...roles: readonly RoleId[]): Account => ({
  userId: login,
  login,
  name: login,
  department: 'health_insurance',
  place: 'yunhai',
  mustChange: false,
  grants: roles.map((role) => ({ role, place: 'yunhai', breakGlass: null })),
});

function places(
  state: PlaceVersion['state'],
  next: PlaceVersion['next'],
  packId = 'yunhai',
): PlaceVersions[] {
  const event = {
    sequence: 1,
    at: '2026-03-01T00:00:00.000Z',
    effectiveFrom: null,
    note: '',
    casesHash: null,
  } as const;
  const events = [{ ...event, event: 'submitted' as const, actor: '林 (lin)' }];
  return [{ packId, versions: [{ hash: 'a'.repeat(64), state, isInForce: false, next, events }] }];
}

it('a check waits for makers and an approval for checkers, at the place of the pack', () => {
  const draft = places('draft', ['check', 'withdraw']);
  expect(waitingVersions(account('wu', 'policy_maker'), draft).map(({ step }) => step)).toEqual(['check']);
  expect(waitingVersions(account('wu', 'policy_checker'), draft)).toEqual([]);
  const checked = places('checked', ['approve', 'withdraw']);
  expect(waitingVersions(account('wu', 'policy_checker'), checked)).toHaveLength(1);
  expect(waitingVersions(account('wu', 'policy_checker'), places('checked', ['approve'], 'other'))).toEqual(
    [],
  );
});

it('a city’s pack waits for its people where the city lies below its province', () => {
  const [draft] = places('draft', ['check'], 'linjiang');
  const head = { id: 'linjiang', name: { zh: '临江', en: 'Linjiang' }, hash: 'b'.repeat(64), draftParts: [] };
  const present = { ...head, status: 'in_force' as const, places: ['linjiang', 'yunhai/linjiang'] };
  const found = waitingVersions(account('wu', 'policy_maker'), draft ? [{ ...draft, present }] : []);
  expect(found.map(({ step }) => step)).toEqual(['check']);
});

it('an approval does not wait for who submitted the version', () => {
  const checked = places('checked', ['approve', 'withdraw']);
  expect(waitingVersions(account('lin', 'policy_maker', 'policy_checker'), checked)).toEqual([]);
});
