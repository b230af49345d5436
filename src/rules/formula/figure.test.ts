import { describe, expect, it } from 'vitest';
import { AssertionFailure } from '#kernel/assert';
import { rational, type Rational } from '#kernel/rational';
import {
  compareFigures,
  constantOf,
  figureOf,
  figureOfQuantity,
  figureText,
  isSameFigure,
  magnitudeOf,
  nodeValueOf,
  sizeOf,
  sizeText,
  type FormulaFigure,
} from '#rules/formula/figure';
import type { FormulaUnit } from '#rules/formula/node';
import { parseQuantity, type Quantity, type Unit } from '#rules/value/quantity';
import { choice, count, day, flag, money } from '#tests/support/small-formula';

const exact = (numerator: bigint, denominator = 1n): FormulaFigure => ({
  unit: 'exact',
  exact: rational(numerator, denominator),
});
const constant = (unit: FormulaUnit, text: string): FormulaFigure => {
  const figure = constantOf(unit, text);
  if (figure === undefined) throw new Error(`${text} is no ${unit}`);
  return figure;
};
const quantity = (unit: Unit, text: string, options?: readonly string[]): Quantity => {
  const read = parseQuantity(unit, text, options);
  if (typeof read === 'string') throw new Error(read);
  return read;
};

describe('a constant is read as a pack would write it', () => {
  it.each<[FormulaUnit, string, FormulaFigure | undefined]>([
    ['fen', '1.05', money(105n)],
    ['fen', '5%', undefined],
    ['truth', 'true', flag(true)],
    ['truth', 'false', flag(false)],
    ['truth', 'yes', undefined],
    ['date', '2024-02-29', day(2024, 2, 29)],
    ['date', '2023-02-29', undefined],
    ['choice', 'p', choice('p')],
    ['choice', '', undefined],
    ['count', '12', count(12n)],
    ['count', '1.00001', undefined],
    ['exact', '1.05', undefined],
  ])('of unit %s: %j', (unit, text, figure) => {
    expect(constantOf(unit, text)).toEqual(figure);
  });
});

it('a figure of the pack keeps its unit; whatever is counted is a count', () => {
  expect(figureOfQuantity(quantity('fen', '1.05'))).toEqual(money(105n));
  expect(figureOfQuantity(quantity('rate', '5%'))).toEqual(constant('rate', '5%'));
  expect(figureOfQuantity(quantity('points', '5'))).toEqual(constant('points', '5'));
  expect(figureOfQuantity(quantity('choice', 'p', ['p']))).toEqual(choice('p'));
  expect(figureOfQuantity(quantity('month', '6'))).toEqual(count(6n));
});

it('a figure of another unit here is a defect of the checks', () => {
  expect(figureOf(money(5n), 'fen')).toEqual(money(5n));
  expect(() => figureOf(money(5n), 'exact')).toThrow(AssertionFailure);
  expect(() => figureOf(undefined, 'fen')).toThrow('found none');
});

describe('each figure has a size, a text and a form in explanations', () => {
  it.each<[FormulaFigure, Rational | undefined, string, unknown]>([
    [money(-123_456_789n), rational(-123_456_789n), '-1,234,567.89', { kind: 'fen', amount: '-1234567.89' }],
    [exact(10_050n, 1n), rational(10_050n), '100.50', { kind: 'number', number: '100.50', unit: 'exact' }],
    [constant('rate', '7.3%'), rational(73n, 1000n), '7.3%', { kind: 'rate', rate: '7.3%' }],
    [constant('points', '4.5'), rational(9n, 2n), '4.5', { kind: 'number', number: '4.5', unit: 'points' }],
    [count(12n), rational(12n), '12', { kind: 'number', number: '12', unit: 'count' }],
    [day(1970, 1, 11), rational(10n), '1970-01-11', { kind: 'number', number: '1970-01-11', unit: 'date' }],
    [flag(true), undefined, 'true', { kind: 'truth', holds: true }],
    [flag(false), undefined, 'false', { kind: 'truth', holds: false }],
    [choice('p'), undefined, 'p', { kind: 'choice', choice: 'p' }],
  ])('%o', (figure, size, text, value) => {
    expect(sizeOf(figure)).toEqual(size && expect.objectContaining(size));
    expect(figureText(figure)).toContain(text);
    expect(nodeValueOf(figure)).toMatchObject(value as object);
  });

  it.each([day(2024, 1, 1), flag(true), choice('p')])('%o is of no amount', (figure) => {
    expect(() => magnitudeOf(figure)).toThrow(TypeError);
  });
});

