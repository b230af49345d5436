import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import {
  fen,
  fenOf,
  formatYuan,
  formatYuanGrouped,
  maxFen,
  minFen,
  parseYuan,
  positivePart,
  sumFen,
  ZERO_FEN,
  type Fen,
} from '#kernel/fen';

/** Every amount whose yuan have at most fifteen digits. */
const amount = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }).map(fen);

describe('fenOf', () => {
  it('reads what the program wrote, and a text that is no amount is a fault of the program, never a zero', () => {
    expect(fenOf('-1234.50')).toBe(-123450n);
    expect(() => fenOf('1e5')).toThrow(AssertionFailure);
    expect(() => fenOf('')).toThrow(AssertionFailure);
  });
});

describe('parseYuan and formatYuan', () => {
  it('an amount written in yuan is the amount read, to the fen', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseYuan(formatYuan(value))).toBe(value);
      }),
    );
  });

  it.each([
    ['1234.50', 123450],
    ['1234.5', 123450],
    ['1234', 123400],
    ['0.01', 1],
    ['-0.01', -1],
    ['-0', 0],
  ])('%s yuan are %d fen', (text, expected) => {
    expect(parseYuan(text)).toBe(BigInt(expected));
  });

  it.each([
    [123450, '1234.50'],
    [100, '1.00'],
    [1, '0.01'],
    [0, '0.00'],
    [-1, '-0.01'],
    [-123450, '-1234.50'],
  ])('%d fen are written as %s, always with two decimals', (value, text) => {
    expect(formatYuan(fen(BigInt(value)))).toBe(text);
  });

  it.each(['1.005', '1.000', '-0.001'])(
    'an amount with a third decimal is refused as too_many_decimals: %s',
    (text) => {
      expect(parseYuan(text)).toBe('too_many_decimals');
    },
  );

  it.each([
    ['', 'empty'],
    ['1e3', 'exponent'],
    ['1,234.50', 'thousands_mark'],
    ['一千', 'not_decimal'],
    ['1000000000000000', 'too_long'],
  ])('the fault of a text that is no amount is named: %j is %s', (text, fault) => {
    expect(parseYuan(text)).toBe(fault);
  });
});

describe('formatYuanGrouped', () => {
  it.each([
    [123450, '1,234.50'],
    [99999, '999.99'],
    [-99999, '-999.99'],
    [-10000000, '-100,000.00'],
    [123456789012, '1,234,567,890.12'],
    [0, '0.00'],
  ])('%d fen are shown as %s', (value, text) => {
    expect(formatYuanGrouped(fen(BigInt(value)))).toBe(text);
  });

  it('a mark stands before each group of three and changes nothing else', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const grouped = formatYuanGrouped(value);
        expect(grouped).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
        expect(grouped.replaceAll(',', '')).toBe(formatYuan(value));
      }),
    );
  });
});

describe('reckoning with fen', () => {
  it('no amounts add up to zero', () => {
    expect(sumFen([])).toBe(ZERO_FEN);
  });

  it('a sum is exact past the range of floating numbers', () => {
    expect(sumFen([fen(9007199254740993n), fen(1n), fen(-1n)])).toBe(9007199254740993n);
  });

  it('the order of the amounts does not change their sum', () => {
    const shuffled = fc
      .array(amount)
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sumFen(other)).toBe(sumFen(list));
      }),
    );
  });

  it('of two amounts one is the greater and the other the lesser', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect([minFen(a, b), maxFen(a, b)]).toEqual(a <= b ? [a, b] : [b, a]);
      }),
    );
  });

  it('a difference is its surplus less its deficit, and one of the two is zero', () => {
    fc.assert(
      fc.property(amount, (difference) => {
        const [surplus, deficit] = [positivePart(difference), positivePart(0n - difference)];
        expect(surplus - deficit).toBe(difference);
        expect(surplus === ZERO_FEN || deficit === ZERO_FEN).toBe(true);
        expect(surplus >= 0n && deficit >= 0n).toBe(true);
      }),
    );
  });

  it('a whole number is no money until it is marked, and arithmetic takes the mark off', () => {
    expectTypeOf<bigint>().not.toExtend<Fen>();
    expectTypeOf<number>().not.toExtend<Fen>();
    expectTypeOf<Fen>().toExtend<bigint>();
    const sum = fen(1n) + fen(2n);
    expectTypeOf(sum).toEqualTypeOf<bigint>();
  });
});
