import { describe, expect, it } from 'vitest';
import { AssertionFailure } from '#kernel/assert';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaFigure } from '#rules/formula/figure';
import { reckonRow, type FormulaResult } from '#rules/targets/oracle';
import {
  choice,
  count,
  day,
  flag,
  formulaOf,
  money,
  named,
  run,
  values,
  x,
  type Given,
} from '#tests/support/small-formula';

const cost = (f: Operators): Expr<'fen'> => f.input('cost', 'fen', named('cost'));
const days = (f: Operators): Expr<'count'> =>
  f.input('days', 'count', named('days'), { atLeast: '1', atMost: '366' });

const scale = (f: Operators, from: Expr<'fen'>, to: Expr<'fen'>): Expr<'exact'> => {
  const thresholds = [f.value('first', 'fen'), f.value('second', 'fen')];
  const rates = [f.constant('rate', '50%'), f.constant('rate', '60%'), f.constant('rate', '100%')] as const;
  return f.marginal(from, to, { thresholds, rates });
};

describe('operators of scales, dates and shares', () => {
  it.each<[string, (f: Operators) => Expr, Given, FormulaFigure]>([
    [
      'a share of an amount is rounded once, a tie away from zero',
      (f) => f.mulDiv(cost(f), f.constant('count', '1'), days(f), 'half_up', named('x')),
      { cost: money(5n), days: count(2n) },
      money(3n),
    ],
    [
      'a share of an amount is rounded down where the rule says so',
      (f) => f.mulDiv(cost(f), f.constant('count', '1'), days(f), 'down', named('x')),
      { cost: money(5n), days: count(2n) },
      money(2n),
    ],
    [
      // 50% of 100.00 + 60% of 200.00 + 100.00
      'each band of a scale has its own rate',
      (f) => f.round(scale(f, f.constant('fen', '0.00'), cost(f)), 'half_up', named('x')),
      { cost: money(40_000n) },
      money(27_000n),
    ],
    [
      // 60% of 250.00 to 300.00, then 50.00
      'a stretch begins where the year has come to',
      (f) => f.round(scale(f, f.constant('fen', '250.00'), cost(f)), 'half_up', named('x')),
      { cost: money(35_000n) },
      money(8_000n),
    ],
    [
      'a stretch that ends before it begins holds nothing',
      (f) => f.round(scale(f, f.constant('fen', '250.00'), cost(f)), 'half_up', named('x')),
      { cost: money(1n) },
      money(0n),
    ],
    [
      'days of a stay: the first counts and the last does not',
      (f) =>
        f.daysBetween(f.input('in', 'date', named('in')), f.input('out', 'date', named('out')), named('x')),
      { in: day(2024, 2, 28), out: day(2024, 3, 1) },
      count(2n),
    ],
    [
      'who was born on 29 February is a year older on 1 March',
      (f) =>
        f.fullYears(f.input('in', 'date', named('in')), f.input('out', 'date', named('out')), named('x')),
      { in: day(2004, 2, 29), out: day(2023, 2, 28) },
      count(18n),
    ],
  ])('%s', (_, write, inputs, expected) => {
    expect(x(formulaOf(write), inputs)).toEqual(expected);
  });

  it('bands that a place fills in the wrong order refuse the row', () => {
    const unordered = formulaOf((f) =>
      f.round(
        f.marginal(f.constant('fen', '0.00'), cost(f), {
          thresholds: [f.value('first', 'fen'), f.value('falling', 'fen')],
          rates: [f.constant('rate', '1%'), f.constant('rate', '2%'), f.constant('rate', '3%')],
        }),
        'half_up',
        named('x'),
      ),
    );
    expect(x(unordered, { cost: money(1n) })).toEqual(['thresholds_not_ascending test/marginal#7']);
  });

  it('a scale of which a threshold is missing names it', () => {
    const open = formulaOf((f) =>
      f.round(
        f.marginal(f.constant('fen', '0.00'), cost(f), {
          thresholds: [f.input('limit', 'fen', named('limit'))],
          rates: [f.constant('rate', '1%'), f.constant('rate', '2%')],
        }),
        'half_up',
        named('x'),
      ),
    );
    expect(x(open, { cost: money(1n) })).toEqual(['missing_field limit']);
  });
});

