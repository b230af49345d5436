import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import type { AllocationRow } from '#domain/adjustment/rows';
import {
  inflowLeft,
  inflowTotal,
  levyOf,
  outflowTotal,
  stageOf,
  type AdjustmentState,
} from '#domain/adjustment/state';
import { yuan } from '#domain/adjustment/wording';
import type { Bilingual } from '#kernel/bilingual';
import { allow } from '#kernel/decision';
import { sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import { splitLargestRemainder } from '#kernel/split';
import type { Figure } from '#rules/explain/trace';

/** Keys by which the incentive may be shared; the pack names one (JX-R7). */
const KEYS = ['levy'] as const;

/**
 * A share of this year's inflow that is left goes to the pools that drew neither normal nor emergency money,
 * in proportion to this year's levy; the pot is rounded down to the fen, so that it never exceeds the share (JX-R7).
 */
export const shareOfRemainder: Mechanism = {
  name: 'share_of_remainder',
  stage: 'incentive',
  uses: 'levies',
  takes: { share: { kind: 'value', unit: 'rate' }, key: { kind: 'value', unit: 'choice', options: KEYS } },
  needs: () => [],
  run: (state, step) => {
    const pot = potOf(state, step);
    const claimants = state.pools
      .map((pool) => pool.facts.id)
      .filter((id) => !state.gated.has(id) && !hasDrawn(state, id))
      .map((id) => ({ id, weight: levyOf(state, id).fen }));
    const weights = sumFen(claimants.map((claimant) => claimant.weight));
    const parts = weights > 0n ? splitLargestRemainder(pot.fen, claimants) : new Map<string, Fen>();
    const rows = state.pools.map(({ facts }): AllocationRow => {
      const amount = explainPart(state, step, pot, facts.id, weights, parts.get(facts.id));
      return { stage: 'incentive', pool: facts.id, amount, cite: step.cite };
    });
    return allow({ ...state, allocations: [...state.allocations, ...rows] });
  },
};

function potOf(state: AdjustmentState, step: StepContext): Figure {
  const share = step.rate('share');
  const left = inflowLeft(state);
  const [inflow, outflow] = [yuan({ fen: inflowTotal(state) }), yuan({ fen: outflowTotal(state) })];
  const leftFigure = step.trace.figure(
    {
      id: 'inflow-left',
      label: { zh: '本年收入剩余', en: "This year's inflow that is left" },
      formula: () => ({
        zh: `max(0, 本年收入 ${inflow} − 已分配 ${outflow}) = ${yuan({ fen: left })}`,
        en: `max(0, inflow ${inflow} − allocated ${outflow}) = ${yuan({ fen: left })}`,
      }),
      cite: step.cite,
      readings: step.readings,
      inputs: [...state.inflow, ...state.allocations.map((row) => row.amount)],
    },
    left,
  );
  const pot = roundToFen(timesFraction(left, share.exact), 'down');
  return step.trace.figure(
    {
      id: 'incentive-pot',
      label: { zh: '激励调剂总额', en: 'Incentive pot' },
      formula: () => ({
        zh: `${yuan(leftFigure)} × ${formatRate(share.exact)} → ${yuan({ fen: pot })}（舍去分以下）`,
        en: `${yuan(leftFigure)} × ${formatRate(share.exact)} → ${yuan({ fen: pot })} (rounded down to the fen)`,
      }),
      cite: step.cite,
      readings: step.readings,
      inputs: [leftFigure, share],
    },
    pot,
  );
}

function hasDrawn(state: AdjustmentState, pool: string): boolean {
  return [...stageOf(state, 'normal'), ...stageOf(state, 'emergency')].some(
    (row) => row.pool === pool && row.amount.fen > 0n,
  );
}

function explainPart(
  state: AdjustmentState,
  step: StepContext,
  pot: Figure,
  pool: string,
  weights: Fen,
  part: Fen | undefined,
): Figure {
  const levy = levyOf(state, pool);
  const gate = state.gated.get(pool);
  const key = step.value('key');
  const drawn = [...stageOf(state, 'normal'), ...stageOf(state, 'emergency')]
    .filter((row) => row.pool === pool)
    .map((row) => row.amount);
  return step.trace.figure(
    {
      id: `incentive/${pool}`,
      label: { zh: '激励调剂', en: 'Incentive allocation' },
      formula: () => partFormula(gate !== undefined, hasDrawn(state, pool), pot.fen, levy.fen, weights, part),
      cite: step.cite,
      readings: step.readings,
      assumptions: key.standing === 'stated' ? [] : [key.name],
      inputs: [pot, levy, key, ...drawn, ...(gate === undefined ? [] : [gate])],
    },
    part ?? ZERO_FEN,
  );
}

function partFormula(
  isGated: boolean,
  isDrawn: boolean,
  pot: Fen,
  levy: Fen,
  weights: Fen,
  part: Fen | undefined,
): Bilingual {
  if (isGated) return { zh: '不满足使用条件，不参与激励', en: 'conditions not met: takes no part' };
  if (isDrawn) {
    return { zh: '已获正常或紧急调剂，不参与激励', en: 'drew normal or emergency money: takes no part' };
  }
  if (part === undefined) return { zh: '没有可作权重的上解额', en: 'no levy to weigh by' };
  const [a, b, c, d] = [pot, levy, weights, part].map((amount) => yuan({ fen: amount }));
  return {
    zh: `${a} × ${b} ÷ ${c} → ${d}（最大余数法）`,
    en: `${a} × ${b} ÷ ${c} → ${d} (largest remainder)`,
  };
}
