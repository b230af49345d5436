import type { ReleaseCause } from '#domain/adjustment/facts';
import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import type { AllocationRow } from '#domain/adjustment/rows';
import type { AdjustmentState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { allow, refuse, type Refusal } from '#kernel/decision';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { Figure } from '#rules/explain/trace';

const CAUSES = ['epidemic', 'disaster', 'sudden'] as const satisfies readonly ReleaseCause[];

/**
 * A share of the year's levies, rounded down, and all the fund's interest and other income are set aside as
 * risk reserve; decided releases for an accepted cause are paid from it and never exceed it (SC-R2).
 */
export const reserve: Mechanism = {
  name: 'reserve',
  stage: 'reserve_release',
  uses: 'levies',
  takes: { share: { kind: 'value', unit: 'rate' }, causes: { kind: 'choices', options: CAUSES } },
  needs: () => [],
  run: (state, step) => {
    const accumulated = accumulatedReserve(state, step);
    const faults = releaseFaults(state, step, accumulated);
    const [first, ...others] = faults;
    if (first !== undefined) return refuse(first, ...others);
    const rows = state.pools.map(({ facts }): AllocationRow => {
      const released = state.facts.reserveReleases.filter((release) => release.pool === facts.id);
      const amount = sumFen(released.map((release) => release.amount));
      const figure = step.trace.figure(
        {
          id: `reserve_release/${facts.id}`,
          label: { zh: '风险调剂金动用', en: 'Release of the risk reserve' },
          formula: () => alike(yuan({ fen: amount })),
          cite: step.cite,
          readings: step.readings,
          inputs: [accumulated],
        },
        amount,
      );
      return { stage: 'reserve_release', pool: facts.id, amount: figure, cite: step.cite };
    });
    return allow({ ...state, reserve: accumulated, allocations: [...state.allocations, ...rows] });
  },
};

function accumulatedReserve(state: AdjustmentState, step: StepContext): Figure {
  const share = step.rate('share');
  const levies = state.levies.map((row) => row.amount);
  const raised = sumFen(levies.map((levy) => levy.fen));
  const kept = roundToFen(timesFraction(raised, share.exact), 'down');
  const common = { cite: step.cite, readings: step.readings };
  const ofLevies = step.trace.figure(
    {
      id: 'reserve-of-levies',
      label: { zh: '本年上解中预留', en: "Set aside of this year's levies" },
      formula: () => alike(`${yuan({ fen: raised })} × ${formatRate(share.exact)} → ${yuan({ fen: kept })}`),
      inputs: [...levies, share],
      ...common,
    },
    kept,
  );
  const incomes = state.inflow.filter((figure) => !levies.includes(figure));
  const parts = [state.opening, ofLevies, ...incomes];
  const total = sumFen(parts.map((part) => part.fen));
  return step.trace.figure(
    {
      id: 'reserve-accumulated',
      label: { zh: '累计风险调剂金', en: 'Accumulated risk reserve' },
      formula: () => alike(`${parts.map(yuan).join(' + ')} = ${yuan({ fen: total })}`),
      inputs: parts,
      ...common,
    },
    total,
  );
}

function releaseFaults(state: AdjustmentState, step: StepContext, accumulated: Figure): readonly Refusal[] {
  const { reserveReleases } = state.facts;
  const clause = step.cite[0] === undefined ? {} : { clause: step.cite[0] };
  const causes = step.choices('causes');
  const faults: Refusal[] = reserveReleases.flatMap((release, index) =>
    causes.includes(release.cause)
      ? []
      : [
          {
            code: 'release_cause',
            at: `reserveReleases[${index}].cause`,
            ...clause,
            what: { zh: '事由不属于风险调剂金用途', en: 'the cause is none that the reserve serves' },
            next: { zh: `可用于：${causes.join('、')}`, en: `accepted: ${causes.join(', ')}` },
          },
        ],
  );
  const wanted = sumFen(reserveReleases.map((release) => release.amount));
  if (wanted > accumulated.fen) {
    faults.push({
      code: 'release_above_reserve',
      at: 'reserveReleases',
      ...clause,
      what: {
        zh: `动用 ${yuan({ fen: wanted })} 元超过累计风险调剂金 ${yuan(accumulated)} 元`,
        en: `the release of ${yuan({ fen: wanted })} is above the reserve of ${yuan(accumulated)}`,
      },
      next: { zh: '请改为不超过累计风险调剂金的金额', en: 'release no more than the accumulated reserve' },
    });
  }
  return faults;
}

/** Reckons the distributable part of the fund: everything except the accumulated reserve. */
export function distributable(state: AdjustmentState): Fen {
  const levies = sumFen(state.levies.map((row) => row.amount.fen));
  const incomes = sumFen(state.inflow.map((figure) => figure.fen)) - levies;
  const reserved = state.reserve?.fen ?? ZERO_FEN;
  return fen(state.opening.fen + levies + incomes - reserved);
}
