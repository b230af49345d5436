import { BEARER_LABELS } from '#domain/adjustment/bearer-labels';
import type { PoolAmount } from '#domain/adjustment/facts';
import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import type { Bearer, BurdenRow } from '#domain/adjustment/rows';
import { given, levyOf, receivedOf, type AdjustmentState, type PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow } from '#kernel/decision';
import { fen, minFen, positivePart, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { Figure } from '#rules/explain/trace';

/** Sources that bear what the fund leaves of a gap, in the order that the pack gives (R-6). */
const SOURCES = ['legacy_balance', 'own_balance', 'bonds', 'subsidy', 'local_treasury'] as const;
type Source = (typeof SOURCES)[number];

const FACT_OF: Readonly<Partial<Record<Source, PoolAmount>>> = {
  legacy_balance: 'legacyBalance',
  bonds: 'bondsRealised',
  subsidy: 'sameLevelSubsidy',
};

/** Facts that a pool may be without: what is not stated does not count (R-6). */
const OPTIONAL: ReadonlySet<PoolAmount> = new Set(['bondsRealised', 'sameLevelSubsidy']);

/**
 * What the fund leaves of each gap is borne by the pool's other sources in order; the local treasury bears
 * whatever reaches it, and what no source covers is uncovered, never hidden (R-6, SD-R4, SC-R4).
 */
export const residual: Mechanism = {
  name: 'residual',
  uses: 'gaps',
  takes: { order: { kind: 'choices', options: SOURCES } },
  needs: (choice) => factsOf(choice('order')).filter((field) => !OPTIONAL.has(field)),
  mayTake: (choice) => factsOf(choice('order')).filter((field) => OPTIONAL.has(field)),
  run: (state, step) =>
    allow({
      ...state,
      burdens: [...state.burdens, ...state.pools.flatMap((pool) => bear(state, pool, step))],
    }),
};

function factsOf(order: string): readonly PoolAmount[] {
  return order.split(',').flatMap((source) => FACT_OF[source as Source] ?? []);
}

function bear(state: AdjustmentState, pool: PoolState, step: StepContext): readonly BurdenRow[] {
  const { id } = pool.facts;
  const order = step.choices('order') as readonly Source[];
  const gap = present(state.gaps.get(id), `the gap of ${id}`);
  const received = receivedOf(state, id);
  let rest: Figure = step.trace.figure(
    {
      id: `gap-left/${id}`,
      label: { zh: '分担后仍缺', en: 'Left of the gap after the fund' },
      formula: () => alike(`max(0, ${yuan(gap)} − ${received.map(yuan).join(' − ') || '0.00'})`),
      cite: step.cite,
      readings: step.readings,
      inputs: [gap, ...received],
    },
    positivePart(gap.fen - sumFen(received.map((part) => part.fen))),
  );
  const rows: BurdenRow[] = [];
  for (const source of order) {
    const available = source === 'local_treasury' ? rest : availableOf(state, pool, source, order, step);
    const amount = minFen(rest.fen, available.fen);
    const part = partFigure(step, `residual/${source}/${id}`, source, [rest, available], amount);
    rows.push({ pool: id, bearer: source, amount: part, cite: step.cite });
    rest = step.trace.figure(
      {
        id: `residual-after/${source}/${id}`,
        label: { zh: '其后仍缺', en: 'Still left after it' },
        formula: () => alike(`${yuan(rest)} − ${yuan(part)}`),
        readings: step.readings,
        inputs: [rest, part],
      },
      fen(rest.fen - amount),
    );
  }
  const unmetLevy = order.includes('local_treasury') ? undefined : levyUnmet(state, pool, step);
  const uncovered = [rest, ...(unmetLevy === undefined ? [] : [unmetLevy])];
  const missing = sumFen(uncovered.map((figure) => figure.fen));
  rows.push({
    pool: id,
    bearer: 'uncovered',
    amount: partFigure(step, `residual/uncovered/${id}`, 'uncovered', uncovered, missing),
    cite: step.cite,
  });
  return rows.filter((row) => row.amount.fen > ZERO_FEN);
}

function partFigure(
  step: StepContext,
  id: string,
  bearer: Bearer,
  inputs: readonly Figure[],
  amount: Fen,
): Figure {
  const operator = bearer === 'uncovered' ? ' + ' : ', ';
  const formula = (): Bilingual => {
    const list = inputs.map(yuan).join(operator);
    return alike(`${bearer === 'uncovered' ? list : `min(${list})`} = ${yuan({ fen: amount })}`);
  };
  const common = { cite: step.cite, readings: step.readings };
  return step.trace.figure({ id, label: BEARER_LABELS[bearer], formula, inputs, ...common }, amount);
}

/** Reckons what a source can bear: as stated, or what the levy and other uses leave of the opening balance. */
function availableOf(
  state: AdjustmentState,
  pool: PoolState,
  source: Source,
  order: readonly Source[],
  step: StepContext,
): Figure {
  const field = FACT_OF[source];
  const id = `available/${source}/${pool.facts.id}`;
  const label = { zh: '可用', en: 'Available' };
  if (field !== undefined) {
    const stated = pool.given[field];
    return stated ?? step.trace.figure({ id, label, formula: { zh: '未填报', en: 'not stated' } }, ZERO_FEN);
  }
  const opening = given(pool, 'openingBalance');
  if (order.includes('legacy_balance')) {
    const legacy = given(pool, 'legacyBalance');
    const left = fen(positivePart(opening.fen) - legacy.fen);
    const formula = (): Bilingual =>
      alike(`max(0, ${yuan(opening)}) − ${yuan(legacy)} = ${yuan({ fen: left })}`);
    return step.trace.figure(
      { id, label, formula, readings: step.readings, inputs: [opening, legacy] },
      left,
    );
  }
  const levy = levyOf(state, pool.facts.id);
  const fromOpening = positivePart(levy.fen - surplusOf(pool));
  const left = positivePart(opening.fen - fromOpening);
  const formula = (): Bilingual => ({
    zh: `max(0, 年初结余 ${yuan(opening)} − 须由其缴纳的上解 ${yuan({ fen: fromOpening })}) = ${yuan({ fen: left })}`,
    en: `max(0, opening ${yuan(opening)} − levy paid from it ${yuan({ fen: fromOpening })}) = ${yuan({ fen: left })}`,
  });
  return step.trace.figure({ id, label, formula, readings: step.readings, inputs: [opening, levy] }, left);
}

/** Reckons the part of the levy that neither the year's surplus nor the opening balance can meet (SD-R4). */
function levyUnmet(state: AdjustmentState, pool: PoolState, step: StepContext): Figure {
  const [levy, opening] = [levyOf(state, pool.facts.id), given(pool, 'openingBalance')];
  const surplus = surplusOf(pool);
  const unmet = positivePart(levy.fen - surplus - positivePart(opening.fen));
  return step.trace.figure(
    {
      id: `levy-unmet/${pool.facts.id}`,
      label: { zh: '无力缴纳的上解', en: 'Levy that cannot be met' },
      formula: () =>
        alike(
          `max(0, ${yuan(levy)} − ${yuan({ fen: surplus })} − ${yuan({ fen: positivePart(opening.fen) })}) = ${yuan({ fen: unmet })}`,
        ),
      cite: step.cite,
      readings: step.readings,
      inputs: [levy, opening],
    },
    unmet,
  );
}

function surplusOf(pool: PoolState): Fen {
  return positivePart(given(pool, 'revenue').fen - given(pool, 'expenditure').fen);
}
