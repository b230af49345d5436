import { describe, expect, it } from 'vitest';
import { createFormulaBuilder, type FormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaNode } from '#rules/formula/node';
import type { ValueShape } from '#rules/formula/value-shape';
import { named } from '#tests/support/small-formula';

const SHAPES: Readonly<Record<string, ValueShape>> = {
  key: { unit: 'choice', axes: [], options: ['v', 'w'] },
  table: {
    unit: 'fen',
    axes: [
      { name: 'first', members: ['p'] },
      { name: 'second', members: ['p', 'q'] },
    ],
  },
};
const citation = { cite: ['C-1'], readings: ['R-1'] };
const bare = { cite: [], readings: [] };

/** The last node that was written, as the stored text of the formula has it. */
function written(write: (f: Operators, builder: FormulaBuilder) => Expr): FormulaNode | undefined {
  const builder = createFormulaBuilder('test', (value) => SHAPES[value]);
  const last = write(builder.citing(citation), builder);
  const built = builder.build();
  if (!built.allowed) expect.fail(JSON.stringify(built.refusals));
  return built.value.nodes[last.node];
}

const kind = (f: Operators, ...options: readonly string[]): Expr<'choice'> =>
  f.input('kind', 'choice', named('kind'), options);
const cost = (f: Operators): Expr<'fen'> => f.input('cost', 'fen', named('cost'));
const flag = (f: Operators): Expr<'truth'> => f.input('flag', 'truth', named('flag'));
const refusal = { code: 'c', field: 'a', what: { zh: '', en: '' }, next: { zh: '', en: '' } };

describe('what the row and the pack give', () => {
  it('a field brings no clause, and its options or its range', () => {
    expect(written((f) => f.input('f', 'fen', named('n')))).toEqual({
      op: 'input',
      field: 'f',
      unit: 'fen',
      args: [],
      ...bare,
      ...named('n'),
    });
    const range = { atLeast: '1.00', atMost: '2.00' };
    expect(written((f) => f.input('f', 'fen', named('n'), range))).toMatchObject({ range });
    expect(written((f) => f.input('f', 'fen', named('n'), range))).not.toHaveProperty('options');
    expect(written((f) => kind(f, 'p', 'q'))).toMatchObject({ options: ['p', 'q'] });
    expect(written((f) => kind(f, 'p', 'q'))).not.toHaveProperty('range');
  });

  it('a pack value brings no clause of the formula, and the options that the pack gives', () => {
    expect(written((f) => f.value('key', 'choice'))).toStrictEqual({
      op: 'value',
      value: 'key',
      unit: 'choice',
      args: [],
      ...bare,
      options: ['v', 'w'],
    });
  });

  it('a cell takes its keys in the order of its axes, and no key of another', () => {
    const node = written((f) => {
      const [p, q] = [f.constant('choice', 'p'), f.constant('choice', 'q')];
      const range = { atLeast: '1.00', atMost: '2.00' };
      return f.value('table', 'fen', { third: q, second: q, first: p }, named('cell'), range);
    });
    expect(node).toEqual({
      op: 'lookup',
      value: 'table',
      axes: ['first', 'second'],
      unit: 'fen',
      args: [0, 1],
      ...bare,
      ...named('cell'),
      range: { atLeast: '1.00', atMost: '2.00' },
    });
  });

  it('a constant follows what the formula cites; a choice can be nothing else', () => {
    expect(written((f) => f.constant('fen', '1.00', named('n')))).toEqual({
      op: 'constant',
      text: '1.00',
      unit: 'fen',
      args: [],
      ...citation,
      ...named('n'),
    });
    expect(written((f) => f.constant('choice', 'p'))).toMatchObject({ options: ['p'] });
  });
});

describe('what chooses can be whatever its results can be', () => {
  it.each<[string, (f: Operators) => Expr, readonly string[]]>([
    ['a condition', (f) => f.if(flag(f), kind(f, 'p', 'q'), f.constant('choice', 'r')), ['p', 'q', 'r']],
    [
      'a match, once each',
      (f) => f.match(kind(f, 'p', 'q'), { p: f.constant('choice', 'x'), q: f.constant('choice', 'x') }),
      ['x'],
    ],
    [
      'a match of the rest',
      (f) => f.match(kind(f, 'p', 'q'), { p: f.constant('choice', 'x') }, f.constant('choice', 'y')),
      ['x', 'y'],
    ],
    [
      'exceptions and their base',
      (f) =>
        f.exceptions(f.constant('choice', 'x'), [
          { name: 'e', when: flag(f), then: f.constant('choice', 'y') },
        ]),
      ['x', 'y'],
    ],
    ['an assertion', (f) => f.assert(flag(f), kind(f, 'p', 'q'), refusal), ['p', 'q']],
  ])('%s', (_, write, options) => {
    expect(written(write)).toMatchObject({ unit: 'choice', options, ...citation });
  });

  it('figures have no options, though a choice decides on them', () => {
    const node = written((f) => f.match(kind(f, 'p'), { p: cost(f) }, undefined, named('n')));
    expect(node).toEqual({
      op: 'match',
      cases: ['p'],
      otherwise: false,
      unit: 'fen',
      args: [0, 1],
      ...citation,
      ...named('n'),
    });
    expect(written((f) => f.match(kind(f, 'p', 'q'), { p: cost(f) }, cost(f)))).toMatchObject({
      cases: ['p'],
      otherwise: true,
    });
  });
});

