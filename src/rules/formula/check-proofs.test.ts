import { describe, expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import { faultsOf, named } from '#tests/support/small-formula';

const cost = (f: Operators): Expr<'fen'> => f.input('cost', 'fen', named('cost'));
const paid = (f: Operators): Expr<'fen'> =>
  f.round(f.timesRate(cost(f), f.value('share', 'rate')), 'half_up', named('paid'));

describe('a formula is built only where it is proved for every row', () => {
  it('what is paid is never above the cost, and what is left never negative', () => {
    expect(
      faultsOf((f, builder) => {
        const left = f.subtract(cost(f), paid(f), named('left'));
        builder.neverAbove(paid(f), cost(f));
        builder.neverNegative(left);
        return left;
      }),
    ).toEqual([]);
  });

  it('a claim that is not proved is refused with its place and the interval that was found', () => {
    expect(
      faultsOf((f, builder) => {
        const left = f.subtract(paid(f), cost(f), named('left'));
        builder.neverNegative(left);
        builder.neverAbove(cost(f), paid(f));
        return left;
      }),
    ).toEqual([
      'test/left: is not proved never to be negative (lies between -10,000,000.00 and 0.00)',
      'test/cost: is not proved never to be above test/paid (lies between 0.00 and 10,000,000.00; the latter lies between 0.00 and 10,000,000.00)',
    ]);
  });

  it('what a cap cuts off is at most what is added to the year', () => {
    expect(
      faultsOf((f, builder) => {
        const before = f.running('year', paid(f));
        const cap = f.value('second', 'fen');
        const now = f.subtract(f.min(cap, f.add([before, paid(f)])), f.min(cap, before), named('now'));
        const rest = f.min(f.subtract(cost(f), now), cost(f), named('rest'));
        builder.neverAbove(now, paid(f));
        builder.neverAbove(now, cost(f));
        builder.neverAbove(f.add([now, rest]), cost(f));
        builder.neverNegative(now);
        builder.neverNegative(rest);
        return rest;
      }),
    ).toEqual([]);
  });

  it('what a condition says of a figure is used within its branch', () => {
    expect(
      faultsOf((f, builder) => {
        const other = f.input('other', 'fen', named('other'));
        const less = f.if(f.compare(cost(f), 'below', other), cost(f), other, named('less'));
        builder.neverAbove(less, cost(f));
        builder.neverAbove(less, other);
        return less;
      }),
    ).toEqual([]);
  });

  it('a scale of shares gives at most the stretch', () => {
    expect(
      faultsOf((f, builder) => {
        const before = f.running('year', cost(f));
        const rates = [f.constant('rate', '50%'), f.value('share', 'rate')] as const;
        const bands = f.marginal(before, f.add([before, cost(f)]), {
          thresholds: [f.value('first', 'fen')],
          rates,
        });
        const due = f.round(bands, 'half_up', named('due'));
        builder.neverAbove(due, cost(f));
        return due;
      }),
    ).toEqual([]);
  });
});

describe('what no target could reckon is refused', () => {
  it('a divisor that may be zero', () => {
    expect(
      faultsOf((f) =>
        f.mulDiv(
          cost(f),
          f.constant('count', '1'),
          f.input('days', 'count', named('days')),
          'down',
          named('x'),
        ),
      ),
    ).toEqual([
      'test/x: its divisor is not proved to be above zero (lies between 0 and 10000)',
      'test/x: possible overflow: more than 64 bits can hold (has no proved range)',
    ]);
  });

  it('an amount that 64 bits may not hold', () => {
    expect(
      faultsOf((f) => {
        const times = f.input('times', 'count', named('times'));
        const much = f.timesCount(f.timesCount(f.timesCount(cost(f), times), times), times);
        return f.round(much, 'half_up', named('x'));
      }),
    ).toEqual([
      'test/x: possible overflow: more than 64 bits can hold (lies between 0.00 and 10,000,000,000,000,000,000.00)',
    ]);
  });

  it.each<[string, readonly [string, string], readonly string[]]>([
    ['constants that ascend', ['1.00', '2.00'], []],
    ['equal ones', ['2.00', '2.00'], ['test/marginal#9: threshold 2 does not lie above threshold 1']],
    ['falling ones', ['3.00', '2.00'], ['test/marginal#10: threshold 2 does not lie above threshold 1']],
  ])('thresholds of bands: %s', (_, [first, second], expected) => {
    const faults = faultsOf((f) => {
      const rates = [f.constant('rate', '1%'), f.constant('rate', '2%'), f.constant('rate', '3%')] as const;
      const thresholds = [f.constant('fen', first), f.constant('fen', second)];
      return f.round(
        f.marginal(f.constant('fen', '0.00'), cost(f), { thresholds, rates }),
        'down',
        named('x'),
      );
    });
    expect(faults.map((fault) => fault.replace(/#\d+/, ''))).toEqual(
      expected.map((fault) => fault.replace(/#\d+/, '')),
    );
  });

  it('one total that would add up two amounts', () => {
    expect(
      faultsOf((f) =>
        f.add([f.running('year', cost(f)), f.running('year', f.constant('fen', '1.00'))], named('x')),
      ),
    ).toEqual(['test/running#3: the total year adds up two amounts']);
  });
});

describe('the range of a figure', () => {
  it.each<[string, { atLeast: string; atMost: string }, readonly string[]]>([
    ['is of its unit', { atLeast: '1', atMost: '5%' }, ['test/cost: the range\'s "5%" is no fen']],
    ['is not empty', { atLeast: '5.00', atMost: '1.00' }, ['test/cost: nothing lies between 5.00 and 1.00']],
    ['may be one figure', { atLeast: '5.00', atMost: '5.00' }, []],
  ])('%s', (_, range, expected) => {
    expect(faultsOf((f) => f.input('cost', 'fen', named('cost'), range))).toEqual(expected);
  });
});
