import { expect, it } from 'vitest';
import { monthToShow } from '#console/rooms/budgets/months.ts';

it('SC-2.1-d: execution opens through the present month, of a year that is over through its last', () => {
  expect([monthToShow(2026, '2026-09-30'), monthToShow(2025, '2026-09-30')]).toEqual(['9', '12']);
  expect(monthToShow(2027, '2026-09-30')).toBe('1');
});