describe('a running total is what the year has come to before this row', () => {
  const total = formulaOf((f) => f.add([f.running('paid', cost(f)), cost(f)], named('x')));

  it('one row alone is given it, and gives the total after it', () => {
    const result = run(total, { cost: money(7n) }, { paid: 100n });
    expect(result).toMatchObject({ value: { totals: new Map([['paid', 107n]]) } });
    expect(x(total, { cost: money(7n) }, { paid: 100n })).toEqual(money(107n));
  });

  it('a total that is not given is named and not zero', () => {
    expect(x(total, { cost: money(7n) })).toEqual(['missing_total paid']);
  });

  it('a total past anything that rows can add up to is refused', () => {
    expect(x(total, { cost: money(7n) }, { paid: 10n ** 16n })).toEqual(['out_of_range paid']);
    expect(x(total, { cost: money(7n) }, { paid: -1n })).toEqual(['out_of_range paid']);
  });

  it('after a row whose amount is missing the total is not known any more', () => {
    const row = { inputs: new Map(), values, totals: new Map([['paid', 100n as never]]) };
    expect(reckonRow(total, row)).toMatchObject({ outputs: { allowed: false }, totals: new Map() });
  });

  it('a row that does not need the total still adds to it', () => {
    const either = formulaOf((f) =>
      f.if(
        f.input('flag', 'truth', named('flag')),
        f.running('paid', cost(f)),
        f.constant('fen', '0.00'),
        named('x'),
      ),
    );
    const result = run(either, { flag: flag(false), cost: money(5n) }, { paid: 1n });
    expect(result).toMatchObject({ value: { totals: new Map([['paid', 6n]]) } });
    expect(run(either, { flag: flag(false) }, { paid: 1n })).toMatchObject({ value: { totals: new Map() } });
    const untold = run(either, { flag: flag(false), cost: money(5n) });
    expect(untold).toMatchObject({ value: { totals: new Map() } });
  });

  it('a total that no output needs is not added to', () => {
    const idle = formulaOf((f) => {
      f.running('idle', cost(f));
      return f.add([f.running('paid', cost(f)), cost(f)], named('x'));
    });
    const result = run(idle, { cost: money(5n) }, { idle: 1n, paid: 1n });
    expect(result).toMatchObject({ value: { totals: new Map([['paid', 6n]]) } });
  });
});

describe('a fact is of the kind that the formula takes', () => {
  const tier = (options?: readonly string[]) =>
    formulaOf((f) =>
      f.if(
        f.compare(f.input('tier', 'choice', named('tier'), options), 'equals', f.constant('choice', 'p')),
        f.constant('fen', '1.00'),
        f.constant('fen', '2.00'),
        named('x'),
      ),
    );

  it('a choice is one of the options, where these are closed', () => {
    expect(x(tier(['p', 'q']), { tier: choice('r') })).toEqual(['bad_value tier']);
    expect(x(tier(), { tier: choice('r') })).toEqual(money(200n));
  });

  it('a figure of another unit is a mistake of the program, not of the row', () => {
    const doubled = formulaOf((f) => f.add([cost(f), cost(f)], named('x')));
    expect(() => x(doubled, { cost: count(1n) })).toThrow(AssertionFailure);
  });
});

describe('what lies outside its range refuses the row', () => {
  const share = formulaOf((f) =>
    f.mulDiv(f.value('huge', 'fen'), f.constant('count', '1'), days(f), 'down', named('x')),
  );

  it('an input is named by its field, a pack value by its cell', () => {
    expect(x(share, { days: count(367n) })).toEqual(['out_of_range value/huge', 'out_of_range days']);
  });

  it('both ends are told in the words of the unit', () => {
    expect(run(share, { days: count(0n) })).toMatchObject({
      refusals: [
        { what: { en: '90,000,000.00 does not lie between 0.00 and 10,000,000.00' } },
        { what: { zh: '0 不在 1 至 366 之间' } },
      ],
    });
  });
});

