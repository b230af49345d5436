import { describe, expect, it } from 'vitest';
import { boundsOf } from '#rules/formula/bounds';
import type { Expr, Operators } from '#rules/formula/expression';
import { sizeText } from '#rules/formula/figure';
import type { FormulaNode, FormulaUnit } from '#rules/formula/node';
import { formulaOf, named } from '#tests/support/small-formula';

/** The range that is proved of a figure, as `low to high`. */
function rangeOf(write: (f: Operators) => Expr): string {
  let node = -1;
  let unit: FormulaUnit = 'count';
  const { nodes } = formulaOf((f) => {
    ({ node, unit } = write(f));
    return f.constant('fen', '0.00', named('x'));
  });
  const range = boundsOf({ nodes }).range(node);
  return range === undefined ? 'none' : `${sizeText(unit, range.low)} to ${sizeText(unit, range.high)}`;
}

const fact =
  <U extends FormulaUnit>(unit: U) =>
  (f: Operators, id: string, atLeast: string, atMost: string): Expr<U> =>
    f.input(id, unit, named(id), { atLeast, atMost });
const fen = fact('fen');
const count = fact('count');
const rate = fact('rate');
const date = fact('date');

const a = (f: Operators): Expr<'fen'> => fen(f, 'a', '2.00', '5.00');
const b = (f: Operators): Expr<'fen'> => fen(f, 'b', '1.00', '3.00');
const refusal = { code: 'c', field: 'a', what: { zh: '', en: '' }, next: { zh: '', en: '' } };

describe('the range of what is reckoned', () => {
  it.each<[string, (f: Operators) => Expr, string]>([
    ['a sum adds ends', (f) => f.add([a(f), b(f), b(f)]), '4.00 to 11.00'],
    ['a difference crosses them', (f) => f.subtract(a(f), b(f)), '-1.00 to 4.00'],
    ['a part of money', (f) => f.timesRate(a(f), rate(f, 'r', '10%', '50%')), '0.20 to 2.50'],
    [
      'a part of what may be negative',
      (f) => f.timesRate(f.subtract(a(f), b(f)), rate(f, 'r', '10%', '50%')),
      '-0.50 to 2.00',
    ],
    ['money some times', (f) => f.timesCount(a(f), count(f, 'n', '2', '3')), '4.00 to 15.00'],
    [
      'half a fen is rounded up',
      (f) => f.round(f.timesRate(fen(f, 'c', '0.01', '0.05'), f.constant('rate', '50%')), 'half_up'),
      '0.01 to 0.03',
    ],
    [
      'half a fen is rounded down where the rule says so',
      (f) => f.round(f.timesRate(fen(f, 'c', '0.01', '0.05'), f.constant('rate', '50%')), 'down'),
      '0.00 to 0.02',
    ],
    ['the smaller', (f) => f.min(a(f), b(f)), '1.00 to 3.00'],
    ['the larger', (f) => f.max(a(f), b(f)), '2.00 to 5.00'],
    [
      'what is held between two figures',
      (f) => f.clamp(a(f), b(f), fen(f, 'most', '1.50', '4.00')),
      '1.50 to 4.00',
    ],
    [
      'what is held reaches a lower bound that crosses the upper one',
      (f) => f.clamp(b(f), fen(f, 'least', '2.00', '6.00'), fen(f, 'most', '3.00', '4.00')),
      '2.00 to 6.00',
    ],
    [
      'a share is rounded outwards',
      (f) => f.mulDiv(fen(f, 'c', '2.00', '5.01'), count(f, 'n', '1', '1'), count(f, 'by', '2', '7'), 'down'),
      '0.28 to 2.51',
    ],
    [
      'days from one day to another',
      (f) =>
        f.daysBetween(date(f, 'd', '2024-01-01', '2024-01-31'), date(f, 'e', '2024-03-01', '2024-03-31')),
      '30 to 90',
    ],
    [
      'full years',
      (f) => f.fullYears(date(f, 'd', '2000-01-01', '2000-01-01'), date(f, 'e', '2010-01-01', '2011-06-30')),
      '9 to 11',
    ],
    ['a year of rows', (f) => f.running('t', a(f)), '0.00 to 5,000,000.00'],
    [
      'a year of rows of which each may take away',
      (f) => f.running('t', f.subtract(b(f), a(f))),
      '-4,000,000.00 to 1,000,000.00',
    ],
    ['a constant is itself', (f) => f.constant('fen', '2.00'), '2.00 to 2.00'],
    ['a truth has none', (f) => f.not(f.compare(a(f), 'below', b(f))), 'none'],
    ['a choice has none', (f) => f.input('k', 'choice', named('k'), ['p']), 'none'],
  ])('%s', (_, write, range) => {
    expect(rangeOf(write)).toBe(range);
  });
});

