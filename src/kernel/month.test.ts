import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import { addMonths, firstDayOf, lastDayOf, MONTHS_PER_YEAR, parseMonth, type Month } from '#kernel/month';
import { nextDay, type PlainDate } from '#kernel/plain-date';

const month = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9899-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 7) as Month);
const count = fc.integer({ min: -600, max: 600 });

describe('parseMonth', () => {
  it('a text is a month exactly when its number is one of twelve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }), (year, number) => {
        const text = `${year.toString().padStart(4, '0')}-${number.toString().padStart(2, '0')}`;
        expect(parseMonth(text)).toBe(number >= 1 && number <= 12 ? text : undefined);
      }),
    );
  });

  it.each(['', '2024-3', '202403', '2024/03', '2024-03-01', ' 2024-03', '2024-03\n', '12024-03'])(
    'only YYYY-MM is a month: %j is none',
    (text) => {
      expect(parseMonth(text)).toBeUndefined();
    },
  );

  it('neither a text nor a day is a month', () => {
    expectTypeOf<string>().not.toExtend<Month>();
    expectTypeOf<PlainDate>().not.toExtend<Month>();
    expectTypeOf<Month>().not.toExtend<PlainDate>();
  });
});

describe('addMonths', () => {
  it.each([
    ['2024-01', 0, '2024-01'],
    ['2024-12', 1, '2025-01'],
    ['2024-01', -1, '2023-12'],
    ['2024-03', -15, '2022-12'],
    ['2024-03', 300, '2049-03'],
    ['0000-12', -11, '0000-01'],
  ])('%s moved by %d months is %s', (from, by, to) => {
    expect(addMonths(from as Month, by)).toBe(to);
  });

  it('months are counted as UTC counts them', () => {
    fc.assert(
      fc.property(month, count, (from, by) => {
        const date = new Date(`${from}-01T00:00:00Z`);
        date.setUTCMonth(date.getUTCMonth() + by);
        expect(addMonths(from, by)).toBe(date.toISOString().slice(0, 7));
      }),
    );
  });

  it('forward and back again is the same month', () => {
    fc.assert(
      fc.property(month, count, (from, by) => {
        expect(addMonths(addMonths(from, by), -by)).toBe(from);
      }),
    );
  });

  it('two moves are one move of their sum', () => {
    fc.assert(
      fc.property(month, count, count, (from, first, second) => {
        expect(addMonths(addMonths(from, first), second)).toBe(addMonths(from, first + second));
      }),
    );
  });

  it('a later month is a greater text', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 600 }), (from, by) => {
        expect(from < addMonths(from, by)).toBe(true);
      }),
    );
  });

  it('twelve months are the same month of the next year', () => {
    expect(addMonths('2024-02' as Month, Number(MONTHS_PER_YEAR))).toBe('2025-02');
  });

  it.each([
    ['9999-12', 1],
    ['0000-01', -1],
    ['2024-01', 0.5],
  ])('%s moved by %d leaves the calendar: a defect of the program', (from, by) => {
    expect(() => addMonths(from as Month, by)).toThrow(AssertionFailure);
  });
});

describe('firstDayOf and lastDayOf', () => {
  it.each([
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-04', '2024-04-01', '2024-04-30'],
    ['2024-12', '2024-12-01', '2024-12-31'],
  ])('%s runs from %s to %s', (text, first, last) => {
    expect(firstDayOf(text as Month)).toBe(first);
    expect(lastDayOf(text as Month)).toBe(last);
  });

  it('the day after the last day of a month is the first day of the next', () => {
    fc.assert(
      fc.property(month, (each) => {
        expect(nextDay(lastDayOf(each))).toBe(firstDayOf(addMonths(each, 1)));
      }),
    );
  });
});
