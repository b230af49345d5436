import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, changesOf, optionalChange } from '#application/scenarios/change';
import { fen, formatYuan } from '#kernel/fen';

describe('a change', () => {
  it.each([
    ['100.00', '80.00', '-20.00'],
    ['-5.00', '5.01', '10.01'],
    ['9', '9.25', '0.25'],
    ['999999999999999.99', '0.01', '-999999999999999.98'],
  ])('from %s to %s is %s, exactly', (baseline, scenario, difference) => {
    expect(changeOf(baseline, scenario)).toEqual({ baseline, scenario, difference });
  });

  it('is what leads from the run to the scenario, for any amounts', () => {
    const amount = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
    fc.assert(
      fc.property(amount, amount, (before, after) => {
        const { difference } = changeOf(formatYuan(fen(before)), formatYuan(fen(after)));
        expect(difference).toBe(formatYuan(fen(after - before)));
      }),
    );
  });

  it('of months that cannot be reckoned has no difference', () => {
    expect(optionalChange(null, '9.00')).toEqual({ baseline: null, scenario: '9.00', difference: null });
    expect(optionalChange('8.50', '9.00')).toMatchObject({ difference: '0.50' });
  });

  it('of rows that only one side has counts the other as nothing', () => {
    expect(changesOf({ city: '3.00' }, { bonds: '2.00' })).toEqual({
      city: { baseline: '3.00', scenario: '0.00', difference: '-3.00' },
      bonds: { baseline: '0.00', scenario: '2.00', difference: '2.00' },
    });
  });
});