describe('a difference is narrower than its ends where its figures come about together', () => {
  it.each<[string, (f: Operators) => Expr, string]>([
    ['what a sum adds, exactly', (f) => f.subtract(f.add([a(f), b(f)]), a(f)), '1.00 to 3.00'],
    [
      'all that a sum adds',
      (f) => f.subtract(f.add([a(f), b(f), fen(f, 'c', '0.50', '0.60')]), a(f)),
      '1.50 to 3.60',
    ],
    ['the larger less the smaller', (f) => f.subtract(a(f), f.min(a(f), b(f))), '0.00 to 4.00'],
    ['the smaller less the larger', (f) => f.subtract(f.min(a(f), b(f)), a(f)), '-4.00 to 0.00'],
    [
      'what a cap leaves of it',
      (f) => {
        const before = fen(f, 'before', '0.00', '50.00');
        const cap = fen(f, 'cap', '0.00', '90.00');
        return f.subtract(f.min(cap, f.add([before, b(f)])), f.min(cap, before));
      },
      '0.00 to 3.00',
    ],
  ])('%s', (_, write, range) => {
    expect(rangeOf(write)).toBe(range);
  });
});

describe('a scale gives at most its stretch at the highest rate', () => {
  const scale = (f: Operators, from: Expr<'fen'>, to: Expr<'fen'>): Expr<'exact'> =>
    f.marginal(from, to, {
      thresholds: [f.constant('fen', '2.00')],
      rates: [f.constant('rate', '10%'), f.constant('rate', '50%')],
    });

  it.each<[string, (f: Operators) => Expr, string]>([
    [
      'the highest rate may stand first',
      (f) =>
        f.marginal(b(f), fen(f, 'c', '4.00', '9.00'), {
          thresholds: [f.constant('fen', '2.00')],
          rates: [f.constant('rate', '50%'), f.constant('rate', '10%')],
        }),
      '0.00 to 4.00',
    ],
    ['from end to end', (f) => scale(f, b(f), fen(f, 'c', '4.00', '9.00')), '0.00 to 4.00'],
    ['nothing where it never goes up', (f) => scale(f, fen(f, 'c', '5.00', '9.00'), b(f)), '0.00 to 0.00'],
    ['what is added', (f) => scale(f, a(f), f.add([a(f), b(f)])), '0.00 to 1.50'],
    [
      'what is added, though it may be less than nothing',
      (f) => scale(f, a(f), f.add([a(f), f.subtract(b(f), a(f))])),
      '0.00 to 0.50',
    ],
    [
      'what a cap leaves of what is added',
      (f) => {
        const cap = fen(f, 'cap', '0.00', '90.00');
        return scale(f, f.min(cap, a(f)), f.min(cap, f.add([a(f), b(f)])));
      },
      '0.00 to 1.50',
    ],
  ])('%s', (_, write, range) => {
    expect(rangeOf(write)).toBe(range);
  });
});