describe('unrounded money is shown to the millionth of a yuan, and two decimals at least', () => {
  it.each<[bigint, bigint, string]>([
    [0n, 1n, '0.00'],
    [100n, 1n, '1.00'],
    [150n, 1n, '1.50'],
    [1n, 2n, '0.005'],
    [1n, 3n, '0.003333'],
    [2n, 3n, '0.006667'],
    [123_456_789n, 1n, '1,234,567.89'],
    [12_345_678_900n, 1n, '123,456,789.00'],
    [-12_345_650n, 1n, '-123,456.50'],
    [100_000n, 1n, '1,000.00'],
    [99_999n, 1n, '999.99'],
  ])('%s / %s fen is %s', (numerator, denominator, text) => {
    expect(figureText(exact(numerator, denominator))).toBe(text);
    expect(sizeText('exact', rational(numerator, denominator))).toBe(text);
  });
});

it.each<[FormulaUnit, Rational, string]>([
  ['fen', rational(123_456n), '1,234.56'],
  ['rate', rational(1n, 8n), '12.5%'],
  ['date', rational(-1n), '1969-12-31'],
  ['date', rational(21n, 2n), '1970-01-11'],
  ['count', rational(12n), '12'],
  ['count', rational(100n), '100'],
  ['count', rational(25n, 2n), '12.5'],
  ['count', rational(1n, 3n), '0.3333'],
  ['points', rational(9n, 2n), '4.5'],
])('a size of unit %s is told in its words: %o is %s', (unit, size, text) => {
  expect(sizeText(unit, size)).toBe(text);
});

describe('figures of one unit stand in an order', () => {
  it.each<[FormulaFigure, FormulaFigure]>([
    [money(1n), money(2n)],
    [exact(1n, 3n), exact(1n, 2n)],
    [constant('rate', '5%'), constant('rate', '5.5%')],
    [constant('points', '9'), constant('points', '10')],
    [count(9n), count(10n)],
    [day(2023, 12, 31), day(2024, 1, 1)],
  ])('%o before %o', (less, more) => {
    expect(Math.sign(compareFigures(less, more))).toBe(-1);
    expect(Math.sign(compareFigures(more, less))).toBe(1);
    expect(compareFigures(less, less)).toBe(0);
    expect([isSameFigure(less, less), isSameFigure(less, more)]).toEqual([true, false]);
  });

  it.each<[FormulaFigure, FormulaFigure]>([
    [day(2024, 1, 1), money(1n)],
    [money(1n), day(2024, 1, 1)],
    [choice('p'), money(1n)],
    [money(1n), choice('p')],
    [flag(true), money(1n)],
    [money(1n), flag(true)],
  ])('%o and %o are of two units and have none', (a, b) => {
    expect(() => compareFigures(a, b)).toThrow('has no size');
    expect(() => isSameFigure(a, b)).toThrow('has no size');
  });

  it('choices and truths are the same or not', () => {
    expect([isSameFigure(choice('p'), choice('p')), isSameFigure(choice('p'), choice('q'))]).toEqual([
      true,
      false,
    ]);
    expect([isSameFigure(flag(true), flag(true)), isSameFigure(flag(true), flag(false))]).toEqual([
      true,
      false,
    ]);
  });
});
