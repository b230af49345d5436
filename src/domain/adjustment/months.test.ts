import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsFigure, monthsPayable, monthsText } from '#domain/adjustment/months';
import { fen, ZERO_FEN } from '#kernel/fen';
import { createTrace } from '#rules/explain/trace';

describe('months payable', () => {
  it.each([
    ['900.00', '1200.00', 90_000n, 120_000n, '9.00'],
    ['100.00', '700.00', 10_000n, 70_000n, '1.71'],
    // 8.175 is exactly between two hundredths and goes up; −8.175 goes away from zero.
    ['8.175 months', '12.00', 81_750n, 120_000n, '8.18'],
    ['−8.175 months', '12.00', -81_750n, 120_000n, '-8.18'],
    ['nothing', '1200.00', 0n, 120_000n, '0.00'],
  ])('R-2: %s of %s a year', (_balance, _spent, balance, expenditure, months) => {
    expect(monthsText(fen(balance), fen(expenditure))).toBe(months);
  });

  it('R-2: there are none without expenditure', () => {
    expect(monthsPayable(fen(5n), ZERO_FEN)).toBeUndefined();
    expect(monthsText(fen(5n), ZERO_FEN)).toBeNull();
  });

  it('R-2: they are exact before they are shown: months × expenditure ÷ 12 is the balance', () => {
    const balance = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(fen);
    fc.assert(
      fc.property(balance, fc.bigInt({ min: 1n, max: 10n ** 17n }).map(fen), (held, spent) => {
        const months = monthsPayable(held, spent);
        expect((months?.numerator ?? 0n) * spent).toBe(held * 12n * (months?.denominator ?? 1n));
      }),
    );
  });

  it('R-2: the node shows the calculation, or says why there is none', () => {
    const trace = createTrace();
    const label = { zh: '月数', en: 'Months' };
    const balance = trace.figure({ id: 'balance', label }, fen(90_000n));
    const spent = trace.figure({ id: 'spent', label }, fen(120_000n));
    const none = trace.figure({ id: 'none', label }, ZERO_FEN);
    monthsFigure(trace, 'some-months', label, balance, spent);
    monthsFigure(trace, 'no-months', label, balance, none);
    expect(trace.nodes().slice(3)).toMatchObject([
      {
        value: { kind: 'number', number: '9.00', unit: 'month' },
        formula: { en: '900.00 ÷ (1,200.00 ÷ 12) = 9.00' },
        readings: ['R-2'],
        inputs: ['balance', 'spent'],
      },
      { value: { kind: 'none' }, formula: { en: 'no expenditure' }, inputs: ['balance', 'none'] },
    ]);
  });
});
