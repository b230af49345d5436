import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextDay, plainDate, type PlainDate } from '#kernel/plain-date';
import { dateOfDays, daysOf, fullYearsBetween } from '#rules/formula/day-number';

const date = (text: string): PlainDate => text as PlainDate;

it('over 400 years every day is one more than the day before, and is found again by its number', () => {
  let day = plainDate(1850, 1, 1);
  const last = plainDate(2250, 1, 1);
  for (let count = daysOf(day); day <= last; count += 1) {
    // One comparison a day: 146,097 expectations would take longer than what they expect.
    if (daysOf(day) !== count || dateOfDays(count) !== day) expect.fail(`${day} is not day ${count}`);
    day = nextDay(day);
  }
});

it('days are counted from 1 January 1970', () => {
  expect(['1970-01-01', '1969-12-31', '2000-03-01', '1600-02-29'].map((text) => daysOf(date(text)))).toEqual([
    0, -1, 11_017, -135_081,
  ]);
});

it.each([
  ['1990-05-20', '2024-05-19', 33],
  ['1990-05-20', '2024-05-20', 34],
  ['2004-02-29', '2023-02-28', 18],
  ['2004-02-29', '2023-03-01', 19],
  ['2004-02-29', '2024-02-28', 19],
  ['2004-02-29', '2024-02-29', 20],
  ['2024-05-20', '2024-05-20', 0],
  ['2024-05-20', '2024-05-19', -1],
])('who was born on %s is on %s aged %i', (born, on, years) => {
  expect(fullYearsBetween(date(born), date(on))).toBe(years);
});

it('a full year is completed once, on the day that a count of birthdays gives', () => {
  const day = fc.integer({ min: daysOf(plainDate(1950, 1, 1)), max: daysOf(plainDate(2050, 1, 1)) });
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [born, on] = [dateOfDays(Math.min(a, b)), dateOfDays(Math.max(a, b))];
      const [year = 0, month = 0, dayOfMonth = 0] = born.split('-').map(Number);
      let birthdays = 0;
      for (let age = 1; age <= 100; age += 1) {
        const isCommon = new Date(Date.UTC(year + age, 1, 29)).getUTCMonth() !== 1;
        const isMoved = month === 2 && dayOfMonth === 29 && isCommon;
        const birthday = isMoved ? plainDate(year + age, 3, 1) : plainDate(year + age, month, dayOfMonth);
        if (birthday <= on) birthdays += 1;
      }
      expect(fullYearsBetween(born, on)).toBe(birthdays);
    }),
  );
});
