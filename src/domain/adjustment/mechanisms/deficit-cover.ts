import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import type { BurdenRow, RefusalRow } from '#domain/adjustment/rows';
import { given, levyOf, type AdjustmentState, type PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { allowUnless, type Refusal } from '#kernel/decision';
import { fen, minFen, positivePart, ZERO_FEN, type Fen } from '#kernel/fen';
import type { Figure } from '#rules/explain/trace';

/**
 * A balance below zero after the levy must be covered whole by the local treasury (JX-R4). Less is credited,
 * gates the pool and leaves the rest uncovered; more than the deficit is refused as an error of the input, unless
 * the facts give the cover as a most.
 */
export const deficitCover: Mechanism = {
  name: 'deficit_cover',
  uses: 'levies',
  gives: 'balance_after_levy',
  takes: {},
  needs: () => ['treasuryCover'],
  run: (state, step) => {
    const faults: Refusal[] = [];
    const outcomes = state.pools.map((pool, index) => {
      const outcome = coverOf(state, pool, step);
      if (outcome.isExcess && state.facts.treasuryCover === 'exact')
        faults.push(coverAboveDeficit(index, outcome.deficit, step));
      return { ...outcome, pool: pool.facts.id };
    });
    return allowUnless(faults, () => ({
      ...state,
      burdens: [...state.burdens, ...outcomes.flatMap((outcome) => outcome.burdens)],
      refusals: [...state.refusals, ...outcomes.flatMap((outcome) => outcome.refusals)],
      balanceAfterLevy: new Map(outcomes.map((outcome) => [outcome.pool, outcome.balance])),
    }));
  },
};

interface Cover {
  readonly balance: Figure;
  readonly deficit: Figure;
  readonly isExcess: boolean;
  readonly burdens: readonly BurdenRow[];
  readonly refusals: readonly RefusalRow[];
}

function coverOf(state: AdjustmentState, pool: PoolState, step: StepContext): Cover {
  const { id } = pool.facts;
  const levy = levyOf(state, id);
  const stated = given(pool, 'treasuryCover');
  const reckon = (
    name: keyof typeof LABELS,
    inputs: readonly Figure[],
    formula: () => string,
    amount: Fen,
  ): Figure =>
    step.trace.figure(
      {
        id: `${name}/${id}`,
        label: LABELS[name],
        formula: () => alike(`${formula()} = ${yuan({ fen: amount })}`),
        cite: step.cite,
        readings: step.readings,
        inputs,
      },
      amount,
    );

  const before = pool.balanceBefore;
  const afterLevy = fen(before.fen - levy.fen);
  const left = reckon(
    'balance-after-levy',
    [before, levy],
    () => `${yuan(before)} − ${yuan(levy)}`,
    afterLevy,
  );
  const lacking = positivePart(0n - afterLevy);
  const deficit = reckon('deficit', [left], () => `max(0, −(${yuan(left)}))`, lacking);
  const credited = minFen(stated.fen, lacking);
  const cover = reckon(
    'burden/local_treasury',
    [stated, deficit],
    () => `min(${yuan(stated)}, ${yuan(deficit)})`,
    credited,
  );
  const missing = fen(lacking - credited);
  const uncovered = reckon(
    'burden/uncovered',
    [deficit, cover],
    () => `${yuan(deficit)} − ${yuan(cover)}`,
    missing,
  );
  const covered = fen(afterLevy + credited);
  const balance = reckon(
    'balance-after-cover',
    [left, cover],
    () => `${yuan(left)} + ${yuan(cover)}`,
    covered,
  );

  const burdens: readonly BurdenRow[] = [
    { pool: id, bearer: 'local_treasury', amount: cover, cite: step.cite },
    { pool: id, bearer: 'uncovered', amount: uncovered, cite: step.cite },
  ];
  return {
    balance,
    deficit,
    isExcess: stated.fen > lacking,
    burdens: burdens.filter((row) => row.amount.fen > ZERO_FEN),
    refusals: missing > ZERO_FEN ? [{ pool: id, condition: 'deficitCovered', cite: step.cite }] : [],
  };
}

const LABELS = {
  'balance-after-levy': { zh: '上解后结余', en: 'Balance after the levy' },
  deficit: { zh: '分配前累计赤字', en: 'Accumulated deficit before allocation' },
  'burden/local_treasury': { zh: '同级财政补足赤字', en: 'Deficit covered by the local treasury' },
  'burden/uncovered': { zh: '未补足的赤字', en: 'Deficit left uncovered' },
  'balance-after-cover': { zh: '上解并补足赤字后结余', en: 'Balance after levy and cover' },
} as const;

function coverAboveDeficit(index: number, deficit: Figure, step: StepContext): Refusal {
  return {
    code: 'cover_above_deficit',
    at: `pools[${index}].treasuryCover`,
    ...(step.cite[0] === undefined ? {} : { clause: step.cite[0] }),
    what: {
      zh: `财政补足额超过分配前赤字 ${yuan(deficit)} 元`,
      en: `the treasury's cover is above the deficit of ${yuan(deficit)} yuan`,
    },
    next: { zh: '请改为不超过赤字的金额', en: 'give no more than the deficit' },
  };
}
