import type { NotedValue, StepContext } from '#domain/adjustment/mechanism';
import type { AllocationRow, Stage } from '#domain/adjustment/rows';
import { availableTotal, inflowTotal, outflowTotal, type AdjustmentState } from '#domain/adjustment/state';
import { yuan } from '#domain/adjustment/wording';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { fen, sumFen, type Fen } from '#kernel/fen';
import { splitLargestRemainder } from '#kernel/split';
import type { Figure } from '#rules/explain/trace';

/** A pool's need in a stage; a gated pool's need is zero and says why. */
export interface Need {
  readonly pool: string;
  readonly amount: Figure;
}

/** Ways of paying needs that exceed what the fund has left; the pack names one (JX-R6). */
export const SHORTAGE_RULES = ['proportional'] as const;

/**
 * Pays needs in full from what the fund has left: first this year's inflow, then its opening balance. When
 * they exceed it they are scaled in proportion, to the fen (R-3, JX-R6).
 */
export function payNeeds(
  state: AdjustmentState,
  step: StepContext,
  stage: Stage,
  label: Bilingual,
  needs: readonly Need[],
): AdjustmentState {
  const available = availableFigure(state, step, stage);
  const wanted = sumFen(needs.map((need) => need.amount.fen));
  const total = step.trace.figure(
    {
      id: `needs/${stage}`,
      label: { zh: `${label.zh}需求合计`, en: `${label.en}: needs together` },
      formula: () => ({
        zh: `各统筹区需求合计 = ${yuan({ fen: wanted })}`,
        en: `sum of the needs = ${yuan({ fen: wanted })}`,
      }),
      inputs: needs.map((need) => need.amount),
    },
    wanted,
  );
  const isScaled = wanted > available.fen;
  const parts = isScaled ? splitLargestRemainder(available.fen, needs.map(weigh)) : undefined;
  const shortage = step.has('shortage') ? step.value('shortage') : undefined;
  const rows = needs.map(({ pool, amount: need }): AllocationRow => {
    const paid = parts === undefined ? need.fen : present(parts.get(pool), `the part of ${pool}`);
    const amount = step.trace.figure(
      {
        id: `${stage}/${pool}`,
        label,
        formula: () =>
          isScaled ? scaledFormula(available.fen, need.fen, wanted, paid) : fullFormula(paid, available.fen),
        cite: step.cite,
        readings: step.readings,
        assumptions: isScaled && isAssumed(shortage) ? [shortage.name] : [],
        inputs: isScaled
          ? [need, available, total, ...(shortage === undefined ? [] : [shortage])]
          : [need, available],
      },
      paid,
    );
    return { stage, pool, amount, cite: step.cite };
  });
  return { ...state, allocations: [...state.allocations, ...rows] };
}

function availableFigure(state: AdjustmentState, step: StepContext, stage: Stage): Figure {
  const [inflow, outflow, available] = [inflowTotal(state), outflowTotal(state), availableTotal(state)];
  return step.trace.figure(
    {
      id: `available/${stage}`,
      label: { zh: '调剂金可用资金', en: 'Money the fund has left' },
      formula: () => ({
        zh: `本年收入 ${yuan({ fen: inflow })} − 已分配 ${yuan({ fen: outflow })} + 年初结余 ${yuan(state.opening)} = ${yuan({ fen: available })}`,
        en: `inflow ${yuan({ fen: inflow })} − allocated ${yuan({ fen: outflow })} + opening ${yuan(state.opening)} = ${yuan({ fen: available })}`,
      }),
      cite: step.cite,
      readings: step.readings,
      inputs: [...state.inflow, ...state.allocations.map((row) => row.amount), state.opening],
    },
    available,
  );
}

function isAssumed(value: NotedValue | undefined): value is NotedValue {
  return value !== undefined && value.standing !== 'stated';
}

function weigh(need: Need): { readonly id: string; readonly weight: bigint } {
  return { id: need.pool, weight: need.amount.fen };
}

function fullFormula(paid: Fen, available: Fen): Bilingual {
  const [need, pot] = [yuan({ fen: paid }), yuan({ fen: available })];
  return {
    zh: `可用资金 ${pot} 足以支付全部需求：${need}`,
    en: `the ${pot} at hand meets every need: ${need}`,
  };
}

function scaledFormula(pot: Fen, need: Fen, wanted: Fen, paid: Fen): Bilingual {
  const [a, b, c, d] = [pot, need, wanted, paid].map((amount) => yuan({ fen: fen(amount) }));
  return {
    zh: `资金不足，按比例：${a} × ${b} ÷ ${c} → ${d}（最大余数法）`,
    en: `short of money, in proportion: ${a} × ${b} ÷ ${c} → ${d} (largest remainder)`,
  };
}
