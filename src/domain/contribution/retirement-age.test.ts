import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retirementAge, type RetirementTrack } from '#domain/contribution/retirement-age';
import { addMonths, parseMonth, type Month } from '#kernel/month';
import { loadTestPack } from '#tests/support/load-test-pack';

const pack = await loadTestPack('national');

function age(track: RetirementTrack, born: string): { readonly month: string; readonly delayMonths: number } {
  const result = retirementAge(pack, track, parseMonth(born) as Month);
  if (!result.allowed) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

describe('NAT-RET.1: the statutory retirement age rises from January 2025', () => {
  it.each<[string, RetirementTrack, string, string, number]>([
    ['a man who is 60 in December 2024 is not touched', 'male', '1964-12', '2024-12', 0],
    ['the first man of the rise: one month', 'male', '1965-01', '2025-02', 1],
    ['the last of the first four months', 'male', '1965-04', '2025-05', 1],
    ['the fifth month: two', 'male', '1965-05', '2025-07', 2],
    ['the last step of men: 63', 'male', '1976-09', '2039-09', 36],
    ['63 for all men after them', 'male', '1999-01', '2062-01', 36],
    ['a woman of the 55 track', 'female_55', '1970-01', '2025-02', 1],
    ['58 is their last age', 'female_55', '1981-09', '2039-09', 36],
    ['a woman of the 50 track rises every two months', 'female_50', '1975-03', '2025-05', 2],
    ['the month before the last step', 'female_50', '1984-10', '2039-09', 59],
    ['55 is their last age', 'female_50', '1984-11', '2039-11', 60],
  ])('%s', (_, track, born, month, delayMonths) => {
    expect(age(track, born)).toMatchObject({ month, delayMonths, cite: ['NAT-RET.1'] });
  });

  it('who is born later never retires earlier, and no step is longer than a month', () => {
    const born = fc.integer({ min: 0, max: 600 }).map((months) => addMonths('1955-01' as Month, months));
    fc.assert(
      fc.property(
        fc.constantFrom<RetirementTrack>('male', 'female_55', 'female_50'),
        born,
        (track, month) => {
          const [one, next] = [age(track, month), age(track, addMonths(month, 1))];
          expect(next.month > one.month).toBe(true);
          expect([0, 1]).toContain(next.delayMonths - one.delayMonths);
        },
      ),
    );
  });
});
