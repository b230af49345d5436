import { describe, expect, it } from 'vitest';
import type { RunSummary } from '#console/api/queries.ts';
import { nearestRun, placesOf, yearsOf } from '#console/app/nearest-run.ts';

function run(id: string, packId: string, year: number, scheme: string): RunSummary {
  return {
    id,
    command: 'adjust',
    packId,
    packHash: '',
    engineVersion: 'adjust-1',
    year,
    scheme,
    dataNote: '',
    resultHash: '',
    recordedAt: '2026-03-01T08:00:00.000Z',
  };
}

/** Newest first. */
const runs = [
  run('w25e', 'west', 2025, 'employee'),
  run('e25r', 'east', 2025, 'resident'),
  run('e25e', 'east', 2025, 'employee'),
  run('e25e-older', 'east', 2025, 'employee'),
  run('e24r', 'east', 2024, 'resident'),
];

describe('the run of another place or year', () => {
  it.each([
    [
      'the newest of the same insurance type',
      { packId: 'west', year: 2025, scheme: 'employee' },
      { packId: 'east' },
      'e25e',
    ],
    ['another year of the place', { packId: 'east', year: 2025, scheme: 'resident' }, { year: 2024 }, 'e24r'],
    [
      'another type where the year has no other',
      { packId: 'east', year: 2025, scheme: 'employee' },
      { year: 2024 },
      'e24r',
    ],
    [
      'another year where the place has no such',
      { packId: 'east', year: 2024, scheme: 'resident' },
      { packId: 'west' },
      'w25e',
    ],
    [
      'none where nothing was reckoned',
      { packId: 'west', year: 2025, scheme: 'employee' },
      { year: 2024 },
      undefined,
    ],
  ])('is %s', (_, current, choice, expected) => {
    expect(nearestRun(runs, current, choice)?.id).toBe(expected);
  });

  it('can be chosen from what there is', () => {
    expect(placesOf(runs)).toEqual(['west', 'east']);
    expect([yearsOf(runs, 'east'), yearsOf(runs, 'west')]).toEqual([[2025, 2024], [2025]]);
  });
});
