import { describe, expect, it } from 'vitest';
import { rational } from '#kernel/rational';
import { constantOf, type FormulaFigure } from '#rules/formula/figure';
import { decodeFigure, encodeFigure } from '#rules/targets/encode-figure';
import { choice, count, day, flag, money } from '#tests/support/small-formula';

const MOST = 2n ** 53n - 1n;
const given = (unit: 'rate' | 'points', text: string): FormulaFigure => constantOf(unit, text) ?? flag(false);
const exact = (numerator: bigint, denominator: bigint): FormulaFigure => ({
  unit: 'exact',
  exact: rational(numerator, denominator),
});

describe('a figure is held as a number, and is found again', () => {
  it.each<[FormulaFigure, bigint, number]>([
    [money(105n), 1n, 105],
    [money(-105n), 1n, -105],
    [money(105n), 100n, 10_500],
    [money(MOST), 1n, Number.MAX_SAFE_INTEGER],
    [money(-MOST), 1n, -Number.MAX_SAFE_INTEGER],
    [given('rate', '7.3%'), 1_000_000n, 73_000],
    [given('points', '4.5'), 10n, 45],
    [count(3n), 10_000n, 30_000],
    [exact(5n, 4n), 100n, 125],
    [day(1970, 1, 11), 1n, 10],
    [day(1969, 12, 31), 1n, -1],
    [flag(true), 1n, 1],
    [flag(false), 1n, 0],
    [choice('q'), 1n, 1],
  ])('%o in parts of 1/%s is %s', (figure, scale, held) => {
    expect(encodeFigure(figure, ['p', 'q'], scale)).toBe(held);
    expect(decodeFigure(held, figure.unit, scale, ['p', 'q'])).toEqual(figure);
  });

  it.each<[string, FormulaFigure, bigint, string]>([
    ['is whole', count(1n), 1n, 'none'],
    ['has half a part', { unit: 'count', count: rational(1n, 3n) }, 10_000n, 'too_fine'],
    ['is beyond a double', money(MOST + 1n), 1n, 'too_large'],
    ['is beyond a double below zero', money(-MOST - 1n), 1n, 'too_large'],
    ['is beyond a double in its parts', count(MOST), 10n, 'too_large'],
    ['is none of the options', choice('r'), 1n, 'not_an_option'],
  ])('what %s is held or told', (_, figure, scale, fault) => {
    const held = encodeFigure(figure, ['p', 'q'], scale);
    expect(typeof held === 'number' ? 'none' : held).toBe(fault);
  });

  it('a choice without options is a defect of the checks', () => {
    expect(() => encodeFigure(choice('p'), undefined, 1n)).toThrow('the options of a choice');
    expect(() => decodeFigure(2, 'choice', 1n, ['p', 'q'])).toThrow('option 2');
    expect(() => decodeFigure(0, 'choice', 1n)).toThrow('option 0');
  });
});
