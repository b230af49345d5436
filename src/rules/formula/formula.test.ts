import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { rational } from '#kernel/rational';
import { createFormulaBuilder } from '#rules/formula/builder';
import { checkFormula } from '#rules/formula/check-formula';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaFigure } from '#rules/formula/figure';
import { formulaJson } from '#rules/formula/formula-json';
import type { Formula, NodeName } from '#rules/formula/node';
import { runFormula, type FormulaResult } from '#rules/targets/oracle';
import type { ValueShape } from '#rules/formula/value-shape';
import type { ValueVector } from '#rules/formula/value-vector';
import { parseQuantity, type Unit } from '#rules/value/quantity';

const SHAPES: Readonly<Record<string, ValueShape>> = {
  rate: { unit: 'rate', axes: [] },
  open: { unit: 'rate', axes: [] },
  points: { unit: 'points', axes: [] },
  years: { unit: 'count', axes: [] },
  fee: { unit: 'fen', axes: [{ name: 'tier', members: ['low', 'high'] }] },
};
const FIGURES: Readonly<Record<string, readonly [Unit, string]>> = {
  rate: ['rate', '7.3%'],
  points: ['points', '5'],
  years: ['year', '30'],
  'fee low': ['fen', '100.00'],
  'fee high': ['fen', '300.00'],
};

const values: ValueVector = {
  read: (name, members) => {
    const figure = FIGURES[[name, ...members].join(' ')];
    const text = { zh: name, en: name };
    if (figure === undefined) return refuse({ code: 'no_figure', at: name, what: text, next: text });
    const quantity = parseQuantity(...figure);
    if (typeof quantity === 'string') throw new Error(quantity);
    return allow({ name, label: text, quantity, standing: 'assumed', cite: ['V-1'], reading: 'A-1' });
  },
};

const name = (id: string): NodeName => ({ name: id, label: { zh: id, en: id } });
const citation = { cite: ['C-1'], readings: ['R-1'] };

function built(
  write: (f: Operators, output: (name: string, value: Expr) => void) => void,
): Decision<Formula> {
  const builder = createFormulaBuilder('test', (value) => SHAPES[value]);
  write(builder.citing(citation), (output, value) => builder.output(output, value));
  return builder.build();
}

