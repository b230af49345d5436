import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import { formatDecimal, parseDecimal } from '#kernel/decimal-text';

const decimal = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
  scale: fc.integer({ min: 0, max: 8 }),
});

describe('parseDecimal', () => {
  it.each([
    ['0', 0n, 0],
    ['12.50', 1250n, 2],
    ['-12.5', -125n, 1],
    ['-0.00', 0n, 2],
    ['0.0001', 1n, 4],
    ['007', 7n, 0],
    ['999999999999999.9999', 9999999999999999999n, 4],
  ])('%s is read exactly, with the decimals that were written', (text, coefficient, scale) => {
    expect(parseDecimal(text, 4)).toEqual({ coefficient, scale });
  });

  it('a decimal written is the decimal read', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        expect(parseDecimal(formatDecimal(value), 8)).toEqual(value);
      }),
    );
  });

  it.each(['', ' ', '\t\n', '\u3000'])('a text of spaces only is refused as empty: %j', (text) => {
    expect(parseDecimal(text, 2)).toBe('empty');
  });

  it.each(['1e5', '1E5', '-1.5e-3', '1.5E+10'])('%s is refused as exponent', (text) => {
    expect(parseDecimal(text, 2)).toBe('exponent');
  });

  it.each(['1,234', '-1,234,567.89', '1，234.50', "12'345"])('%s is refused as thousands_mark', (text) => {
    expect(parseDecimal(text, 2)).toBe('thousands_mark');
  });

  it.each([
    '+1',
    '--1',
    '-',
    '.',
    '.5',
    '5.',
    '1.2.3',
    '0x10',
    '1_000',
    '1 000',
    ' 1',
    '1 ',
    '1\n',
    '1,23',
    '１２',
    '٣',
    '−1',
    '¥1',
    '1元',
    'NaN',
    'Infinity',
    '1e',
  ])('%j is refused as not_decimal', (text) => {
    expect(parseDecimal(text, 2)).toBe('not_decimal');
  });

  it('one decimal more than the place allows is refused as too_many_decimals, even a zero', () => {
    fc.assert(
      fc.property(decimal, ({ coefficient, scale }) => {
        const text = formatDecimal({ coefficient, scale: scale + 1 });
        expect(parseDecimal(text, scale)).toBe('too_many_decimals');
        expect(parseDecimal(text, scale + 1)).toEqual({ coefficient, scale: scale + 1 });
      }),
    );
    expect(parseDecimal('1.50', 1)).toBe('too_many_decimals');
  });

  it('fifteen digits before the point are read and the sixteenth is refused as too_long', () => {
    expect(parseDecimal('9'.repeat(15), 0)).toEqual({ coefficient: 10n ** 15n - 1n, scale: 0 });
    expect(parseDecimal('9'.repeat(16), 0)).toBe('too_long');
    expect(parseDecimal(`-${'9'.repeat(16)}.99`, 2)).toBe('too_long');
  });

  it('no text makes the reader fail: it gives a decimal or names the fault', () => {
    const nearDecimal = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,-+eE '，\n")) });
    fc.assert(
      fc.property(fc.oneof(nearDecimal, fc.string({ unit: 'binary' })), (text) => {
        const read = parseDecimal(text, 4);
        if (typeof read === 'string') return;
        expect(formatDecimal(read).replace('-', '')).toBe(text.replace(/^-?0*(?=\d)/, ''));
      }),
    );
  });
});

describe('formatDecimal', () => {
  it.each([
    [0, 2, '0.00'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [-1250, 2, '-12.50'],
    [1250, 0, '1250'],
    [-7, 0, '-7'],
  ])('%d with scale %d is written as %s', (coefficient, scale, text) => {
    expect(formatDecimal({ coefficient: BigInt(coefficient), scale })).toBe(text);
  });

  it('exactly as many decimals are written as the scale says', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const [, fraction = ''] = formatDecimal(value).split('.');
        expect(fraction).toHaveLength(value.scale);
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('a scale of %d is a defect of the program', (scale) => {
    expect(() => formatDecimal({ coefficient: 1n, scale })).toThrow(AssertionFailure);
  });
});
