import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { formatDecimal } from '#kernel/decimal-text';
import { rational, type Rational } from '#kernel/rational';
import { formatRate, parseRate, rate, type Rate } from '#kernel/rate';

/** Percentages as the documents could write them: up to six decimals, trailing zeros included. */
const percentage = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  scale: fc.integer({ min: 0, max: 6 }),
});

describe('parseRate', () => {
  it.each([
    ['10%', 1, 10],
    ['7.3%', 73, 1000],
    ['0%', 0, 1],
    ['100.00%', 1, 1],
    ['-2.5%', -1, 40],
    ['0.000001%', 1, 100000000],
  ])('%s is the exact fraction %d/%d', (text, numerator, denominator) => {
    expect(parseRate(text)).toEqual(rate(rational(BigInt(numerator), BigInt(denominator))));
  });

  it.each(['10', '0.1', '', '10％', '10% ', '1/10'])(
    'a text without a percent sign at its end is refused as no_percent_sign: %j',
    (text) => {
      expect(parseRate(text)).toBe('no_percent_sign');
    },
  );

  it.each([
    ['%', 'empty'],
    ['1e1%', 'exponent'],
    ['1,000%', 'thousands_mark'],
    ['10 %', 'not_decimal'],
    ['10%%', 'not_decimal'],
    ['0.0000001%', 'too_many_decimals'],
    ['1000000000000000%', 'too_long'],
  ])('the fault before the percent sign is named: %s is %s', (text, fault) => {
    expect(parseRate(text)).toBe(fault);
  });
});

describe('formatRate', () => {
  it('a rate written is the rate read', () => {
    fc.assert(
      fc.property(percentage, ({ coefficient, scale }) => {
        const value = rate(rational(coefficient, 100n * 10n ** BigInt(scale)));
        expect(parseRate(formatRate(value))).toEqual(value);
      }),
    );
  });

  it('a rate is written in the shortest way, whatever zeros it was read with', () => {
    fc.assert(
      fc.property(percentage, (decimal) => {
        const written = `${formatDecimal(decimal)}%`;
        const shortest = written.includes('.') ? written.replace(/\.?0*%$/, '%') : written;
        expect(formatRate(parseRate(written) as Rate)).toBe(shortest);
      }),
    );
  });

  it('a rate that no percentage text can hold is written as its fraction, never rounded', () => {
    expect(formatRate(rate(rational(1n, 3n)))).toBe('1/3');
    expect(formatRate(rate(rational(1n, 10n ** 9n)))).toBe('1/1000000000');
  });
});

describe('rate', () => {
  it('a rate is kept in lowest terms, so that 50/100 and 1/2 are one rate', () => {
    expect(rate({ numerator: 50n, denominator: 100n })).toEqual(rate(rational(1n, 2n)));
  });

  it('every rate is a fraction, but a fraction is no rate until it is said to be one', () => {
    expectTypeOf<Rate>().toExtend<Rational>();
    expectTypeOf<Rational>().not.toExtend<Rate>();
    expectTypeOf<number>().not.toExtend<Rate>();
  });
});
