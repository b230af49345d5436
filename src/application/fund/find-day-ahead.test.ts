import { describe, expect, it } from 'vitest';
import { findDayAhead, findDayBefore } from '#application/fund/find-day-ahead';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

const on = (day: string, now = '2026-03-10T08:00:00.000Z') => ({
  key: `of ${day}`,
  effectiveOn: day as PlainDate,
  now,
});

describe('a day that has not come', () => {
  it('is named with the event that it stands on, the first of a batch', () => {
    expect(findDayAhead([on('2026-03-10'), on('2026-03-11'), on('2099-01-01')])).toMatchObject({
      code: 'day_ahead',
      at: 'of 2026-03-11',
    });
    expect(findDayAhead([on('2026-03-10'), on('1999-01-01')])).toBeUndefined();
  });

  it('is a day of China, where it begins eight hours before UTC', () => {
    expect(findDayAhead([on('2026-03-11', '2026-03-10T16:00:00.000Z')])).toBeUndefined();
    expect(findDayAhead([on('2026-03-11', '2026-03-10T15:59:59.999Z')])).toBeDefined();
  });
});

describe('a day before the books', () => {
  it('is named with the event that it stands on; books that are not open are asked elsewhere', () => {
    const march = '2026-03' as Month;
    expect(findDayBefore([on('2026-03-01'), on('2026-02-28')], march)).toMatchObject({
      code: 'before_books',
      at: 'of 2026-02-28',
    });
    expect(findDayBefore([on('2026-03-01')], march)).toBeUndefined();
    expect(findDayBefore([on('1900-01-01')], undefined)).toBeUndefined();
  });
});
