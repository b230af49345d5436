import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chinaDateOf, chinaTimeOf, endOfChinaDay, hoursAfter } from '#application/time/china-time';
import type { PlainDate } from '#kernel/plain-date';

it('a day in China begins at 16:00 UTC of the day before', () => {
  expect(chinaDateOf('2026-02-28T15:59:59.999Z')).toBe('2026-02-28');
  expect(chinaDateOf('2026-02-28T16:00:00.000Z')).toBe('2026-03-01');
  expect(endOfChinaDay('2026-02-28' as PlainDate)).toBe('2026-02-28T15:59:59.999Z');
});

it('a time in China is eight hours ahead of UTC, to the second, and hours may lead into another day', () => {
  expect(chinaTimeOf('2026-02-28T16:00:05.999Z')).toBe('2026-03-01 00:00:05');
  expect(hoursAfter('2026-02-28T16:00:00.000Z', 12)).toBe('2026-03-01T04:00:00.000Z');
});

it('the last instant of a day is of that day, and the next one is not', () => {
  const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      const date = chinaDateOf(instant.toISOString());
      const end = endOfChinaDay(date);
      expect(instant.toISOString() <= end).toBe(true);
      expect(chinaDateOf(end)).toBe(date);
      expect(chinaDateOf(new Date(Date.parse(end) + 1).toISOString()) > date).toBe(true);
    }),
  );
});
