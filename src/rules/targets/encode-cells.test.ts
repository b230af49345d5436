import { describe, expect, it } from 'vitest';
import { allow, refuse } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaUnit } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { encodeVector, joinVectors, type EncodedVector } from '#rules/targets/encode-vector';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import { parseQuantity, type Unit } from '#rules/value/quantity';
import { named } from '#tests/support/small-formula';

const LEVELS = ['low', 'high'];
const KINDS = ['p', 'q', 'r'];
const AXES = [
  { name: 'level', members: LEVELS },
  { name: 'kind', members: KINDS },
];
const level = (f: Operators): Expr<'choice'> => f.input('level', 'choice', named('level'), LEVELS);
const kind = (f: Operators): Expr<'choice'> => f.input('kind', 'choice', named('kind'), KINDS);

/** A plan over values of these units; those whose name ends in `of kind` are tables by kind, `table` by both axes. */
function planOf(units: Readonly<Record<string, FormulaUnit>>, write: (f: Operators) => Expr): TargetPlan {
  const builder = createFormulaBuilder('test', (value) => {
    const unit = units[value];
    const axes = value === 'table' ? AXES : value.endsWith('of kind') ? AXES.slice(1) : [];
    return unit === undefined
      ? undefined
      : { unit, axes, ...(unit === 'choice' ? { options: ['x', 'y'] } : {}) };
  });
  builder.output('x', write(builder.citing({ cite: ['A-1'], readings: [] })));
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return planTargets(built.value);
}

/** Figures by cell, as `unit text`; a cell without one is refused. */
function vector(figures: Readonly<Record<string, readonly [Unit, string]>>): ValueVector {
  return {
    read: (value, members) => {
      const at = [value, ...members].join(' ');
      const figure = figures[at];
      const label = { zh: at, en: at };
      if (figure === undefined) return refuse({ code: 'no_figure', at, what: label, next: label });
      const quantity = parseQuantity(...figure, ['x', 'y', 'z']);
      if (typeof quantity === 'string') throw new Error(quantity);
      return allow({ name: value, label, quantity, standing: 'stated', cite: ['A-1'] });
    },
  };
}

const told = ({ refusals }: EncodedVector): readonly string[] =>
  [...refusals].map(([cell, faults]) => `${cell} ${faults.map(({ code, at }) => `${code} ${at}`).join()}`);

describe('the cells of a table', () => {
  const table = planOf({ table: 'fen', single: 'fen' }, (f) =>
    f.add(
      [f.value('single', 'fen'), f.value('table', 'fen', { level: level(f), kind: kind(f) })],
      named('x'),
    ),
  );
  const full = vector({
    single: ['fen', '9.00'],
    ...Object.fromEntries(
      LEVELS.flatMap((one, at) =>
        KINDS.map((other, by) => [`table ${one} ${other}`, ['fen', `${at}.0${by}`]] as const),
      ),
    ),
  });

  it('lie side by side, the last key the fastest', () => {
    const encoded = encodeVector(table, full);
    expect([...encoded.cells]).toEqual([900, 0, 1, 2, 100, 101, 102]);
    expect(told(encoded)).toEqual([]);
    expect([...joinVectors([encoded, { cells: new Float64Array(7).fill(5) }])]).toEqual([
      ...[900, 0, 1, 2, 100, 101, 102],
      ...[5, 5, 5, 5, 5, 5, 5],
    ]);
    expect([...joinVectors([])]).toEqual([]);
  });

  it('without a figure are refused each by itself, with the reason of the pack', () => {
    const gaps = vector({
      single: ['fen', '9.00'],
      'table low p': ['fen', '1.00'],
      'table high q': ['fen', '1.00'],
      'table high r': ['fen', '1.00'],
    });
    const encoded = encodeVector(table, gaps);
    expect([...encoded.cells]).toEqual([900, 100, NaN, NaN, NaN, 100, 100]);
    expect(told(encoded)).toEqual([
      '2 no_figure table low q',
      '3 no_figure table low r',
      '4 no_figure table high p',
    ]);
  });
});

