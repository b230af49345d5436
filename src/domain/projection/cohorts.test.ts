import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributingOf,
  costOf,
  firstCohorts,
  nextCohorts,
  personsOf,
  type Band,
} from '#domain/projection/cohorts';
import { schemeOf } from '#tests/support/fund-projection';

const BANDS = schemeOf().bands;
const STILL = { costPpm: 0n, entriesPpm: 0n };

describe('the cohorts of a pool', () => {
  it('SD-5.1: move one year of age on, lose who exits and gain who newly enrols', () => {
    // Young 2200: none exits, 100 age on; 2% of 3000 enter: 60. Older 400: 20 age on. Retired 400: 12 exit.
    const next = nextCohorts(BANDS, firstCohorts(BANDS, [2200n, 400n, 400n]), {
      costPpm: 0n,
      entriesPpm: 20_000n,
    });
    expect(next.persons).toEqual([2160n, 480n, 408n]);
  });

  it('cost what their weights say, and contribute by their shares', () => {
    const first = firstCohorts(BANDS, [1000n, 500n, 200n]);
    // 1000 × 1 + 500 × 2 + 200 × 4 = 2800.
    expect(costOf(first)).toBe(2800n * 10n ** 12n);
    expect(contributingOf(BANDS, first)).toBe(1500n * 1_000_000n);
    expect(
      costOf({ ...nextCohorts(BANDS, first, { costPpm: 100_000n, entriesPpm: 0n }), persons: first.persons }),
    ).toBe(3080n * 10n ** 12n);
  });

  it('keep everybody who neither exits nor enters', () => {
    const check = fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 3, maxLength: 3 }),
      (persons) => {
        const stay = BANDS.map((band): Band => ({ ...band, exitsPpm: 0n }));
        expect(personsOf(nextCohorts(stay, firstCohorts(stay, persons), STILL))).toBe(
          persons.reduce((sum, count) => sum + count, 0n),
        );
      },
    );
    fc.assert(check);
  });

  it('never fall below nobody', () => {
    const check = fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 100n }), { minLength: 3, maxLength: 3 }),
      fc.bigInt({ min: 0n, max: 1_000_000n }),
      fc.bigInt({ min: 0n, max: 1_000_000n }),
      (persons, exitsPpm, entriesPpm) => {
        const bands = BANDS.map((band): Band => ({ ...band, exitsPpm }));
        const next = nextCohorts(bands, firstCohorts(bands, persons), { costPpm: 0n, entriesPpm });
        expect(next.persons.every((count) => count >= 0n)).toBe(true);
      },
    );
    fc.assert(check);
  });
});
