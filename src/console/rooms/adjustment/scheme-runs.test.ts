import { describe, expect, test } from 'vitest';
import type { RunSummary } from '#console/api/queries.ts';
import { schemeRuns } from '#console/rooms/adjustment/scheme-runs.ts';

function run(id: string, fields: Partial<RunSummary> = {}): RunSummary {
  return {
    id,
    command: 'adjust',
    packId: 'jiangxi',
    packHash: 'p',
    engineVersion: '1',
    year: 2024,
    scheme: 'employee',
    dataNote: '',
    resultHash: 'r',
    recordedAt: '2025-01-01T00:00:00Z',
    ...fields,
  };
}

describe('the switch between insurance types', () => {
  const current = run('a');

  test('leads to the newest run of the other type, of the same pack and year', () => {
    const runs = [
      run('other-pack', { scheme: 'resident', packId: 'anhui' }),
      run('other-year', { scheme: 'resident', year: 2025 }),
      run('newest', { scheme: 'resident' }),
      run('older', { scheme: 'resident' }),
      current,
    ];
    expect(schemeRuns(runs, current).map(({ id }) => id)).toEqual(['a', 'newest']);
  });

  test('keeps the run on screen for its own type, even if a newer one exists', () => {
    expect(schemeRuns([run('newer'), current], current).map(({ id }) => id)).toEqual(['a']);
  });

  test('puts employees first', () => {
    const resident = run('r', { scheme: 'resident' });
    expect(schemeRuns([resident, current], resident).map(({ id }) => id)).toEqual(['a', 'r']);
  });
});
