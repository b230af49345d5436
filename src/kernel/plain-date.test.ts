import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import { daysInMonth, nextDay, parsePlainDate, plainDate, yearOf, type PlainDate } from '#kernel/plain-date';

const DAY_MS = 86_400_000;

/** The calendar of the JavaScript engine in UTC, years 0 to 9999 as they stand. */
function utcText(year: number, month: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}

const pad = (value: number, width: number): string => value.toString().padStart(width, '0');
const year = fc.integer({ min: 0, max: 9999 });
const day = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);

describe('parsePlainDate', () => {
  it('a text is a day exactly when the calendar has that day', () => {
    fc.assert(
      fc.property(
        year,
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, month, date) => {
          const text = `${pad(y, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
          expect(parsePlainDate(text)).toBe(utcText(y, month, date) === text ? text : undefined);
        },
      ),
    );
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2100-02-29', false],
    ['2024-04-31', false],
    ['2024-12-31', true],
  ])('leap years and short months count: %s is a day: %s', (text, exists) => {
    expect(parsePlainDate(text) !== undefined).toBe(exists);
  });

  it.each([
    '',
    '2024-2-18',
    '20240218',
    '2024/02/18',
    '2024-02-18T00:00',
    ' 2024-02-18',
    '2024-02-18\n',
    '12024-02-18',
  ])('only YYYY-MM-DD is a day: %j is none', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  });

  it('a text is no day until it was read', () => {
    expectTypeOf<string>().not.toExtend<PlainDate>();
    expectTypeOf<PlainDate>().toExtend<string>();
  });
});

describe('plainDate', () => {
  it('year, month and day make the text of the day', () => {
    expect(plainDate(2024, 2, 18)).toBe('2024-02-18');
    expect(plainDate(999, 1, 1)).toBe('0999-01-01');
  });

  it.each([
    [2023, 2, 29],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 1, 0],
    [2024, 1, 1.5],
    [10000, 1, 1],
    [-1, 1, 1],
  ])('%d-%d-%d is no day of the calendar: a defect of the program', (y, month, date) => {
    expect(() => plainDate(y, month, date)).toThrow(AssertionFailure);
  });
});

describe('the order of days', () => {
  it('the next day is one day of UTC later', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(nextDay(date)).toBe(new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
    ['2024-02-29', '2024-03-01'],
    ['2024-12-31', '2025-01-01'],
  ])('after %s comes %s', (date, next) => {
    expect(nextDay(date as PlainDate)).toBe(next);
  });

  it('walking day by day meets every day of a common and of a leap year once', () => {
    let date = plainDate(2023, 1, 1);
    for (let offset = 0; offset < 365 + 366; offset += 1) {
      expect(date).toBe(new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10));
      date = nextDay(date);
    }
    expect(date).toBe('2025-01-01');
  });

  it('text order is date order', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b));
      }),
    );
  });

  it('the calendar ends with the year 9999', () => {
    expect(() => nextDay(plainDate(9999, 12, 31))).toThrow(AssertionFailure);
  });
});

describe('yearOf and daysInMonth', () => {
  it('the year of a day is its year in UTC', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(yearOf(date)).toBe(new Date(date).getUTCFullYear());
      }),
    );
  });

  it('a month has the days that UTC gives it', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), (y, month) => {
        expect(daysInMonth(y, month)).toBe(Number(utcText(y, month + 1, 0).slice(-2)));
      }),
    );
  });
});
