import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { adjoins, contains, overlap, type Period } from '#kernel/period';
import { type PlainDate } from '#kernel/plain-date';

/** Days about a leap day and the end of a year, few enough to count through. */
const DAYS = Array.from(
  { length: 90 },
  (_, index) => new Date(Date.UTC(2023, 11, 1 + index)).toISOString().slice(0, 10) as PlainDate,
);
const day = fc.constantFrom(...DAYS);

/** Periods within DAYS; an open one reaches past them. */
const period = fc.tuple(day, day, fc.boolean()).map(([a, b, open]): Period => {
  const [from, to] = a < b ? [a, b] : [b, a];
  return open ? { from } : { from, to };
});

const daysOf = (each: Period): PlainDate[] => DAYS.filter((date) => contains(each, date));
const between = (from: string, to?: string): Period =>
  to === undefined ? { from: from as PlainDate } : { from: from as PlainDate, to: to as PlainDate };

describe('contains', () => {
  it.each([
    ['2023-12-31', false],
    ['2024-01-01', true],
    ['2024-06-15', true],
    ['2024-12-31', true],
    ['2025-01-01', false],
  ])('both ends belong to the period: 2024 holds %s: %s', (date, held) => {
    expect(contains(between('2024-01-01', '2024-12-31'), date as PlainDate)).toBe(held);
  });

  it('a period without an end holds every day from its first', () => {
    fc.assert(
      fc.property(day, day, (from, date) => {
        expect(contains({ from }, date)).toBe(Date.parse(date) >= Date.parse(from));
      }),
    );
  });

  it('a period of one day holds that day alone', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(daysOf({ from: date, to: date })).toEqual([date]);
      }),
    );
  });
});

describe('overlap', () => {
  it('two periods overlap exactly when some day lies in both', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlap(a, b)).toBe(daysOf(a).some((date) => contains(b, date)));
        expect(overlap(b, a)).toBe(overlap(a, b));
      }),
    );
  });

  it('two periods without an end always overlap', () => {
    expect(overlap(between('2024-01-01'), between('9000-01-01'))).toBe(true);
  });

  it('periods that share one day overlap; periods that meet do not', () => {
    const [toJanuary, toDecember] = [
      between('2023-01-01', '2024-01-01'),
      between('2023-01-01', '2023-12-31'),
    ];
    const from2024 = between('2024-01-01');
    expect([overlap(toJanuary, from2024), overlap(from2024, toJanuary)]).toEqual([true, true]);
    expect([overlap(toDecember, from2024), overlap(from2024, toDecember)]).toEqual([false, false]);
  });
});

describe('adjoins', () => {
  it('the next period adjoins when not a day lies between and none is in both', () => {
    fc.assert(
      fc.property(period, period, (previous, next) => {
        const last = previous.to === undefined ? -1 : DAYS.indexOf(previous.to);
        expect(adjoins(previous, next)).toBe(last >= 0 && DAYS[last + 1] === next.from);
      }),
    );
  });

  it.each([
    ['2023-12-31', '2024-01-01', true],
    ['2024-02-28', '2024-02-29', true],
    ['2024-02-28', '2024-03-01', false],
    ['2023-02-28', '2023-03-01', true],
    ['2023-12-31', '2023-12-31', false],
  ])('after a period to %s one from %s adjoins: %s', (to, from, expected) => {
    expect(adjoins(between('2020-01-01', to), between(from))).toBe(expected);
  });

  it('nothing adjoins a period without an end', () => {
    expect(adjoins(between('2024-01-01'), between('2025-01-01'))).toBe(false);
  });

  it('nothing adjoins a period to 9999-12-31, the last day that records can write', () => {
    expect(adjoins(between('2024-01-01', '9999-12-31'), between('2025-01-01'))).toBe(false);
  });
});
