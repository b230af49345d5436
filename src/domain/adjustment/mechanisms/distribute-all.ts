import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import { distributable } from '#domain/adjustment/mechanisms/reserve';
import type { AllocationRow } from '#domain/adjustment/rows';
import { given, levyOf, type AdjustmentState, type PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { present } from '#kernel/assert';
import { allow, refuse } from '#kernel/decision';
import { fen, minFen, positivePart, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { splitLargestRemainder } from '#kernel/split';
import type { Figure } from '#rules/explain/trace';

/**
 * Everything that is not reserved is paid out: first in proportion to the gaps after the levy, no pool above
 * its gap, then what remains in proportion to insured persons; to the fen, nothing left (SC-R3).
 */
export const distributeAll: Mechanism = {
  name: 'distribute_all',
  stage: 'distribution',
  uses: 'levies',
  gives: 'gaps',
  leavesNothing: true,
  takes: {},
  needs: () => ['insured', 'breachLoss'],
  run: (state, step) => {
    const gaps = new Map(state.pools.map((pool) => [pool.facts.id, gapAfterLevy(state, pool, step)]));
    const pot = potOf(state, step);
    const wanted = sumFen([...gaps.values()].map((gap) => gap.fen));
    const toGaps = minFen(pot.fen, wanted);
    const byGap = splitLargestRemainder(
      toGaps,
      [...gaps].map(([id, gap]) => ({ id, weight: gap.fen })),
    );
    const left = fen(pot.fen - toGaps);
    const insured = state.pools.reduce((sum, pool) => sum + insuredOf(pool), 0n);
    if (left > ZERO_FEN && insured === 0n) return refuse(nobodyInsured(step));
    const byPerson = splitLargestRemainder(
      left,
      state.pools.map((pool) => ({ id: pool.facts.id, weight: insuredOf(pool) })),
    );
    const rows = state.pools.map((pool): AllocationRow => {
      const { id } = pool.facts;
      const parts = { gap: present(byGap.get(id), 'a part'), person: present(byPerson.get(id), 'a part') };
      const gap = present(gaps.get(id), `the gap of ${id}`);
      const amount = explainPart(step, pool, gap, pot, { wanted, left, insured }, parts);
      return { stage: 'distribution', pool: id, amount, cite: step.cite };
    });
    return allow({ ...state, gaps, allocations: [...state.allocations, ...rows] });
  },
};

function insuredOf(pool: PoolState): bigint {
  return present(pool.facts.insured, `the insured of ${pool.facts.id}`);
}

/** Gap after the levy: proper expenditure and the levy above revenue; loss from breaches does not count (SC-R5). */
function gapAfterLevy(state: AdjustmentState, pool: PoolState, step: StepContext): Figure {
  const [spent, breach, revenue] = [
    given(pool, 'expenditure'),
    given(pool, 'breachLoss'),
    given(pool, 'revenue'),
  ];
  const levy = levyOf(state, pool.facts.id);
  const gap = positivePart(spent.fen - breach.fen + levy.fen - revenue.fen);
  return step.trace.figure(
    {
      id: `gap/${pool.facts.id}`,
      label: { zh: '上解后缺口', en: 'Gap after the levy' },
      formula: () =>
        alike(
          `max(0, ${yuan(spent)} − ${yuan(breach)} + ${yuan(levy)} − ${yuan(revenue)}) = ${yuan({ fen: gap })}`,
        ),
      cite: step.cite,
      readings: step.readings,
      inputs: [spent, breach, levy, revenue],
    },
    gap,
  );
}

function potOf(state: AdjustmentState, step: StepContext): Figure {
  const pot = distributable(state);
  return step.trace.figure(
    {
      id: 'distribution-pot',
      label: { zh: '可分配调剂金', en: 'To be distributed' },
      formula: () => ({
        zh: `调剂金收入与年初结余 − 风险调剂金 ${yuan(state.reserve ?? { fen: ZERO_FEN })} = ${yuan({ fen: pot })}`,
        en: `inflow and opening − reserve ${yuan(state.reserve ?? { fen: ZERO_FEN })} = ${yuan({ fen: pot })}`,
      }),
      cite: step.cite,
      readings: step.readings,
      inputs: [...state.inflow, state.opening, ...(state.reserve === undefined ? [] : [state.reserve])],
    },
    pot,
  );
}

function explainPart(
  step: StepContext,
  pool: PoolState,
  gap: Figure,
  pot: Figure,
  totals: { readonly wanted: Fen; readonly left: Fen; readonly insured: bigint },
  parts: { readonly gap: Fen; readonly person: Fen },
): Figure {
  const amount = fen(parts.gap + parts.person);
  const byGap = `${yuan(gap)} / ${yuan({ fen: totals.wanted })} → ${yuan({ fen: parts.gap })}`;
  const byPerson = `${yuan({ fen: totals.left })} × ${insuredOf(pool)} ÷ ${totals.insured} → ${yuan({ fen: parts.person })}`;
  return step.trace.figure(
    {
      id: `distribution/${pool.facts.id}`,
      label: { zh: '调剂金分配', en: 'Distribution' },
      formula: () => ({
        zh: `按缺口 ${byGap}；余额按参保人数 ${byPerson}；合计 ${yuan({ fen: amount })}`,
        en: `by gap ${byGap}; the rest by insured ${byPerson}; together ${yuan({ fen: amount })}`,
      }),
      cite: step.cite,
      readings: step.readings,
      inputs: [gap, pot],
    },
    amount,
  );
}

function nobodyInsured(step: StepContext): Parameters<typeof refuse>[0] {
  return {
    code: 'nobody_insured',
    at: 'pools',
    ...(step.cite[0] === undefined ? {} : { clause: step.cite[0] }),
    what: {
      zh: '余额须按参保人数分配，但各统筹区参保人数均为零',
      en: 'what remains goes by insured persons, and there are none',
    },
    next: { zh: '请填写参保人数 insured', en: 'give `insured`' },
  };
}