/** A formula with one output `x`. */
function formula(write: (f: Operators) => Expr): Formula {
  const result = built((f, output) => output('x', write(f)));
  if (!result.allowed) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

function faults(write: (f: Operators) => Expr): readonly string[] {
  const result = built((f, output) => output('x', write(f)));
  return result.allowed ? [] : result.refusals.map(({ code, at, what }) => `${code} ${at}: ${what.en}`);
}

function run(it: Formula, inputs: Readonly<Record<string, FormulaFigure>> = {}): Decision<FormulaResult> {
  return runFormula(it, { inputs: new Map(Object.entries(inputs)), values });
}

function x(it: Formula, inputs: Readonly<Record<string, FormulaFigure>> = {}): unknown {
  const result = run(it, inputs);
  if (!result.allowed) return result.refusals.map(({ code, at }) => `${code} ${at}`);
  return result.value.outputs.get('x');
}

const money = (amount: bigint): FormulaFigure => ({ unit: 'fen', fen: fen(amount) });
const wage = (f: Operators): Expr<'fen'> => f.input('wage', 'fen', name('wage'));
const truth = (f: Operators): Expr<'truth'> => f.input('flag', 'truth', name('flag'));

describe('what does not fit is refused while it is built, with its place', () => {
  it.each<[string, (f: Operators) => Expr, readonly string[]]>([
    [
      'money and a rate do not add up',
      (f) => f.add([wage(f), f.value('rate', 'rate') as unknown as Expr<'fen'>], name('sum')),
      ['bad_formula test/sum: units do not fit: add of (fen, rate) gives no fen'],
    ],
    [
      'rate and points differ',
      (f) =>
        f.round(
          f.timesRate(wage(f), f.value('points', 'points') as unknown as Expr<'rate'>),
          'half_up',
          name('due'),
        ),
      ['bad_formula test/timesRate#2: units do not fit: timesRate of (fen, points) gives no exact'],
    ],
    [
      'an exact amount is no amount before a cited rounding',
      (f) => f.timesRate(wage(f), f.value('rate', 'rate'), name('due')),
      ['bad_formula test/x: is an exact amount: it needs a cited rounding before it can be given out'],
    ],
    [
      'fen and an exact amount do not mix',
      (f) =>
        f.max(wage(f), f.timesRate(wage(f), f.value('rate', 'rate')) as unknown as Expr<'fen'>, name('more')),
      ['bad_formula test/more: units do not fit: max of (fen, exact) gives no fen'],
    ],
    [
      'a value that the pack does not have',
      (f) => f.value('none', 'fen', {}, name('due')),
      ['bad_formula test/due: there is no value none with a single figure'],
    ],
    [
      'a value of another unit',
      (f) => f.value('points', 'rate', {}, name('due')),
      ['bad_formula test/due: points is of unit points, the formula takes rate'],
    ],
    [
      'a table without its key',
      (f) => f.value('fee', 'fen', {}, name('due')),
      ['bad_formula test/due: fee is a table by tier; the formula gives no key'],
    ],
    [
      'a key that may have no cell',
      (f) =>
        f.value('fee', 'fen', { tier: f.input('tier', 'choice', name('tier'), ['low', 'mid']) }, name('due')),
      ['bad_formula test/due: fee has no cell on axis tier for mid'],
    ],
    [
      'a choice with a case left open',
      (f) =>
        f.match(
          f.input('tier', 'choice', name('tier'), ['low', 'high']),
          { low: wage(f) },
          undefined,
          name('due'),
        ),
      ['bad_formula test/due: has no case for high'],
    ],
    [
      'one name for two nodes',
      (f) => f.add([f.min(wage(f), wage(f), name('a')), f.max(wage(f), wage(f), name('a'))], name('b')),
      ['bad_formula test/a: the name a is given to two nodes'],
    ],
    [
      'an output without a name',
      (f) => f.add([wage(f), wage(f)]),
      ['bad_formula test/x: is given out without a name'],
    ],
    [
      'a constant that is none',
      (f) => f.constant('rate', '5', name('due')),
      ['bad_formula test/due: "5" is no rate'],
    ],
  ])('%s', (_, write, expected) => {
    expect(faults(write)).toEqual(expected);
  });

  it('a node that cites nothing', () => {
    const builder = createFormulaBuilder('test', (value) => SHAPES[value]);
    const f = builder.citing({ cite: [], readings: [] });
    builder.output('x', f.add([wage(f), wage(f)], name('sum')));
    expect(builder.build()).toMatchObject({
      refusals: [{ at: 'test/sum', what: { en: 'cites no clause' } }],
    });
  });

  it('a graph that was written elsewhere and runs in a circle', () => {
    const node = { op: 'add', unit: 'fen', args: [0, 0], ...citation, ...name('sum') } as const;
    expect(
      checkFormula({ id: 'test', nodes: [node], outputs: { x: 0 }, claims: [] }, () => undefined),
    ).toMatchObject({
      refusals: [{ at: 'test/sum', what: { en: 'is reckoned from a node that does not stand before it' } }],
    });
  });
});

describe('equal nodes are one node', () => {
  it('whatever is written twice is kept once', () => {
    const twice = formula((f) => f.add([wage(f), wage(f)], name('sum')));
    expect(twice.nodes).toHaveLength(2);
    expect(twice.nodes[1]?.args).toEqual([0, 0]);
  });

  it('the canonical text of a formula tells formulas apart and nothing else', () => {
    const text = (rounding: 'half_up' | 'down'): string =>
      formulaJson(
        formula((f) => f.round(f.timesRate(wage(f), f.value('rate', 'rate')), rounding, name('due'))),
      );
    expect(text('half_up')).toBe(text('half_up'));
    expect(text('half_up')).not.toBe(text('down'));
    const read = JSON.parse(text('down')) as Formula;
    expect(formulaJson(read)).toBe(text('down'));
    expect(checkFormula(read, (value) => SHAPES[value]).allowed).toBe(true);
  });
});

describe('the oracle reckons exactly', () => {
  it.each<[string, (f: Operators) => Expr, Readonly<Record<string, FormulaFigure>>, unknown]>([
    ['sums', (f) => f.add([wage(f), wage(f), wage(f)], name('s')), { wage: money(5n) }, money(15n)],
    [
      'differences below zero',
      (f) => f.subtract(f.constant('fen', '0.00'), wage(f), name('s')),
      { wage: money(5n) },
      money(-5n),
    ],
    [
      'a rounding, once',
      (f) => f.round(f.timesRate(wage(f), f.value('rate', 'rate')), 'half_up', name('s')),
      { wage: money(500_000n) },
      money(36_500n),
    ],
    [
      'a rounding down',
      (f) => f.round(f.timesRate(wage(f), f.value('rate', 'rate')), 'down', name('s')),
      { wage: money(99n) },
      money(7n),
    ],
    [
      'counts',
      (f) => f.timesCount(f.value('years', 'count'), f.constant('count', '12'), name('s')),
      {},
      { unit: 'count', count: rational(360n) },
    ],
    [
      'the smaller',
      (f) => f.min(wage(f), f.constant('fen', '0.03'), name('s')),
      { wage: money(5n) },
      money(3n),
    ],
    [
      'the larger',
      (f) => f.max(wage(f), f.constant('fen', '0.03'), name('s')),
      { wage: money(5n) },
      money(5n),
    ],
    [
      'bounds',
      (f) => f.clamp(wage(f), f.constant('fen', '0.06'), f.constant('fen', '0.09'), name('s')),
      { wage: money(5n) },
      money(6n),
    ],
    [
      'a cell by its key',
      (f) =>
        f.value('fee', 'fen', { tier: f.input('tier', 'choice', name('tier'), ['low', 'high']) }, name('s')),
      { tier: { unit: 'choice', choice: 'high' } },
      money(30_000n),
    ],
    [
      'conditions',
      (f) =>
        f.if(
          f.and([
            f.or([f.not(truth(f)), truth(f)]),
            f.compare(wage(f), 'below', f.constant('fen', '0.06')),
            f.compare(wage(f), 'at_most', wage(f)),
            f.compare(wage(f), 'equals', wage(f)),
            f.compare(wage(f), 'at_least', wage(f)),
            f.compare(f.constant('fen', '0.06'), 'above', wage(f)),
          ]),
          wage(f),
          f.constant('fen', '0.00'),
          name('s'),
        ),
      { wage: money(5n), flag: { unit: 'truth', holds: true } },
      money(5n),
    ],
    [
      'the rest of a choice',
      (f) =>
        f.match(
          f.input('tier', 'choice', name('tier'), ['low', 'high']),
          { low: f.constant('fen', '1.00') },
          f.constant('fen', '2.00'),
          name('s'),
        ),
      { tier: { unit: 'choice', choice: 'high' } },
      money(200n),
    ],
  ])('%s', (_, write, inputs, expected) => {
    expect(x(formula(write), inputs)).toEqual(expected);
  });

  it('a rounding misses by half a fen at most', () => {
    const due = formula((f) => f.round(f.timesRate(wage(f), f.value('rate', 'rate')), 'half_up', name('s')));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1_000_000_000n }), (amount) => {
        const result = x(due, { wage: money(amount) }) as { readonly fen: bigint };
        const missed = result.fen * 1000n - amount * 73n;
        expect(missed >= -500n && missed <= 500n).toBe(true);
      }),
    );
  });
});

