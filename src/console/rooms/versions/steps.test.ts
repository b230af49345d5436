import { describe, expect, it } from 'vitest';
import type { PlaceVersion, PlaceVersions } from '#console/api/version-queries.ts';
import { dayOf, offeredSteps, pendingOf, standingOf } from '#console/rooms/versions/steps.ts';

const version = (fields: Partial<PlaceVersion>): PlaceVersion => ({
  hash: 'a1'.repeat(32),
  state: 'approved',
  isInForce: false,
  next: ['put_in_force', 'withdraw'],
  events: [],
  ...fields,
});

const place = (draftParts: readonly string[], versions: readonly PlaceVersion[]): PlaceVersions => ({
  packId: 'yunhai',
  present: {
    id: 'yunhai',
    name: { zh: '云海', en: 'Yunhai' },
    places: ['yunhai'],
    status: 'in_force',
    hash: 'a1'.repeat(32),
    draftParts: [...draftParts],
  },
  versions: [...versions],
});

describe('the steps offered', () => {
  it('are those that the version’s state allows', () => {
    expect(offeredSteps(place([], []), version({}))).toEqual(['put_in_force', 'withdraw']);
  });

  it('R-7: never start what is known to be a consultation draft', () => {
    expect(offeredSteps(place(['yunhai'], []), version({}))).toEqual(['withdraw']);
    const other = version({ hash: 'b2'.repeat(32) });
    expect(offeredSteps(place(['yunhai'], []), other)).toEqual(['put_in_force', 'withdraw']);
  });

  it('ask for a day only where there is one', () => {
    expect(dayOf('put_in_force', 'approved')).toBe('starts');
    expect(dayOf('withdraw', 'in_force')).toBe('ends');
    expect(dayOf('withdraw', 'draft')).toBeUndefined();
    expect(dayOf('submit', undefined)).toBeUndefined();
  });
});

describe('how a version stands', () => {
  it('in force is in force, although another is decided to follow', () => {
    expect(standingOf(version({ state: 'superseded', isInForce: true }))).toBe('now');
    expect(standingOf(version({ state: 'in_force', isInForce: false }))).toBe('in_force');
  });

  it('is under way until it is in force or has ended', () => {
    const versions = [
      version({ state: 'draft' }),
      version({ state: 'in_force' }),
      version({ state: 'in_force', isInForce: true }),
      version({ state: 'superseded' }),
      version({ state: 'withdrawn' }),
    ];
    expect(pendingOf(place([], versions)).map(({ state }) => state)).toEqual(['draft', 'in_force']);
  });
});