describe('a cell is refused where targets cannot hold it', () => {
  it.each<[string, FormulaUnit, Unit, string, readonly string[]]>([
    ['an end of its range', 'fen', 'fen', '10000000.00', []],
    ['the other end of its range', 'fen', 'fen', '0.00', []],
    ['beyond its range', 'fen', 'fen', '10000000.01', ['0 out_of_range value/v']],
    ['in more decimals', 'rate', 'rate', '5.00001%', ['0 too_many_decimals value/v']],
    ['a choice', 'choice', 'choice', 'y', []],
    ['another choice', 'choice', 'choice', 'z', ['0 bad_value value/v']],
    ['a count', 'count', 'month', '6.5', []],
  ])('%s', (_, unit, of, text, expected) => {
    const plan = planOf({ v: unit }, (f) => {
      const value = f.value('v', unit);
      const yes = f.compare(value, 'equals', value);
      return f.if(yes, f.constant('fen', '1.00'), f.constant('fen', '2.00'), named('x'));
    });
    expect(told(encodeVector(plan, vector({ v: [of, text] })))).toEqual(expected);
  });

  it('what its own range allows and a double does not', () => {
    const range = { atLeast: '0', atMost: '900719925475' };
    const plan = planOf({ v: 'count' }, (f) => {
      const yes = f.compare(f.value('v', 'count', {}, undefined, range), 'above', f.constant('count', '1'));
      return f.if(yes, f.constant('fen', '1.00'), f.constant('fen', '2.00'), named('x'));
    });
    const encoded = encodeVector(plan, vector({ v: ['month', '900719925475'] }));
    expect(told(encoded)).toEqual(['0 out_of_range value/v']);
  });

  it('a value of another unit is a defect of the pack’s checks', () => {
    const plan = planOf({ v: 'fen' }, (f) => f.add([f.value('v', 'fen'), f.value('v', 'fen')], named('x')));
    expect(() => encodeVector(plan, vector({ v: ['rate', '5%'] }))).toThrow('value/v is given as fen');
  });
});

describe('thresholds that a place fills in ascend', () => {
  const scale = (first: (f: Operators) => Expr<'fen'>, second: (f: Operators) => Expr<'fen'>): TargetPlan =>
    planOf({ a: 'fen', b: 'fen', 'a of kind': 'fen', 'b of kind': 'fen' }, (f) => {
      const rates = [f.constant('rate', '1%'), f.constant('rate', '2%'), f.constant('rate', '3%')] as const;
      const bands = f.marginal(f.constant('fen', '0.00'), f.input('cost', 'fen', named('cost')), {
        thresholds: [first(f), second(f)],
        rates,
      });
      return f.round(bands, 'down', named('x'));
    });
  const single = (value: string) => (f: Operators) => f.value(value, 'fen');
  const byKind = (value: string) => (f: Operators) => f.value(`${value} of kind`, 'fen', { kind: kind(f) });
  const figures = (a: string, b: string): ValueVector =>
    vector({
      a: ['fen', '2.00'],
      b: ['fen', '2.00'],
      ...Object.fromEntries(
        KINDS.flatMap((each, at) => [
          [`a of kind ${each}`, ['fen', a.split(' ')[at] ?? '']],
          [`b of kind ${each}`, ['fen', b.split(' ')[at] ?? '']],
        ]),
      ),
    });

  it.each<[string, TargetPlan, string, string, readonly string[]]>([
    ['equal ones do not fall', scale(single('a'), single('b')), '1 1 1', '1 1 1', []],
    ['cell by cell where both take one key', scale(byKind('a'), byKind('b')), '1 5 1', '2 6 1', []],
    [
      'a cell in which they fall',
      scale(byKind('a'), byKind('b')),
      '1 5 1',
      '2 4 9',
      ['value/b of kind below value/a of kind'],
    ],
    ['any cell above one figure', scale(byKind('a'), single('b')), '1 2 1', '1 1 1', []],
    [
      'any cell below one figure',
      scale(byKind('a'), single('b')),
      '1 3 1',
      '1 1 1',
      ['value/b below value/a of kind'],
    ],
    [
      'a constant is not filled in',
      scale((f) => f.constant('fen', '9.00'), single('b')),
      '1 1 1',
      '1 1 1',
      [],
    ],
  ])('%s', (_, plan, a, b, expected) => {
    const { unordered } = encodeVector(plan, figures(a, b));
    const next = { zh: '请改正政策包中的分段标准', en: 'correct the thresholds in the pack' };
    expect(unordered).toEqual(expected.map(() => expect.objectContaining({ next }) as unknown));
    expect(unordered.map(({ at, what }) => `${at} below ${/below (.*),/.exec(what.en)?.[1] ?? ''}`)).toEqual(
      expected,
    );
  });
});
