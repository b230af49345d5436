import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, formatYuan, parseYuan } from '#kernel/fen';
import { exactAmount, exactNumber } from '#files/workbook/exact-number';

describe('an amount as a number of a workbook', () => {
  it('reads back to the very fen, wherever it is a number', () => {
    const below = 10n ** 15n - 1n;
    fc.assert(
      fc.property(fc.bigInt({ min: -below, max: below }), (amount) => {
        const number = exactAmount(formatYuan(fen(amount)));
        expect(parseYuan((number ?? Number.NaN).toFixed(2))).toBe(amount);
      }),
    );
  });

  it.each(['9999999999999.99', '-9999999999999.99', '0.00', '0.01'])('%s is a number', (text) => {
    expect(exactAmount(text)?.toFixed(2)).toBe(text);
  });

  it.each(['10000000000000.00', '-10000000000000.00', '123456789012345.67', '无支出', ''])(
    '%s stays text: Excel keeps 15 digits',
    (text) => {
      expect(exactAmount(text)).toBeUndefined();
    },
  );

  it('takes plain decimals for other numbers, and no words', () => {
    expect([exactNumber('9.00'), exactNumber('-0.50')]).toEqual([9, -0.5]);
    expect([exactNumber('无支出'), exactNumber('10%'), exactNumber('1234567890123456')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
