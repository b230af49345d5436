import { expect, it } from 'vitest';
import type { Expr } from '#rules/formula/expression';
import { formulaOf, money, named, x } from '#tests/support/small-formula';

it('a formula as deep as three thousand steps is reckoned and explained', () => {
  const deep = formulaOf((f) => {
    const cost = f.input('cost', 'fen', named('cost'));
    let sum: Expr<'fen'> = cost;
    for (let step = 0; step < 3_000; step += 1) sum = f.max(f.subtract(sum, f.constant('fen', '0.01')), cost);
    return f.add([sum, cost], named('x'));
  });
  expect(x(deep, { cost: money(5n) })).toEqual(money(10n));
});
