import { describe, expect, it } from 'vitest';
import { refuse, type Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Formula, NodeName } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { runFormula } from '#rules/targets/oracle';
import { planTargets } from '#rules/targets/plan';
import { createRowSettler } from '#rules/targets/scalar';

const text = { zh: '无', en: 'none' };
const values: ValueVector = {
  read: (value) => refuse({ code: 'no_figure', at: value, what: text, next: text }),
};

const name = (id: string): NodeName => ({ name: id, label: { zh: id, en: id } });
const money = (amount: number | bigint): FormulaFigure => ({ unit: 'fen', fen: fen(BigInt(amount)) });
const share = (numerator: bigint, denominator: bigint): FormulaFigure => ({
  unit: 'rate',
  rate: rate(rational(numerator, denominator)),
});
const truth = (holds: boolean): FormulaFigure => ({ unit: 'truth', holds });
const onDay = (date: string): FormulaFigure => ({ unit: 'date', date: date as never });

const a = (f: Operators): Expr<'fen'> => f.input('a', 'fen', name('a'));
const b = (f: Operators): Expr<'fen'> => f.input('b', 'fen', name('b'));
const r = (f: Operators): Expr<'rate'> => f.input('r', 'rate', name('r'));
const yes = (f: Operators): Expr<'truth'> => f.input('yes', 'truth', name('yes'));
const tier = (f: Operators): Expr<'choice'> =>
  f.input('tier', 'choice', name('tier'), ['low', 'middle', 'high']);
const date = (f: Operators, field: string): Expr<'date'> => f.input(field, 'date', name(field));
const vast = (f: Operators): Expr<'fen'> =>
  f.input('vast', 'fen', name('vast'), { atLeast: '0.00', atMost: '90000000000000.00' });
const fenOf = (f: Operators, yuan: string): Expr<'fen'> => f.constant('fen', yuan);
const refusal = { code: 'not_covered', field: 'a', what: text, next: text };

function formula(write: (f: Operators) => Expr): Formula {
  const builder = createFormulaBuilder('test', (value) =>
    value === 'open' ? { unit: 'fen', axes: [] } : undefined,
  );
  const expr = write(builder.citing({ cite: ['C-1'], readings: [] }));
  builder.output('x', expr);
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return built.value;
}

/** The output, or the codes and places of the refusals: what the program and the oracle both say. */
function settled(write: (f: Operators) => Expr, inputs: Readonly<Record<string, FormulaFigure>>): unknown {
  const it = formula(write);
  const row = { inputs: new Map(Object.entries(inputs)), values };
  const told = (outputs: Decision<ReadonlyMap<string, FormulaFigure>>): unknown =>
    outputs.allowed ? outputs.value.get('x') : outputs.refusals.map(({ code, at }) => `${code} ${at}`);
  const result = runFormula(it, row);
  const oracle = told(result.allowed ? { allowed: true, value: result.value.outputs } : result);
  expect(told(createRowSettler(planTargets(it))(row))).toEqual(oracle);
  return oracle;
}

const halfOf = (from: (f: Operators) => Expr<'fen'>, less: (f: Operators) => Expr<'fen'>) => (f: Operators) =>
  f.round(f.timesRate(f.subtract(from(f), less(f)), r(f)), 'half_up', name('x'));

