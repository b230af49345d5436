import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, formatExactAmount } from '#console/amounts/unit.ts';
import { fen, fenOf, parseYuan } from '#kernel/fen';

describe('an amount in 元, 万元 and 亿元', () => {
  test.each([
    ['0.00', '0.00', '0.00', '0.0000'],
    ['1234.50', '1,234.50', '0.12', '0.000012345'],
    ['0.55', '0.55', '0.000055', '0.0000000055'],
    ['6082990000.00', '6,082,990,000.00', '608,299.00', '60.8299'],
    ['-50.00', '-50.00', '-0.01', '-0.0000005'],
    ['123456789012345.67', '123,456,789,012,345.67', '12,345,678,901.23', '1,234,567.8901'],
  ])(
    '%s is shown half up at the unit’s decimals, and never as zero where it is none',
    (text, yuan, wan, yi) => {
      const amount = fenOf(text);
      expect([formatAmount(amount, 'yuan'), formatAmount(amount, 'wan'), formatAmount(amount, 'yi')]).toEqual(
        [yuan, wan, yi],
      );
    },
  );

  test.each([
    ['0.00', '0.00', '0.00'],
    ['1234.50', '0.12345', '0.000012345'],
    ['6082990000.00', '608,299.00', '60.8299'],
    ['-12345678.90', '-1,234.56789', '-0.123456789'],
  ])('%s is written exactly on demand', (text, wan, yi) => {
    const amount = fenOf(text);
    expect([formatExactAmount(amount, 'wan'), formatExactAmount(amount, 'yi')]).toEqual([wan, yi]);
  });

  test('the exact text loses nothing: moved back by the unit it is the same fen', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 16n), 10n ** 16n), (value) => {
        const text = formatExactAmount(fen(value), 'wan').replaceAll(',', '');
        const [integer = '', fraction = ''] = text.split('.');
        const digits = `${integer}${fraction.padEnd(6, '0')}`;
        expect(BigInt(digits)).toBe(value);
      }),
    );
  });

  test('元 is the contract’s own text, grouped', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 16n), 10n ** 16n), (value) => {
        expect(parseYuan(formatAmount(fen(value), 'yuan').replaceAll(',', ''))).toBe(value);
      }),
    );
  });
});
