import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import { formatYuan } from '#kernel/fen';
import { adjustInvented, city, requestOf, tryInvented } from '#tests/support/invented-request';

/** Balance 40 before a levy of 50: short by 10. */
const short = { collections: '1000.00', revenue: '1240.00', expenditure: '1200.00' } as const;

function outcome(given: Partial<PoolRequest>): object {
  const { burdens, refusals, pools } = adjustInvented(requestOf([city('east', { ...short, ...given })]));
  return {
    burdens: burdens.map((row) => `${row.bearer} ${formatYuan(row.amount.fen)} ${row.cite.join()}`),
    refusals: refusals.map((row) => `${row.condition} ${row.cite.join()}`),
    after: pools.map((pool) => formatYuan(pool.balanceAfter.fen)),
  };
}

describe('cover of the deficit after the levy', () => {
  it('JX-R4: a deficit covered whole gates nothing; the pool is topped up from zero', () => {
    // 40 − 50 + 10 = 0; six months are 600 and the fund has 50, all of it for east
    expect(outcome({ treasuryCover: '10.00' })).toEqual({
      burdens: ['local_treasury 10.00 YH-3'],
      refusals: [],
      after: ['50.00'],
    });
  });

  it('JX-R4: less is credited, gates the pool and leaves the rest uncovered', () => {
    expect(outcome({ treasuryCover: '9.99' })).toEqual({
      burdens: ['local_treasury 9.99 YH-3', 'uncovered 0.01 YH-3'],
      refusals: ['deficitCovered YH-3'],
      after: ['-0.01'],
    });
  });

  it('R-6: what nobody covers is uncovered and keeps the balance below zero', () => {
    expect(outcome({ treasuryCover: '0.00' })).toEqual({
      burdens: ['uncovered 10.00 YH-3'],
      refusals: ['deficitCovered YH-3'],
      after: ['-10.00'],
    });
  });

  it('JX-R4: a balance of exactly zero is no deficit', () => {
    expect(outcome({ revenue: '1250.00' })).toEqual({ burdens: [], refusals: [], after: ['50.00'] });
  });

  it('JX-R4: a deficit from earlier years counts, the year alone does not', () => {
    expect(outcome({ revenue: '1250.00', openingBalance: '-3.00' })).toMatchObject({
      burdens: ['uncovered 3.00 YH-3'],
      refusals: ['deficitCovered YH-3'],
    });
    expect(outcome({ openingBalance: '10.00' })).toMatchObject({ burdens: [], refusals: [] });
  });

  it.each([
    ['above the deficit', short, '10.01', '10.00'],
    ['where there is no deficit', { ...short, revenue: '9999.00' }, '0.01', '0.00'],
  ])(
    'JX-R4: cover %s is an error of the input that names the pool and the clause',
    (_, given, treasuryCover, deficit) => {
      const result = tryInvented(requestOf([city('west'), city('east', { ...given, treasuryCover })]));
      expect(result).toMatchObject({
        allowed: false,
        refusals: [
          {
            code: 'cover_above_deficit',
            at: 'pools[1].treasuryCover',
            clause: 'YH-3',
            what: { en: `the treasury's cover is above the deficit of ${deficit} yuan` },
          },
        ],
      });
    },
  );

  it('every pool with too much cover is named', () => {
    const result = tryInvented(
      requestOf([city('east', { treasuryCover: '1.00' }), city('west', { treasuryCover: '1.00' })]),
    );
    expect(result.allowed ? [] : result.refusals.map((refusal) => refusal.at)).toEqual([
      'pools[0].treasuryCover',
      'pools[1].treasuryCover',
    ]);
  });
});