describe('missing is never zero', () => {
  const either = formula((f) =>
    f.if(
      truth(f),
      f.round(f.timesRate(wage(f), f.value('open', 'rate')), 'half_up'),
      f.constant('fen', '0.00'),
      name('s'),
    ),
  );
  const flag = (holds: boolean): FormulaFigure => ({ unit: 'truth', holds });

  it('every missing input and every value without a figure is named', () => {
    expect(x(either)).toEqual(['missing_field flag']);
    expect(x(either, { flag: flag(true) })).toEqual(['missing_field wage', 'no_figure open']);
  });

  it('a branch that is not taken asks for nothing', () => {
    expect(x(either, { flag: flag(false) })).toEqual(money(0n));
  });

  it('a choice outside its options is refused', () => {
    const fee = formula((f) =>
      f.value('fee', 'fen', { tier: f.input('tier', 'choice', name('tier'), ['low']) }, name('s')),
    );
    expect(x(fee, { tier: { unit: 'choice', choice: 'high' } })).toEqual(['bad_value tier']);
  });

  it('an assertion refuses its row with the clause that it follows', () => {
    const text = { zh: '低', en: 'low' };
    const refusal = { code: 'too_low', field: 'wage', what: text, next: text };
    const held = formula((f) =>
      f.min(
        f.assert(f.compare(wage(f), 'at_least', f.constant('fen', '1.00')), wage(f), refusal),
        wage(f),
        name('s'),
      ),
    );
    expect(x(held, { wage: money(100n) })).toEqual(money(100n));
    expect(run(held, { wage: money(99n) })).toMatchObject({
      refusals: [{ code: 'too_low', at: 'wage', clause: 'C-1' }],
    });
  });
});

it('every figure is explained by its calculation, its clauses and the values it used', () => {
  const due = formula((f) =>
    f.round(f.timesRate(f.add([wage(f), wage(f)]), f.value('rate', 'rate')), 'half_up', name('due')),
  );
  const result = run(due, { wage: money(1_000_050n) });
  expect(result.allowed && result.value.nodes).toMatchObject([
    { id: 'wage', value: { kind: 'fen', amount: '10000.50' }, cite: [] },
    {
      id: 'value/rate',
      value: { kind: 'rate', rate: '7.3%' },
      cite: ['V-1'],
      readings: ['A-1'],
      assumptions: ['rate'],
    },
    {
      id: 'due',
      value: { kind: 'fen', amount: '1460.07' },
      formula: { zh: '（10,000.50 + 10,000.50） × 7.3%（四舍五入到分） = 1,460.07' },
      cite: ['C-1'],
      readings: ['R-1'],
      inputs: ['wage', 'value/rate'],
    },
  ]);
});
