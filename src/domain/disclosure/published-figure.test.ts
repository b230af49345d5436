import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '#kernel/decimal-text';
import { rational } from '#kernel/rational';
import { amountOf, readFigure } from '#domain/disclosure/published-figure';

describe('a published figure', () => {
  it('keeps an amount in 亿元 or 万元 exact to the fen, with half its last digit as what rounding hides', () => {
    const income = readFigure('income', '10.49', '亿元', 'f:2');
    expect(income.allowed && amountOf(income.value)).toBe(104_900_000_000n);
    expect(income.allowed && income.value.halfUnit).toEqual(rational(50_000_000n));
    const balance = readFigure('current_balance', '-2362', '万元', 'f:3');
    expect(balance.allowed && amountOf(balance.value)).toBe(-2_362_000_000n);
    expect(balance.allowed && balance.value.halfUnit).toEqual(rational(500_000n));
  });

  it('counts persons whole: 22.43 万人 are 224300', () => {
    const enrolled = readFigure('enrolled', '22.43', '万人', 'f:2');
    expect(enrolled.allowed && enrolled.value.value).toEqual(rational(224_300n));
  });

  it.each([
    ['an amount in persons', 'income', '5', '万人', 'disclosure_unit_unfit f:2 unit'],
    ['persons in yuan', 'enrolled', '5', '元', 'disclosure_unit_unfit f:2 unit'],
    ['a tenth of a fen', 'income', '0.001', '元', 'disclosure_too_fine f:2 value'],
    ['half a person', 'enrolled', '0.00005', '万人', 'disclosure_too_fine f:2 value'],
    ['thousands marks', 'income', '73,674', '万元', 'disclosure_not_decimal f:2 value'],
  ] as const)('refuses %s', (_name, item, printed, unit, expected) => {
    const decision = readFigure(item, printed, unit, 'f:2');
    expect(decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`)).toEqual([
      expected,
    ]);
  });

  it('says the same amount in 亿元 as in 万元', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (coefficient) => {
        const inYi = readFigure('income', formatDecimal({ coefficient, scale: 4 }), '亿元', 'f:2');
        const inWan = readFigure('income', formatDecimal({ coefficient, scale: 0 }), '万元', 'f:2');
        expect(inYi.allowed && inYi.value.value).toEqual(inWan.allowed && inWan.value.value);
        expect(inYi.allowed && inYi.value.halfUnit).toEqual(inWan.allowed && inWan.value.halfUnit);
      }),
    );
  });
});