describe('exceptions to a base', () => {
  const due = formulaOf((f) => {
    const age = f.fullYears(
      f.input('born', 'date', named('born')),
      f.constant('date', '2024-01-01'),
      named('age'),
    );
    return f.exceptions(
      cost(f),
      [
        {
          name: 'child',
          when: f.compare(age, 'below', f.constant('count', '7')),
          then: f.constant('fen', '0.00'),
        },
        {
          name: 'old',
          when: f.compare(age, 'at_least', f.constant('count', '70')),
          then: f.value('first', 'fen'),
        },
      ],
      named('x'),
    );
  });

  it.each([
    ['the base holds where no exception applies', day(1990, 5, 1), money(9n)],
    ['one exception takes the place of the base', day(1950, 5, 1), money(10_000n)],
    ['so does the other', day(2020, 5, 1), money(0n)],
  ])('%s', (_, born, expected) => {
    expect(x(due, { born, cost: money(9n) })).toEqual(expected);
  });

  it('an exception asks for nothing of the base, and the conditions for all that they compare', () => {
    expect(x(due, { born: day(1950, 5, 1) })).toEqual(money(10_000n));
    expect(x(due, { cost: money(9n) })).toEqual(['missing_field born']);
  });

  it('why not: each exception that does not apply tells its figures', () => {
    expect(explained(run(due, { born: day(1990, 5, 1), cost: money(9n) }), 'x')).toEqual([
      'the exception child does not apply: the age 33 < 7 does not hold',
      'the exception old does not apply: the age 33 ≥ 70 does not hold',
    ]);
  });
});

function explained(result: ReturnType<typeof run>, id: string): readonly string[] | undefined {
  const nodes: FormulaResult['nodes'] = result.allowed ? result.value.nodes : [];
  return nodes.find((node) => node.id === id)?.notChosen?.map(({ en }) => en);
}

describe('why not another figure', () => {
  const tiers = (f: Operators): Expr<'choice'> => f.input('tier', 'choice', named('tier'), ['low', 'high']);
  const aid = formulaOf((f) =>
    f.if(
      f.and([
        f.input('aided', 'truth', named('aided')),
        f.compare(cost(f), 'above', f.value('first', 'fen')),
        f.not(f.compare(tiers(f), 'equals', f.constant('choice', 'low'))),
      ]),
      cost(f),
      f.match(tiers(f), { low: f.constant('fen', '1.00'), high: f.constant('fen', '2.00') }),
      named('x'),
    ),
  );

  it('every part of a condition that did not hold is told with its figures, and the cases passed over', () => {
    const result = run(aid, { aided: flag(false), cost: money(9n), tier: choice('low') });
    expect(explained(result, 'x')).toEqual([
      'the aided: no',
      'the cost 0.09 > first 100.00 does not hold',
      'the tier low = low holds',
      'the tier low, not high',
    ]);
    expect(result.allowed && result.value.nodes.at(-1)?.notChosen?.[1]?.zh).toBe(
      '【cost】 0.09 > first 100.00 不成立',
    );
  });

  it('a condition that held leaves nothing to tell', () => {
    const result = run(aid, { aided: flag(true), cost: money(20_000n), tier: choice('high') });
    expect(explained(result, 'x')).toBeUndefined();
  });

  it('a row that an assertion refuses is told what did not hold', () => {
    const text = { zh: '低于下限', en: 'below the floor' };
    const floor = formulaOf((f) => {
      const isEnough = f.compare(cost(f), 'at_least', f.value('first', 'fen'));
      return f.min(
        f.assert(isEnough, cost(f), { code: 'too_low', field: 'cost', what: text, next: text }),
        cost(f),
        named('x'),
      );
    });
    expect(run(floor, { cost: money(1n) })).toMatchObject({
      refusals: [
        {
          code: 'too_low',
          at: 'cost',
          clause: 'C-1',
          what: {
            zh: '低于下限（【cost】 0.01 ≥ first 100.00 不成立）',
            en: 'below the floor (the cost 0.01 ≥ first 100.00 does not hold)',
          },
        },
      ],
    });
  });
});
