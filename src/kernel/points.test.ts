import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { formatPoints, parsePoints, raiseByPoints, type Points } from '#kernel/points';
import { rational, type Rational } from '#kernel/rational';
import { formatRate, parseRate, rate, type Rate } from '#kernel/rate';

const points = fc
  .record({
    coefficient: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
    scale: fc.integer({ min: 0, max: 4 }),
  })
  .map((decimal): Points => ({ unit: 'points', points: decimal }));

const anyRate = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => rate(rational(numerator, denominator)));

const opposite = ({ points: { coefficient, scale } }: Points): Points => ({
  unit: 'points',
  points: { coefficient: -coefficient, scale },
});

describe('parsePoints and formatPoints', () => {
  it('points written are the points read', () => {
    fc.assert(
      fc.property(points, (value) => {
        expect(parsePoints(formatPoints(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ['5%', 'not_decimal'],
    ['', 'empty'],
    ['1e1', 'exponent'],
    ['1,000', 'thousands_mark'],
    ['0.00001', 'too_many_decimals'],
  ])('percentage points carry no percent sign and name their faults: %j is %s', (text, fault) => {
    expect(parsePoints(text)).toBe(fault);
  });
});

describe('raiseByPoints', () => {
  it.each([
    ['80%', '5', '85%'],
    ['80%', '2.5', '82.5%'],
    ['80%', '-5', '75%'],
    ['0%', '0.0001', '0.0001%'],
    ['7.3%', '0', '7.3%'],
  ])('%s raised by %s points is %s', (base, step, raised) => {
    expect(formatRate(raiseByPoints(parseRate(base) as Rate, parsePoints(step) as Points))).toBe(raised);
  });

  it('points add to a rate and never multiply it: the step does not depend on the base', () => {
    fc.assert(
      fc.property(anyRate, points, (base, step) => {
        const raised = raiseByPoints(base, step);
        const fromZero = raiseByPoints(rate(rational(0n)), step);
        const difference = rational(
          raised.numerator * base.denominator - base.numerator * raised.denominator,
          raised.denominator * base.denominator,
        );
        expect(rate(difference)).toEqual(fromZero);
      }),
    );
  });

  it('raising and lowering by the same points gives the exact rate back', () => {
    fc.assert(
      fc.property(anyRate, points, (base, step) => {
        expect(raiseByPoints(raiseByPoints(base, step), opposite(step))).toEqual(base);
      }),
    );
  });

  it('rates and percentage points are different types: neither stands for the other', () => {
    expectTypeOf<Points>().not.toExtend<Rate>();
    expectTypeOf<Rate>().not.toExtend<Points>();
    expectTypeOf<Points>().not.toExtend<Rational>();
    expectTypeOf(raiseByPoints).parameters.toEqualTypeOf<[Rate, Points]>();
    expectTypeOf(raiseByPoints).returns.toEqualTypeOf<Rate>();
  });
});