describe('each operator is written with what it takes', () => {
  const count = (f: Operators): Expr<'count'> => f.constant('count', '2');
  const rate = (f: Operators): Expr<'rate'> => f.constant('rate', '5%');
  const date = (f: Operators): Expr<'date'> => f.constant('date', '2024-01-01');

  it.each<[string, (f: Operators) => Expr, Readonly<Record<string, unknown>>]>([
    [
      'money some times',
      (f) => f.timesCount(cost(f), count(f), named('n')),
      { op: 'timesCount', unit: 'exact', args: [0, 1], ...named('n') },
    ],
    ['a count some times', (f) => f.timesCount(count(f), count(f)), { op: 'timesCount', unit: 'count' }],
    [
      'money by a rate',
      (f) => f.timesRate(cost(f), rate(f), named('n')),
      { op: 'timesRate', unit: 'exact', ...named('n') },
    ],
    [
      'a sum',
      (f) => f.add([cost(f), cost(f)], named('n')),
      { op: 'add', unit: 'fen', args: [0, 0], ...named('n') },
    ],
    [
      'a difference',
      (f) => f.subtract(cost(f), f.constant('fen', '1.00'), named('n')),
      { op: 'subtract', unit: 'fen', args: [0, 1], ...named('n') },
    ],
    [
      'the smaller',
      (f) => f.min(count(f), count(f), named('n')),
      { op: 'min', unit: 'count', args: [0, 0], ...named('n') },
    ],
    [
      'the larger',
      (f) => f.max(count(f), count(f), named('n')),
      { op: 'max', unit: 'count', args: [0, 0], ...named('n') },
    ],
    [
      'bounds',
      (f) => f.clamp(cost(f), f.constant('fen', '1.00'), f.constant('fen', '2.00'), named('n')),
      { op: 'clamp', unit: 'fen', args: [0, 1, 2], ...named('n') },
    ],
    [
      'a rounding',
      (f) => f.round(f.timesRate(cost(f), rate(f)), 'down', named('n')),
      { op: 'round', rounding: 'down', unit: 'fen', args: [2], ...named('n') },
    ],
    [
      'a divided part',
      (f) => f.mulDiv(cost(f), count(f), f.constant('count', '3'), 'half_up', named('n')),
      { op: 'mulDiv', rounding: 'half_up', unit: 'fen', args: [0, 1, 2], ...named('n') },
    ],
    [
      'bands',
      (f) =>
        f.marginal(
          cost(f),
          f.constant('fen', '9.00'),
          { thresholds: [f.constant('fen', '1.00')], rates: [rate(f), rate(f)] },
          named('n'),
        ),
      { op: 'marginal', bands: 2, unit: 'exact', args: [0, 1, 2, 3, 3], ...named('n') },
    ],
    [
      'days',
      (f) => f.daysBetween(date(f), date(f), named('n')),
      { op: 'daysBetween', unit: 'count', args: [0, 0], ...named('n') },
    ],
    [
      'years',
      (f) => f.fullYears(date(f), date(f), named('n')),
      { op: 'fullYears', unit: 'count', args: [0, 0], ...named('n') },
    ],
    [
      'a total',
      (f) => f.running('t', cost(f), named('n')),
      { op: 'running', total: 't', unit: 'fen', args: [0], ...named('n') },
    ],
    [
      'a comparison',
      (f) => f.compare(cost(f), 'below', f.constant('fen', '1.00')),
      { op: 'compare', comparison: 'below', unit: 'truth', args: [0, 1] },
    ],
    ['and', (f) => f.and([flag(f), f.constant('truth', 'true')]), { op: 'and', unit: 'truth', args: [0, 1] }],
    ['or', (f) => f.or([flag(f), f.constant('truth', 'true')]), { op: 'or', unit: 'truth', args: [0, 1] }],
    ['not', (f) => f.not(flag(f)), { op: 'not', unit: 'truth', args: [0] }],
    [
      'a condition',
      (f) => f.if(flag(f), cost(f), f.constant('fen', '1.00'), named('n')),
      { op: 'if', unit: 'fen', args: [0, 1, 2], ...named('n') },
    ],
    [
      'an assertion',
      (f) => f.assert(flag(f), cost(f), refusal),
      { op: 'assert', refusal, unit: 'fen', args: [0, 1] },
    ],
    [
      'exceptions',
      (f) =>
        f.exceptions(cost(f), [{ name: 'e', when: flag(f), then: f.constant('fen', '1.00') }], named('n')),
      { op: 'exceptions', exceptions: ['e'], unit: 'fen', args: [0, 1, 2], ...named('n') },
    ],
  ])('%s', (_, write, expected) => {
    const node = written(write);
    expect(node).toMatchObject({ ...expected, ...citation });
    expect(node).not.toHaveProperty('options');
  });
});

it('what is demanded to be proved is kept with the formula', () => {
  const builder = createFormulaBuilder('test', () => undefined);
  const f = builder.citing(citation);
  const least = f.min(cost(f), f.constant('fen', '1.00'), named('least'));
  builder.neverNegative(least);
  builder.neverAbove(least, cost(f));
  builder.output('x', least);
  const built = builder.build();
  expect(built.allowed && built.value).toMatchObject({
    id: 'test',
    outputs: { x: 2 },
    claims: [
      { claim: 'not_negative', node: 2 },
      { claim: 'at_most', node: 2, bound: 0 },
    ],
  });
});

it('a match of nothing is refused, not written as a figure', () => {
  const builder = createFormulaBuilder('test', () => undefined);
  const f = builder.citing(citation);
  f.match(kind(f, 'p'), {});
  expect(builder.build()).toMatchObject({ refusals: [{ what: { en: 'has no case for p' } }] });
});
