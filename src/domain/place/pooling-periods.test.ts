import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPoolOf, poolingPeriods } from '#domain/place/pooling-periods';
import type { Pooling } from '#domain/place/register';
import type { PlainDate } from '#kernel/plain-date';

const day = (text: string): PlainDate => text as PlainDate;
const pooling = (place: string, pool: string, since: string): Pooling => ({
  place,
  pool,
  since: day(since),
  basis: 'test',
});
const CITY = 'yunhai/linjiang';
const COUNTY = 'yunhai/linjiang/dongshan';
const HISTORY = [
  pooling(COUNTY, 'linjiang', '2021-01-01'),
  pooling(COUNTY, 'dongshan', '2010-01-01'),
  pooling(CITY, 'linjiang', '2015-01-01'),
];

describe('SC-2.2-g, JH-4.7-e: what a place was pooled by', () => {
  it.each([
    [COUNTY, '2009-12-31', undefined],
    [COUNTY, '2010-01-01', 'dongshan'],
    [COUNTY, '2020-12-31', 'dongshan'],
    [COUNTY, '2021-01-01', 'linjiang'],
    [`${COUNTY}/village`, '2020-12-31', 'dongshan'],
    ['yunhai/linjiang/other', '2016-01-01', 'linjiang'],
    ['yunhai/xigang', '2016-01-01', undefined],
  ])('%s on %s: %s', (place, on, pool) => {
    expect(findPoolOf(HISTORY, place, day(on))).toBe(pool);
  });

  it('has for each place periods that follow each other without gap or overlap', () => {
    const arbitrary = fc.uniqueArray(
      fc.record({ place: fc.constantFrom(CITY, COUNTY), year: fc.integer({ min: 2000, max: 2030 }) }),
      { selector: ({ place, year }) => `${place} ${year}` },
    );
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const periods = poolingPeriods(
          rows.map(({ place, year }) => pooling(place, `p${year}`, `${year}-01-01`)),
        );
        expect(periods).toHaveLength(rows.length);
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1];
          expect(period.before).toBe(next?.place === period.place ? next.since : null);
          if (period.before !== null) expect(period.since < period.before).toBe(true);
        }
      }),
    );
  });
});
