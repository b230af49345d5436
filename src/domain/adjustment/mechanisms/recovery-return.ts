import type { Recovery } from '#domain/adjustment/facts';
import type { Mechanism, NotedValue, StepContext } from '#domain/adjustment/mechanism';
import type { AllocationRow } from '#domain/adjustment/rows';
import type { AdjustmentState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import type { Bilingual } from '#kernel/bilingual';
import { allow } from '#kernel/decision';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { formatRate, type Rate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import { splitLargestRemainder } from '#kernel/split';
import type { Figure } from '#rules/explain/trace';

/**
 * Money recovered off-site comes in whole; a share goes back to the place of care and a share to the place of
 * insurance, each reckoned once per pool. What a gated pool would get stays in the fund (JX-R3, JX-R4). Half-up
 * rounding of many pools can owe a fen more than came in; then the recovered sum is split in proportion.
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
    const owed = state.pools.map(({ facts }) => owedTo(state, facts.id, recovered, step));
    const payable = owed.filter((part) => part.gate === undefined);
    const total = sumFen(recovered.map((figure) => figure.fen));
    const isAboveTotal = sumFen(payable.map((part) => part.amount)) > total;
    const weights = payable.map(({ pool, amount }) => ({ id: pool, weight: amount }));
    const parts = isAboveTotal ? splitLargestRemainder(total, weights) : undefined;
    const rows = owed.map((part): AllocationRow => {
      const amount = returnFigure(part, parts?.get(part.pool), total, recovered, step);
      return { stage: 'recovery_return', pool: part.pool, amount, cite: step.cite };
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

interface Owed {
  readonly pool: string;
  readonly amount: Fen;
  readonly calculation: string;
  readonly from: readonly Figure[];
  readonly gate: { readonly node: string } | undefined;
}

function owedTo(state: AdjustmentState, pool: string, recovered: readonly Figure[], step: StepContext): Owed {
  const { recoveries } = state.facts;
  const asCare = recovered.filter((_, index) => recoveries[index]?.placeOfCare === pool);
  const asInsured = recovered.filter((_, index) => recoveries[index]?.placeOfInsurance === pool);
  const care = step.rate('care_share');
  const insured = step.rate('insured_share');
  const careSum = sumFen(asCare.map((figure) => figure.fen));
  const insuredSum = sumFen(asInsured.map((figure) => figure.fen));
  const amount = fen(shareOf(careSum, care) + shareOf(insuredSum, insured));
  const terms = `${yuan({ fen: careSum })} × ${formatRate(care.exact)} + ${yuan({ fen: insuredSum })} × ${formatRate(insured.exact)}`;
  return {
    pool,
    amount,
    calculation: `${terms} = ${yuan({ fen: amount })}`,
    from: unique([...asCare, ...asInsured]),
    gate: state.gated.get(pool),
  };
}

/** What the pool is paid: what it is owed, nothing when gated, or its part where more is owed than came in. */
function returnFigure(
  { pool, amount, calculation, from, gate }: Owed,
  part: Fen | undefined,
  total: Fen,
  recovered: readonly Figure[],
  step: StepContext,
): Figure {
  const given = part === undefined ? from : recovered;
  return step.trace.figure(
    {
      id: `recovery_return/${pool}`,
      label: { zh: '追回基金返还', en: 'Return of recoveries' },
      formula: () => returnFormula(amount, calculation, gate !== undefined, part, total),
      cite: step.cite,
      readings: step.readings,
      inputs: [
        ...given,
        step.rate('care_share'),
        step.rate('insured_share'),
        ...(gate === undefined ? [] : [gate]),
      ],
    },
    gate === undefined ? (part ?? amount) : ZERO_FEN,
  );
}

function returnFormula(
  owed: Fen,
  calculation: string,
  isGated: boolean,
  part: Fen | undefined,
  total: Fen,
): Bilingual {
  if (isGated) {
    return {
      zh: `不满足使用条件，应返还的 ${yuan({ fen: owed })} 留在调剂金`,
      en: `conditions not met: the ${yuan({ fen: owed })} owed stays in the fund`,
    };
  }
  if (part === undefined) return alike(calculation);
  return {
    zh: `${calculation}；应返还合计超过追回的 ${yuan({ fen: total })}，按比例 → ${yuan({ fen: part })}（最大余数法）`,
    en: `${calculation}; more is owed than the ${yuan({ fen: total })} recovered, in proportion → ${yuan({ fen: part })} (largest remainder)`,
  };
}

function shareOf(amount: Fen, share: NotedValue & { readonly exact: Rate }): Fen {
  return roundToFen(timesFraction(amount, share.exact), 'half_up');
}

function unique(figures: readonly Figure[]): readonly Figure[] {
  return [...new Map(figures.map((figure) => [figure.node, figure])).values()];
}
