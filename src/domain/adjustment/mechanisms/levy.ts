import type { PoolAmount } from '#domain/adjustment/facts';
import type { Mechanism } from '#domain/adjustment/mechanism';
import { given } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { allow } from '#kernel/decision';
import { formatRate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';

const BASES = ['collections', 'revenue'] as const satisfies readonly PoolAmount[];

/** Each pool remits a rate of this year's base, rounded once, half up. It is owed whether paid or not. */
export const levy: Mechanism = {
  name: 'levy',
  takes: { base: { kind: 'choice', options: BASES }, rate: { kind: 'value', unit: 'rate' } },
  needs: (choice) => [choice('base') as PoolAmount],
  run: (state, step) => {
    const rate = step.rate('rate');
    const field = step.choice('base') as PoolAmount;
    const levies = state.pools.map((pool) => {
      const base = given(pool, field);
      const amount = roundToFen(timesFraction(base.fen, rate.exact), 'half_up');
      const figure = step.trace.figure(
        {
          id: `levy/${pool.facts.id}`,
          label: { zh: '上解额', en: 'Levy' },
          formula: alike(`${yuan(base)} × ${formatRate(rate.exact)} = ${yuan({ fen: amount })}`),
          cite: step.cite,
          readings: step.readings,
          inputs: [base, rate],
        },
        amount,
      );
      return { pool: pool.facts.id, base, rate: rate.exact, amount: figure, cite: step.cite };
    });
    return allow({ ...state, levies, inflow: [...state.inflow, ...levies.map((row) => row.amount)] });
  },
};
