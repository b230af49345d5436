import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { present } from '#kernel/assert';
import { firstDayOfYear, parseInsuranceYear, periodOfYear, type InsuranceYear } from '#kernel/insurance-year';
import { adjoins, contains } from '#kernel/period';
import { parsePlainDate, yearOf } from '#kernel/plain-date';

const year = fc
  .integer({ min: 1000, max: 9998 })
  .map((number) => present(parseInsuranceYear(number), 'an insurance year'));

describe('parseInsuranceYear', () => {
  it.each([1000, 2024, 9999])('the four-digit number %d is a year', (number) => {
    expect(parseInsuranceYear(number)).toBe(number);
  });

  it.each([999, 10000, 24, 0, -2024, 2024.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no year',
    (number) => {
      expect(parseInsuranceYear(number)).toBeUndefined();
    },
  );

  it('a number is no insurance year until it was read', () => {
    expectTypeOf<number>().not.toExtend<InsuranceYear>();
    expectTypeOf<InsuranceYear>().toExtend<number>();
  });
});

describe('periodOfYear', () => {
  it('an insurance year runs from 1 January to 31 December', () => {
    const year2024 = present(parseInsuranceYear(2024), 'an insurance year');
    expect(periodOfYear(year2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(firstDayOfYear(year2024)).toBe('2024-01-01');
  });

  it('insurance years follow on each other without a gap', () => {
    fc.assert(
      fc.property(year, (each) => {
        const next = present(parseInsuranceYear(each + 1), 'the year after');
        expect(adjoins(periodOfYear(each), periodOfYear(next))).toBe(true);
      }),
    );
  });

  it('a day belongs to the insurance year of its calendar year and to no other', () => {
    const day = fc.date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 2019, max: 2030 }), (instant, number) => {
        const date = present(parsePlainDate(instant.toISOString().slice(0, 10)), 'a day');
        const period = periodOfYear(present(parseInsuranceYear(number), 'an insurance year'));
        expect(contains(period, date)).toBe(yearOf(date) === number);
      }),
    );
  });
});
