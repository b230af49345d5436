import type { Mechanism, StepContext } from '#domain/adjustment/mechanism';
import { citeOf, countyBurdens } from '#domain/adjustment/mechanisms/county-burdens';
import type { AllocationRow, BurdenRow, LevyRow } from '#domain/adjustment/rows';
import { given, inflowTotal, type AdjustmentState, type PoolState } from '#domain/adjustment/state';
import { alike, yuan } from '#domain/adjustment/wording';
import { allow, refuse, type Refusal } from '#kernel/decision';
import { fen, positivePart, sumFen, ZERO_FEN } from '#kernel/fen';
import { rational } from '#kernel/rational';
import { rate } from '#kernel/rate';
import type { Figure } from '#rules/explain/trace';

const WHOLE = rate(rational(1n));

/** Stands for the city's fund itself in the rows of its burdens (contract). */
const FUND_ID = 'city';

/**
 * Full pooling (统收统支): county revenue is remitted whole and county spending paid whole by the city; the
 * counties keep responsibility figures, and bear their part of gaps from old balances or their treasury
 * (JH-R1 to JH-R5).
 */
export const fullPooling: Mechanism = {
  name: 'full_pooling',
  stage: 'full_pooling',
  gives: 'levies',
  reservedIds: [FUND_ID],
  takes: {
    city_share: { kind: 'value', unit: 'rate', axes: ['county_class'] },
    audited_cite: { kind: 'clause', optional: true },
    pooled_cite: { kind: 'clause', optional: true },
    legacy_cite: { kind: 'clause', optional: true },
    shared_cite: { kind: 'clause', optional: true },
  },
  needs: () => [
    'collections',
    'legacyBalance',
    'breachLoss',
    'kind',
    'class',
    'collectionTask',
    'auditedPriorGap',
  ],
  run: (state, step) => {
    const [first, ...others] = auditedGapsOnDistricts(state, step);
    if (first !== undefined) return refuse(first, ...others);
    const levies = state.pools.map((pool) => remitted(pool, step));
    const allocations = state.pools.map((pool) => paid(pool, step));
    const borne = state.pools.map((pool) => ({ pool, rows: countyBurdens(pool, step) }));
    const burdens = borne.flatMap(({ rows }) => rows);
    const byCounties = burdens.filter((row) => row.bearer !== 'city').map((row) => row.amount);
    const pooled: AdjustmentState = {
      ...state,
      levies,
      allocations,
      inflow: [...state.inflow, ...levies.map((row) => row.amount), ...byCounties],
      burdens,
      balanceAfter: new Map(borne.map(({ pool, rows }) => [pool.facts.id, countyBalance(pool, rows, step)])),
    };
    return allow({ ...pooled, burdens: [...burdens, ...cityDeficit(pooled, step)] });
  },
};

function remitted(pool: PoolState, step: StepContext): LevyRow {
  const base = given(pool, 'revenue');
  const cite = citeOf(step, 'pooled_cite');
  const amount = step.trace.figure(
    {
      id: `levy/${pool.facts.id}`,
      label: { zh: '全额上解', en: 'Revenue remitted whole' },
      formula: () => alike(`${yuan(base)} × 100% = ${yuan(base)}`),
      cite,
      readings: step.readings,
      inputs: [base],
    },
    base.fen,
  );
  return { pool: pool.facts.id, base, rate: WHOLE, amount, cite };
}

function paid(pool: PoolState, step: StepContext): AllocationRow {
  const spent = given(pool, 'expenditure');
  const cite = citeOf(step, 'pooled_cite');
  const amount = step.trace.figure(
    {
      id: `full_pooling/${pool.facts.id}`,
      label: { zh: '市级全额拨付', en: 'Spending paid whole by the city' },
      formula: () => alike(yuan(spent)),
      cite,
      readings: step.readings,
      inputs: [spent],
    },
    spent.fen,
  );
  return { stage: 'full_pooling', pool: pool.facts.id, amount, cite };
}

/** A county's balance is a responsibility figure: only what was used of its old balance lowers it (JH-R1). */
function countyBalance(pool: PoolState, rows: readonly BurdenRow[], step: StepContext): Figure {
  const opening = given(pool, 'openingBalance');
  const used = rows.filter((row) => row.bearer === 'legacy_balance').map((row) => row.amount);
  const after = fen(opening.fen - sumFen(used.map((part) => part.fen)));
  return step.trace.figure(
    {
      id: `balance-after/${pool.facts.id}`,
      label: { zh: '调剂后结余（责任账）', en: 'Balance after (responsibility account)' },
      formula: () =>
        alike([yuan(opening), ...used.map((part) => `− ${yuan(part)}`), '=', yuan({ fen: after })].join(' ')),
      cite: citeOf(step, 'legacy_cite'),
      readings: step.readings,
      inputs: [opening, ...used],
    },
    after,
  );
}

/** A closing balance below zero is shown as it is, and as a burden of the city that nothing covers (JH-R5). */
function cityDeficit(state: AdjustmentState, step: StepContext): readonly BurdenRow[] {
  const spent = state.allocations.map((row) => row.amount);
  const deficit = positivePart(
    sumFen(spent.map((part) => part.fen)) - inflowTotal(state) - state.opening.fen,
  );
  if (deficit === ZERO_FEN) return [];
  const cite = citeOf(step, 'pooled_cite');
  const amount = step.trace.figure(
    {
      id: `burden/uncovered/${FUND_ID}`,
      label: { zh: '市级基金赤字，尚无来源', en: "The city fund's deficit, uncovered" },
      formula: () =>
        alike(
          `${yuan({ fen: sumFen(spent.map((part) => part.fen)) })} − ${yuan({ fen: inflowTotal(state) })} − ${yuan(state.opening)} = ${yuan({ fen: deficit })}`,
        ),
      cite,
      readings: step.readings,
      inputs: [...spent, ...state.inflow, state.opening],
    },
    deficit,
  );
  return [{ pool: FUND_ID, bearer: 'uncovered', amount, cite }];
}

/** Urban districts have no books of their own from before pooling: an audited gap on one is refused (JH-R2). */
function auditedGapsOnDistricts(state: AdjustmentState, step: StepContext): readonly Refusal[] {
  const clause = step.has('audited_cite') ? step.choice('audited_cite') : step.cite[0];
  return state.pools.flatMap((pool, index) =>
    pool.facts.kind === 'district' && given(pool, 'auditedPriorGap').fen > ZERO_FEN
      ? [
          {
            code: 'audited_gap_on_district',
            at: `pools[${index}].auditedPriorGap`,
            ...(clause === undefined ? {} : { clause }),
            what: { zh: '市辖区不承担统筹前经审计的缺口', en: 'an urban district bears no audited gap' },
            next: { zh: '请改为 0.00，或改正 kind', en: 'give 0.00, or correct `kind`' },
          },
        ]
      : [],
  );
}
