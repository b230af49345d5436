import type { GapCause } from '#domain/adjustment/facts';
import type { Mechanism, NotedValue, StepContext } from '#domain/adjustment/mechanism';
import { payNeeds, type Need } from '#domain/adjustment/pay-needs';
import type { RefusalRow } from '#domain/adjustment/rows';
import { given, type PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import type { Bilingual } from '#kernel/bilingual';
import { present } from '#kernel/assert';
import { allow } from '#kernel/decision';
import { minFen, positivePart, ZERO_FEN, type Fen } from '#kernel/fen';
import { compareRationals, rational, type Rational } from '#kernel/rational';
import { formatRate, type Rate } from '#kernel/rate';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { Figure } from '#rules/explain/trace';

const CAUSES = ['policy', 'emergency', 'proper', 'dependency'] as const satisfies readonly GapCause[];

/**
 * The fund bears a share of a pool's gap of the year, by the size of the gap and the score of the assessment,
 * where the cause is accepted, up to a multiple of the pool's levy of last year where the pack says so; parts
 * that exceed the fund are scaled in proportion (SD-R2, SD-R3, AH-R3, AH-R4).
 */
export const shareGap: Mechanism = {
  name: 'share_gap',
  stage: 'gap_share',
  uses: 'levies',
  gives: 'gaps',
  takes: {
    causes: { kind: 'choices', options: CAUSES },
    share: { kind: 'value', unit: 'rate', axes: ['gap_band', 'score_band'] },
    score_floor: { kind: 'value', unit: 'score', axes: ['score_band'], startsAtZero: true },
    gap_floor: { kind: 'value', unit: 'rate', axes: ['gap_band'], startsAtZero: true },
    levy_multiple: { kind: 'value', unit: 'multiple', optional: true },
  },
  needs: (choice, isReplaced) => [
    'gapCause',
    ...(isReplaced('share') ? [] : (['assessmentScore'] as const)),
    ...(choice('levy_multiple') === 'undefined' ? [] : (['priorLevy'] as const)),
  ],
  run: (state, step) => {
    const gaps = state.pools.map((pool) => ({ pool, gap: gapOf(pool, step) }));
    const accepted = step.choices('causes');
    const refusals = gaps
      .filter(({ pool, gap }) => gap.fen > ZERO_FEN && !isAccepted(pool, accepted))
      .map(({ pool }): RefusalRow => ({ pool: pool.facts.id, condition: 'gapCause', cite: step.cite }));
    const parts = gaps.map(({ pool, gap }) => partOf(pool, gap, isAccepted(pool, accepted), step));
    const label = { zh: '调剂金分担缺口', en: "The fund's part of the gap" };
    const paid = payNeeds(state, step, 'gap_share', label, parts);
    return allow({
      ...paid,
      refusals: [...paid.refusals, ...refusals],
      gaps: new Map(gaps.map(({ pool, gap }) => [pool.facts.id, gap])),
    });
  },
};

function isAccepted(pool: PoolState, accepted: readonly string[]): boolean {
  return pool.facts.gapCause !== undefined && accepted.includes(pool.facts.gapCause);
}

/** Gap of the year: expenditure above revenue, before any adjustment. */
function gapOf(pool: PoolState, step: StepContext): Figure {
  const [expenditure, revenue] = [given(pool, 'expenditure'), given(pool, 'revenue')];
  const gap = positivePart(expenditure.fen - revenue.fen);
  return step.trace.figure(
    {
      id: `gap/${pool.facts.id}`,
      label: { zh: '当期收支缺口', en: 'Gap of the year' },
      formula: () => alike(`max(0, ${yuan(expenditure)} − ${yuan(revenue)}) = ${yuan({ fen: gap })}`),
      cite: step.cite,
      readings: ['R-4'],
      inputs: [expenditure, revenue],
    },
    gap,
  );
}

function partOf(pool: PoolState, gap: Figure, isCauseAccepted: boolean, step: StepContext): Need {
  const { id } = pool.facts;
  const common = { id: `need/gap_share/${id}`, cite: step.cite, readings: step.readings };
  const label = { zh: '调剂金应分担额', en: 'Part owed by the fund' };
  if (gap.fen === ZERO_FEN || !isCauseAccepted) {
    const formula =
      gap.fen === ZERO_FEN
        ? { zh: '当期无缺口', en: 'no gap this year' }
        : { zh: '缺口事由不属于分担范围', en: 'the cause of the gap is not accepted' };
    return { pool: id, amount: step.trace.figure({ ...common, label, formula, inputs: [gap] }, ZERO_FEN) };
  }
  const share = shareFor(pool, gap, step);
  const wanted = roundToFen(timesFraction(gap.fen, share.exact), 'half_up');
  const calculation = (): string => `${yuan(gap)} × ${formatRate(share.exact)} = ${yuan({ fen: wanted })}`;
  if (!step.has('levy_multiple')) {
    const inputs = [gap, share, ...share.bands];
    return {
      pool: id,
      amount: step.trace.figure({ ...common, label, formula: () => alike(calculation()), inputs }, wanted),
    };
  }
  const { cap, inputs } = capOf(pool, step);
  const part = minFen(wanted, cap);
  const formula = (): Bilingual =>
    alike(`min(${calculation()}, ${yuan({ fen: cap })}) = ${yuan({ fen: part })}`);
  return {
    pool: id,
    amount: step.trace.figure(
      { ...common, label, formula, inputs: [gap, share, ...share.bands, ...inputs] },
      part,
    ),
  };
}

/** A multiple of last year's levy, half up: without a levy last year the part is nothing (SD-R2). */
function capOf(
  pool: PoolState,
  step: StepContext,
): { readonly cap: Fen; readonly inputs: readonly { node: string }[] } {
  const multiple = step.count('levy_multiple');
  const levy = given(pool, 'priorLevy');
  return { cap: roundToFen(timesFraction(levy.fen, multiple.exact), 'half_up'), inputs: [levy, multiple] };
}

interface ShareFound extends NotedValue {
  readonly exact: Rate;
  /** The band floors that chose the cell. */
  readonly bands: readonly { readonly node: string }[];
}

/** The share for the pool's gap band and score band; one rate for all where this run replaces the table. */
function shareFor(pool: PoolState, gap: Figure, step: StepContext): ShareFound {
  if (step.isReplaced('share')) return { ...step.rate('share'), bands: [] };
  const expenditure = given(pool, 'expenditure');
  const score = present(pool.facts.assessmentScore, `the score of ${pool.facts.id}`);
  const size = rational(gap.fen, expenditure.fen);
  const gapBand = bandOf(
    step.members('gap_band'),
    size,
    (band) => step.rate('gap_floor', { gap_band: band }).exact,
  );
  const scoreBand = bandOf(
    step.members('score_band'),
    score,
    (band) => step.count('score_floor', { score_band: band }).exact,
  );
  const bands = [
    step.rate('gap_floor', { gap_band: gapBand }),
    step.count('score_floor', { score_band: scoreBand }),
  ];
  return { ...step.rate('share', { gap_band: gapBand, score_band: scoreBand }), bands };
}

/** The band with the highest floor that the figure reaches; the lowest floor is zero by the pack's check. */
function bandOf(bands: readonly string[], figure: Rational, floorOf: (band: string) => Rational): string {
  const reached = bands.filter((band) => compareRationals(floorOf(band), figure) <= 0);
  const [highest] = reached.toSorted((a, b) => compareRationals(floorOf(b), floorOf(a)));
  return present(highest, 'a band whose floor is reached');
}