describe('the range of what is chosen', () => {
  const below = (f: Operators): Expr<'truth'> => f.compare(a(f), 'below', b(f));
  const other = (f: Operators): Expr<'fen'> => f.constant('fen', '2.50');

  it.each<[string, (f: Operators) => Expr, string]>([
    [
      'spans all results',
      (f) =>
        f.match(f.input('k', 'choice', named('k'), ['p', 'q']), {
          p: f.constant('fen', '1.00'),
          q: f.constant('fen', '9.00'),
        }),
      '1.00 to 9.00',
    ],
    [
      'spans base and exceptions',
      (f) => f.exceptions(a(f), [{ name: 'e', when: below(f), then: b(f) }]),
      '1.00 to 5.00',
    ],
    [
      'a figure below another lies a fen under its end',
      (f) => f.if(below(f), a(f), other(f)),
      '2.00 to 2.99',
    ],
    ['a figure above another lies a fen over its end', (f) => f.if(below(f), b(f), other(f)), '2.01 to 3.00'],
    ['where it does not hold, the other way round', (f) => f.if(below(f), other(f), b(f)), '1.00 to 3.00'],
    [
      'where it does not hold, equal figures are left',
      (f) => f.if(f.compare(a(f), 'above', b(f)), other(f), a(f)),
      '2.00 to 3.00',
    ],
    ['an assertion too', (f) => f.assert(below(f), a(f), refusal), '2.00 to 2.99'],
    [
      'figures that are not whole come as near as one likes',
      (f) => {
        const [n, m] = [count(f, 'n', '1', '9'), count(f, 'm', '3', '4')];
        return f.if(f.compare(n, 'below', m), n, f.constant('count', '1'));
      },
      '1 to 4',
    ],
    [
      'a day before another is a day before at least',
      (f) => {
        const [d, e] = [date(f, 'd', '2024-01-01', '2024-12-31'), date(f, 'e', '2024-03-01', '2024-03-05')];
        return f.if(f.compare(d, 'below', e), d, f.constant('date', '2024-01-02'));
      },
      '2024-01-01 to 2024-03-04',
    ],
    [
      'a result that its condition says nothing of keeps its range',
      (f) => f.if(f.input('flag', 'truth', named('flag')), a(f), other(f)),
      '2.00 to 5.00',
    ],
    [
      'a branch that no row comes to keeps its range',
      (f) => f.if(f.compare(b(f), 'above', f.constant('fen', '4.00')), b(f), other(f)),
      '1.00 to 3.00',
    ],
  ])('%s', (_, write, range) => {
    expect(rangeOf(write)).toBe(range);
  });
});

describe('what has no range gives none to what is reckoned from it', () => {
  const node = (op: string, unit: FormulaUnit, ...args: readonly number[]): FormulaNode =>
    ({
      op,
      unit,
      args,
      cite: [],
      readings: [],
      bands: 1,
      comparison: 'below',
      rounding: 'down',
    }) as unknown as FormulaNode;
  /** Figures 0 to 2; 3 is divided by what may be zero. */
  const given = [
    node('input', 'fen'),
    node('input', 'fen'),
    node('input', 'rate'),
    node('mulDiv', 'fen', 0, 0, 0),
  ] as const;

  it.each<[string, readonly FormulaNode[]]>([
    ['a sum', [node('add', 'fen', 0, 3)]],
    ['a rounding', [node('round', 'fen', 3)]],
    ['a choice', [node('compare', 'truth', 0, 1), node('if', 'fen', 4, 0, 3)]],
    ['a scale', [node('marginal', 'exact', 0, 3, 2)]],
    ['an operator that it does not know', [node('power', 'fen', 0, 1)]],
  ])('%s', (_, nodes) => {
    const all = [...given, ...nodes];
    expect(boundsOf({ nodes: all }).range(all.length - 1)).toBeUndefined();
  });

  it('what a figure without a range says of another is nothing', () => {
    const nodes = [...given, node('compare', 'truth', 0, 3), node('if', 'fen', 4, 0, 1)];
    expect(boundsOf({ nodes }).range(5)).toEqual(boundsOf({ nodes }).range(0));
    const turned = [...given, node('compare', 'truth', 3, 0), node('if', 'fen', 4, 0, 1)];
    expect(boundsOf({ nodes: turned }).range(5)).toEqual(boundsOf({ nodes: turned }).range(0));
  });

  it('nor is what a sum adds known by an addend without one', () => {
    const nodes = [...given, node('add', 'fen', 0, 1, 3), node('subtract', 'fen', 4, 0)];
    expect(boundsOf({ nodes }).range(5)).toBeUndefined();
  });
});
