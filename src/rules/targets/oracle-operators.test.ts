import { describe, expect, it } from 'vitest';
import { rational } from '#kernel/rational';
import { constantOf, type FormulaFigure } from '#rules/formula/figure';
import { applyOperator, type StrictNode } from '#rules/targets/oracle-operators';
import type { Comparison, FormulaUnit } from '#rules/formula/node';
import { choice, count, day, flag, money } from '#tests/support/small-formula';

const apply = (node: Readonly<Record<string, unknown>>, ...args: readonly FormulaFigure[]): FormulaFigure =>
  applyOperator({ unit: 'fen', args: [], cite: [], readings: [], ...node } as unknown as StrictNode, args);
const exact = (numerator: bigint, denominator = 1n): FormulaFigure => ({
  unit: 'exact',
  exact: rational(numerator, denominator),
});
const rate = (text: string): FormulaFigure => constantOf('rate', text) ?? flag(false);
const part = (numerator: bigint, denominator: bigint): FormulaFigure => ({
  unit: 'count',
  count: rational(numerator, denominator),
});

describe('each operator reckons exactly, in its unit', () => {
  it.each<[string, FormulaFigure, FormulaFigure]>([
    ['a sum of fen', apply({ op: 'add' }, money(1n), money(2n), money(4n)), money(7n)],
    [
      'a sum of exact amounts',
      apply({ op: 'add', unit: 'exact' }, exact(1n, 2n), exact(1n, 3n)),
      exact(5n, 6n),
    ],
    ['a sum of rates', apply({ op: 'add', unit: 'rate' }, rate('5%'), rate('2.5%')), rate('7.5%')],
    ['a sum of counts', apply({ op: 'add', unit: 'count' }, count(2n), part(1n, 2n)), part(5n, 2n)],
    ['a difference', apply({ op: 'subtract' }, money(1n), money(3n)), money(-2n)],
    ['a share', apply({ op: 'timesRate', unit: 'exact' }, money(10n), rate('12.5%')), exact(5n, 4n)],
    ['so many times', apply({ op: 'timesCount', unit: 'exact' }, money(10n), part(3n, 2n)), exact(15n)],
    ['a count of counts', apply({ op: 'timesCount', unit: 'count' }, count(2n), count(3n)), count(6n)],
    ['a half up', apply({ op: 'round', rounding: 'half_up' }, exact(1n, 2n)), money(1n)],
    ['a half down', apply({ op: 'round', rounding: 'down' }, exact(1n, 2n)), money(0n)],
    ['the smaller first', apply({ op: 'min' }, money(1n), money(2n)), money(1n)],
    ['the smaller second', apply({ op: 'min' }, money(2n), money(1n)), money(1n)],
    ['the larger first', apply({ op: 'max' }, money(2n), money(1n)), money(2n)],
    ['the larger second', apply({ op: 'max' }, money(1n), money(2n)), money(2n)],
    ['between its bounds', apply({ op: 'clamp' }, money(5n), money(1n), money(9n)), money(5n)],
    ['below its bounds', apply({ op: 'clamp' }, money(0n), money(1n), money(9n)), money(1n)],
    ['above its bounds', apply({ op: 'clamp' }, money(10n), money(1n), money(9n)), money(9n)],
    [
      'the lower bound is looked at first',
      apply({ op: 'clamp' }, money(5n), money(8n), money(2n)),
      money(8n),
    ],
    ['at the lower of crossed bounds', apply({ op: 'clamp' }, money(8n), money(8n), money(2n)), money(2n)],
    [
      'a divided part',
      apply({ op: 'mulDiv', rounding: 'half_up' }, money(5n), count(1n), count(2n)),
      money(3n),
    ],
    [
      'a divided part down',
      apply({ op: 'mulDiv', rounding: 'down' }, money(5n), count(1n), count(2n)),
      money(2n),
    ],
    ['both of two', apply({ op: 'and', unit: 'truth' }, flag(true), flag(true)), flag(true)],
    ['not both of two', apply({ op: 'and', unit: 'truth' }, flag(true), flag(false)), flag(false)],
    ['one of two', apply({ op: 'or', unit: 'truth' }, flag(false), flag(true)), flag(true)],
    ['neither of two', apply({ op: 'or', unit: 'truth' }, flag(false), flag(false)), flag(false)],
    ['what is not', apply({ op: 'not', unit: 'truth' }, flag(false)), flag(true)],
    ['days', apply({ op: 'daysBetween', unit: 'count' }, day(2024, 3, 1), day(2024, 2, 28)), count(-2n)],
    ['years', apply({ op: 'fullYears', unit: 'count' }, day(2000, 3, 2), day(2024, 3, 1)), count(23n)],
  ])('%s', (_, figure, expected) => {
    expect(figure).toEqual(expected);
  });

  it.each<[Comparison, readonly boolean[]]>([
    ['below', [true, false, false]],
    ['at_most', [true, true, false]],
    ['equals', [false, true, false]],
    ['at_least', [false, true, true]],
    ['above', [false, false, true]],
  ])('%s, of one that is less, equal, more', (comparison, expected) => {
    const node = { op: 'compare', comparison, unit: 'truth' };
    const found = [1n, 2n, 3n].map((amount) => apply(node, money(amount), money(2n)));
    expect(found).toEqual(expected.map(flag));
  });

  it('choices are equal or not', () => {
    const node = { op: 'compare', comparison: 'equals', unit: 'truth' };
    expect(apply(node, choice('p'), choice('p'))).toEqual(flag(true));
    expect(apply(node, choice('p'), choice('q'))).toEqual(flag(false));
  });
});

describe('a stretch is paid band by band', () => {
  /** 10% below 1.00, 50% to 3.00, 100% above. */
  const scale = (from: bigint, to: bigint): FormulaFigure =>
    apply(
      { op: 'marginal', unit: 'exact', bands: 3 },
      money(from),
      money(to),
      money(100n),
      money(300n),
      rate('10%'),
      rate('50%'),
      rate('100%'),
    );

  it.each([
    [0n, 100n, 10n],
    [0n, 300n, 110n],
    [0n, 400n, 210n],
    [50n, 200n, 55n],
    [100n, 300n, 100n],
    [150n, 250n, 50n],
    [300n, 301n, 1n],
    [350n, 400n, 50n],
    [-100n, 0n, 10n],
    [200n, 200n, 0n],
    [200n, 100n, 0n],
    [400n, 50n, 0n],
  ])('from %s to %s fen it gives %s', (from, to, due) => {
    expect(scale(from, to)).toEqual(exact(due));
  });

  it('one band alone is open on both sides', () => {
    const node = { op: 'marginal', unit: 'exact', bands: 1 };
    expect(apply(node, money(-10n), money(30n), rate('50%'))).toEqual(exact(20n));
  });
});

it.each<FormulaUnit>(['points', 'date', 'truth', 'choice'])('no operator gives a sum of unit %s', (unit) => {
  expect(() => apply({ op: 'add', unit }, money(1n), money(2n))).toThrow(TypeError);
});

it('what is reckoned without its argument is a defect of the checks', () => {
  expect(() => apply({ op: 'min' }, money(1n))).toThrow('argument 1 of min');
});
