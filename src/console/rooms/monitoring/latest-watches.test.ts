import { expect, it } from 'vitest';
import { latestWatches } from '#console/rooms/monitoring/latest-watches.ts';

const pool = (id: string, place: string, kind: 'pool' | 'fund' = 'pool') => ({ id, place, kind });
const books = (id: string, place: string, closedThrough: string | null) =>
  ({ pool: id, place, kind: 'pool', insuranceType: 'employee', closedThrough }) as const;

it('JX-3.4, AH-1.4-d: each fund in sight is watched at the latest closed month of its pools', () => {
  const pools = [pool('yunhai', 'yunhai', 'fund'), pool('east', 'yunhai/east'), pool('west', 'yunhai/west')];
  const kept = [books('east', 'yunhai/east', '2026-02'), books('west', 'yunhai/west', '2026-03')];
  const watch = { insuranceType: 'employee', month: '2026-03', pack: 'pack of yunhai' };
  expect(latestWatches(pools, kept, (place) => `pack of ${place}`)).toEqual([
    { subject: 'yunhai', ...watch },
  ]);
});

it('a pool without a fund in sight is watched alone, and nothing where no month is closed', () => {
  const pools = [pool('east', 'yunhai/east'), pool('north', 'yunhai/north')];
  const kept = [books('east', 'yunhai/east', '2026-02'), books('north', 'yunhai/north', null)];
  expect(latestWatches(pools, kept, () => 'yunhai').map(({ subject }) => subject)).toEqual(['east']);
});
