import type { Recovery } from '#domain/adjustment/facts';
import type { Mechanism, NotedValue, StepContext } from '#domain/adjustment/mechanism';
import type { AllocationRow } from '#domain/adjustment/rows';
import type { AdjustmentState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { allow } from '#kernel/decision';
import { fen, sumFen, type Fen } from '#kernel/fen';
import { formatRate, type Rate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { Figure } from '#rules/explain/trace';

/**
 * Money recovered off-site comes in whole; a share goes back to the place of care and a share to the place of
 * insurance, each reckoned once per pool. What a gated pool would get stays in the fund (JX-R3, JX-R4).
 */
export const recoveryReturn: Mechanism = {
  name: 'recovery_return',
  stage: 'recovery_return',
  takes: {
    care_share: { kind: 'value', unit: 'rate' },
    insured_share: { kind: 'value', unit: 'rate' },
  },
  needs: () => [],
  run: (state, step) => {
    const recovered = state.facts.recoveries.map((recovery, index) => recoveredFigure(recovery, index, step));
    const rows = state.pools.map(({ facts }): AllocationRow => {
      const amount = returnTo(state, facts.id, recovered, step);
      return { stage: 'recovery_return', pool: facts.id, amount, cite: step.cite };
    });
    return allow({
      ...state,
      inflow: [...state.inflow, ...recovered],
      allocations: [...state.allocations, ...rows],
    });
  },
};

function recoveredFigure(recovery: Recovery, index: number, step: StepContext): Figure {
  return step.trace.figure(
    {
      id: `given/recovery/${index}`,
      label: {
        zh: `追回异地就医基金（就医地 ${recovery.placeOfCare}，参保地 ${recovery.placeOfInsurance}）`,
        en: `Recovered off-site (care ${recovery.placeOfCare}, insured ${recovery.placeOfInsurance})`,
      },
      cite: step.cite,
    },
    recovery.amount,
  );
}

function returnTo(
  state: AdjustmentState,
  pool: string,
  recovered: readonly Figure[],
  step: StepContext,
): Figure {
  const { recoveries } = state.facts;
  const asCare = recovered.filter((_, index) => recoveries[index]?.placeOfCare === pool);
  const asInsured = recovered.filter((_, index) => recoveries[index]?.placeOfInsurance === pool);
  const care = step.rate('care_share');
  const insured = step.rate('insured_share');
  const careSum = sumFen(asCare.map((figure) => figure.fen));
  const insuredSum = sumFen(asInsured.map((figure) => figure.fen));
  const owed = fen(shareOf(careSum, care) + shareOf(insuredSum, insured));
  const gate = state.gated.get(pool);
  const calculation = `${yuan({ fen: careSum })} × ${formatRate(care.exact)} + ${yuan({ fen: insuredSum })} × ${formatRate(insured.exact)} = ${yuan({ fen: owed })}`;
  return step.trace.figure(
    {
      id: `recovery_return/${pool}`,
      label: { zh: '追回基金返还', en: 'Return of recoveries' },
      formula:
        gate === undefined
          ? alike(calculation)
          : {
              zh: `不满足使用条件，应返还的 ${yuan({ fen: owed })} 留在调剂金`,
              en: `conditions not met: the ${yuan({ fen: owed })} owed stays in the fund`,
            },
      cite: step.cite,
      readings: step.readings,
      inputs: [...unique([...asCare, ...asInsured]), care, insured, ...(gate === undefined ? [] : [gate])],
    },
    gate === undefined ? owed : fen(0n),
  );
}

function shareOf(amount: Fen, share: NotedValue & { readonly exact: Rate }): Fen {
  return roundToFen(timesFraction(amount, share.exact), 'half_up');
}

function unique(figures: readonly Figure[]): readonly Figure[] {
  return [...new Map(figures.map((figure) => [figure.node, figure])).values()];
}