describe('a compiled row is reckoned as the oracle reckons it', () => {
  it.each<[string, (f: Operators) => Expr, Readonly<Record<string, FormulaFigure>>, unknown]>([
    ['half a fen goes up', halfOf(a, b), { a: money(3), b: money(0), r: share(1n, 2n) }, money(2)],
    [
      'half a fen below zero goes away from zero',
      halfOf(a, b),
      { a: money(0), b: money(3), r: share(1n, 2n) },
      money(-2),
    ],
    [
      'less than half a fen goes to zero, which has no sign',
      halfOf(a, b),
      { a: money(0), b: money(1), r: share(49n, 100n) },
      money(0),
    ],
    [
      'half a fen of an amount beyond 2^53 goes up',
      (f) => f.min(f.round(f.timesRate(vast(f), r(f)), 'half_up', name('due')), a(f), name('x')),
      { vast: money(1_000_000_001), r: share(1n, 2n), a: money(1_000_000_000) },
      money(500_000_001),
    ],
    [
      'an amount of 10^24 parts is cut at the fen, however near the next it lies',
      (f) => {
        const exact = [1, 2, 3, 4].reduce<Expr<'fen' | 'exact'>>((last) => f.timesRate(last, r(f)), vast(f));
        return f.round(exact as Expr<'exact'>, 'down', name('x'));
      },
      { vast: money(8_999_999_999_999_900n), r: share(999_999n, 1_000_000n) },
      money(8_999_964_000_053_899n),
    ],
    [
      'rounding down below zero goes down',
      (f) => f.round(f.timesRate(f.subtract(a(f), b(f)), r(f)), 'down', name('x')),
      { a: money(0), b: money(1), r: share(1n, 100n) },
      money(-1),
    ],
    [
      'counts of different decimals are brought to one before they divide',
      (f) =>
        f.mulDiv(a(f), f.input('n', 'count', name('n')), f.constant('count', '12'), 'half_up', name('x')),
      { a: money(1200), n: { unit: 'count', count: rational(5n, 2n) } },
      money(250),
    ],
    [
      'a ratio whose product leaves 2^53 is exact',
      (f) =>
        f.mulDiv(a(f), b(f), f.max(f.input('c', 'fen', name('c')), fenOf(f, '0.01')), 'half_up', name('x')),
      { a: money(999_999_999), b: money(999_999_997), c: money(999_999_998) },
      money(999_999_998),
    ],
    [
      'each band of a scale has its own rate',
      (f) =>
        f.round(
          f.marginal(a(f), f.add([a(f), b(f)]), {
            thresholds: [fenOf(f, '100.00'), fenOf(f, '200.00')],
            rates: [f.constant('rate', '10%'), f.constant('rate', '20%'), r(f)],
          }),
          'half_up',
          name('x'),
        ),
      { a: money(5_000), b: money(20_000), r: share(1n, 2n) },
      money(500 + 2_000 + 2_500),
    ],
    [
      'a stretch that ends before it begins holds nothing',
      (f) =>
        f.round(
          f.marginal(a(f), b(f), {
            thresholds: [fenOf(f, '100.00')],
            rates: [r(f), f.constant('rate', '20%')],
          }),
          'half_up',
          name('x'),
        ),
      { a: money(20_000), b: money(5_000), r: share(1n, 2n) },
      money(0),
    ],
    [
      'a year from 29 February is full on 1 March',
      (f) => f.fullYears(date(f, 'from'), date(f, 'to'), name('x')),
      { from: onDay('2004-02-29'), to: onDay('2023-02-28') },
      { unit: 'count', count: rational(18n) },
    ],
    [
      'a year is full on the same day',
      (f) => f.fullYears(date(f, 'from'), date(f, 'to'), name('x')),
      { from: onDay('1964-03-01'), to: onDay('2024-03-01') },
      { unit: 'count', count: rational(60n) },
    ],
    [
      'an equal choice is found whatever the order of the options',
      (f) => f.compare(f.if(yes(f), f.constant('choice', 'high'), tier(f)), 'equals', tier(f)),
      { yes: truth(true), tier: { unit: 'choice', choice: 'high' } },
      truth(true),
    ],
  ])('%s', (_, write, inputs, expected) => {
    const named = (f: Operators): Expr => {
      const expr = write(f);
      return expr.unit === 'truth'
        ? f.if(expr as Expr<'truth'>, expr as Expr<'truth'>, yes(f), name('x'))
        : expr;
    };
    expect(settled(named, inputs)).toEqual(expected);
  });
});

describe('only what a row needs is asked of it', () => {
  const chosen = (f: Operators): Expr => f.if(yes(f), a(f), f.add([b(f), f.value('open', 'fen')]), name('x'));

  it('a fact and a value of the way not taken may be missing', () => {
    expect(settled(chosen, { yes: truth(true), a: money(1) })).toEqual(money(1));
    expect(settled(chosen, { yes: truth(false), a: money(1) })).toEqual([
      'missing_field b',
      'no_figure open',
    ]);
  });

  it('an assertion holds where it is needed only', () => {
    const asserted = (f: Operators): Expr =>
      f.match(
        tier(f),
        { low: a(f), middle: f.assert(f.compare(a(f), 'below', b(f)), b(f), refusal) },
        fenOf(f, '1.00'),
        name('x'),
      );
    const inputs = (choice: string): Record<string, FormulaFigure> => ({
      a: money(5),
      b: money(4),
      tier: { unit: 'choice', choice },
    });
    expect(settled(asserted, inputs('low'))).toEqual(money(5));
    expect(settled(asserted, inputs('high'))).toEqual(money(100));
    expect(settled(asserted, inputs('middle'))).toEqual(['not_covered a']);
    expect(settled(asserted, inputs('elsewhere'))).toEqual(['bad_value tier']);
  });

  it('all conditions of exceptions are asked for, and of their results the one that holds', () => {
    const other = (f: Operators): Expr<'truth'> => f.compare(tier(f), 'equals', f.constant('choice', 'high'));
    const excepted = (f: Operators): Expr =>
      f.exceptions(
        a(f),
        [
          { name: 'one', when: other(f), then: b(f) },
          { name: 'two', when: f.and([f.not(other(f)), yes(f)]), then: f.value('open', 'fen') },
        ],
        name('x'),
      );
    const high: FormulaFigure = { unit: 'choice', choice: 'high' };
    const low: FormulaFigure = { unit: 'choice', choice: 'low' };
    expect(settled(excepted, { tier: high, yes: truth(true), b: money(7) })).toEqual(money(7));
    expect(settled(excepted, { tier: low, yes: truth(false), a: money(6) })).toEqual(money(6));
    expect(settled(excepted, { tier: high, b: money(7) })).toEqual(['missing_field yes']);
  });

  it('a fact outside its range, or finer than any that is reckoned with, is refused by name', () => {
    expect(settled(a, { a: money(1_000_000_001) })).toEqual(['out_of_range a']);
    const it = formula((f) => f.round(f.timesRate(a(f), r(f)), 'half_up', name('x')));
    const row = {
      inputs: new Map([
        ['a', money(1)],
        ['r', share(1n, 3n)],
      ]),
      values,
    };
    expect(createRowSettler(planTargets(it))(row)).toMatchObject({
      refusals: [{ code: 'too_many_decimals', at: 'r' }],
    });
  });

  it('an amount that no double holds is told by the oracle', () => {
    const sum = (f: Operators): Expr => f.add([vast(f), vast(f)], name('x'));
    expect(settled(sum, { vast: money(8_999_999_999_999_999n) })).toEqual(money(17_999_999_999_999_998n));
  });
});
