import { describe, expect, it } from 'vitest';
import { rational } from '#kernel/rational';
import { hull, meet, product, quotient, span, sum, years } from '#rules/formula/interval-arithmetic';
import type { Interval } from '#rules/formula/unit-ranges';

const of = (low: bigint, high: bigint): Interval => ({ low: rational(low), high: rational(high) });
const part = (low: readonly [bigint, bigint], high: readonly [bigint, bigint]): Interval => ({
  low: rational(...low),
  high: rational(...high),
});

describe('what is reckoned of all figures of two ranges lies between', () => {
  it.each<[string, Interval | undefined, Interval | undefined]>([
    ['the sums of their ends', sum(of(-1n, 2n), of(3n, 5n)), of(2n, 7n)],
    ['what is farthest apart and what is nearest', span(of(-1n, 2n), of(3n, 5n)), of(1n, 6n)],
    ['products of what is not negative', product(of(2n, 3n), of(5n, 7n)), of(10n, 21n)],
    ['products of what is negative', product(of(-3n, -2n), of(-7n, -5n)), of(10n, 21n)],
    ['products across zero', product(of(-2n, 3n), of(-5n, 7n)), of(-15n, 21n)],
    ['products of one across zero', product(of(-2n, 3n), of(5n, 7n)), of(-14n, 21n)],
    ['quotients, rounded outwards', quotient(of(2n, 20n), of(3n, 7n)), of(0n, 7n)],
    ['quotients of what is negative, likewise', quotient(of(-20n, -2n), of(3n, 7n)), of(-7n, 0n)],
    ['quotients that are whole', quotient(of(6n, 12n), of(2n, 3n)), of(2n, 6n)],
    ['nothing, by what may be zero', quotient(of(2n, 20n), of(0n, 7n)), undefined],
    ['nothing, by what may be negative', quotient(of(2n, 20n), of(-1n, 7n)), undefined],
    ['both', meet(of(1n, 5n), of(3n, 9n)), of(3n, 5n)],
    ['both, one within the other', meet(of(1n, 9n), of(3n, 5n)), of(3n, 5n)],
    ['both, at one point', meet(of(1n, 3n), of(3n, 5n)), of(3n, 3n)],
    ['nothing where they are apart', meet(of(1n, 2n), of(3n, 5n)), undefined],
    ['either', hull([of(3n, 5n), of(1n, 2n), of(4n, 9n)]), of(1n, 9n)],
    ['one alone', hull([of(3n, 5n)]), of(3n, 5n)],
    ['nothing where there is none', hull([]), undefined],
    ['nothing where one is open', hull([of(3n, 5n), undefined]), undefined],
    [
      'fractions as they are',
      sum(part([1n, 2n], [2n, 3n]), part([1n, 3n], [3n, 4n])),
      part([5n, 6n], [17n, 12n]),
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

it.each([
  [0n, 0n, 0n, 0n],
  [365n, 366n, 0n, 1n],
  [366n, 730n, 1n, 2n],
  [729n, 732n, 1n, 2n],
  [-1n, -1n, -1n, -1n],
  [-365n, 0n, -1n, 0n],
  [-366n, -365n, -2n, -1n],
  [-732n, -366n, -3n, -1n],
])('%s to %s days are %s to %s full years, by years of 365 or 366', (low, high, from, to) => {
  expect(years(of(low, high))).toEqual(of(from, to));
});
