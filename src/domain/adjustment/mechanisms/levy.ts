import type { PoolAmount } from '#domain/adjustment/facts';
import type { Mechanism, NotedValue, StepContext } from '#domain/adjustment/mechanism';
import type { LevyRow } from '#domain/adjustment/rows';
import { given, type AdjustmentState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { allow } from '#kernel/decision';
import { sumFen, ZERO_FEN } from '#kernel/fen';
import { rational } from '#kernel/rational';
import { formatRate, rate as rateOf, type Rate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';

const BASES = ['collections', 'priorCollections', 'revenue'] as const satisfies readonly PoolAmount[];

/**
 * Each pool remits a rate of its base, rounded once, half up. It is owed whether paid or not. Where the
 * pack sets a pause, no pool pays anything in a year that the fund opens with that share of all bases (AH-R2).
 */
export const levy: Mechanism = {
  name: 'levy',
  gives: 'levies',
  takes: {
    base: { kind: 'choice', options: BASES },
    rate: { kind: 'value', unit: 'rate' },
    pause: { kind: 'value', unit: 'rate', optional: true },
    pause_cite: { kind: 'clause', optional: true },
  },
  needs: (choice) => [choice('base') as PoolAmount],
  run: (state, step) => {
    const field = step.choice('base') as PoolAmount;
    const pause = step.has('pause') ? pauseOf(state, step, field) : undefined;
    const levies = state.pools.map((pool): LevyRow => {
      const base = given(pool, field);
      const { rate, cite, inputs } = pause ?? normalRate(step);
      const amount = roundToFen(timesFraction(base.fen, rate), 'half_up');
      const figure = step.trace.figure(
        {
          id: `levy/${pool.facts.id}`,
          label: { zh: '上解额', en: 'Levy' },
          formula: () => alike(`${yuan(base)} × ${formatRate(rate)} = ${yuan({ fen: amount })}`),
          cite,
          readings: step.readings,
          inputs: [base, ...inputs],
        },
        amount,
      );
      return { pool: pool.facts.id, base, rate, amount: figure, cite };
    });
    return allow({ ...state, levies, inflow: [...state.inflow, ...levies.map((row) => row.amount)] });
  },
};

interface RateInForce {
  readonly rate: Rate;
  readonly cite: readonly string[];
  readonly inputs: readonly { readonly node: string }[];
}

function normalRate(step: StepContext): RateInForce {
  const value: NotedValue & { readonly exact: Rate } = step.rate('rate');
  return { rate: value.exact, cite: step.cite, inputs: [value] };
}

const PAUSED = rateOf(rational(0n));

/** The paused rate, or undefined where the fund opens below the share of all bases that pauses the levy. */
function pauseOf(state: AdjustmentState, step: StepContext, field: PoolAmount): RateInForce | undefined {
  const share = step.rate('pause');
  const bases = state.pools.map((pool) => given(pool, field));
  const total = sumFen(bases.map((base) => base.fen));
  const isPaused =
    state.opening.fen * share.exact.denominator >= total * share.exact.numerator &&
    state.opening.fen >= ZERO_FEN;
  const cite = step.has('pause_cite') ? [step.choice('pause_cite')] : step.cite;
  const relation = isPaused ? '≥' : '<';
  const note = step.trace.note(
    {
      id: 'levy-pause',
      label: { zh: '暂停上解', en: 'Levy paused' },
      formula: () =>
        alike(`${yuan(state.opening)} ${relation} ${yuan({ fen: total })} × ${formatRate(share.exact)}`),
      cite,
      readings: step.readings,
      inputs: [state.opening, ...bases, share],
    },
    { kind: 'truth', holds: isPaused },
  );
  return isPaused ? { rate: PAUSED, cite, inputs: [note] } : undefined;
}
