import type { NotedValue } from '#domain/adjustment/mechanism';
import { monthsFigure } from '#domain/adjustment/months';
import { BEARER_LABELS } from '#domain/adjustment/bearer-labels';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import type { AdjustmentResult, PoolOutcome } from '#domain/adjustment/result';
import type { BurdenRow } from '#domain/adjustment/rows';
import {
  given,
  inflowTotal,
  levyOf,
  outflowTotal,
  putIn,
  receivedOf,
  type AdjustmentState,
  type PoolState,
} from '#domain/adjustment/state';
import { alike, sumFormula, yuan } from '#domain/adjustment/wording';
import { assert } from '#kernel/assert';
import { fen, sumFen, ZERO_FEN } from '#kernel/fen';
import type { Figure, Trace } from '#rules/explain/trace';

/** Draws up the proposal: each pool after adjustment, and the fund's own flows, which must meet to the fen. */
export function closeYear(
  plan: AdjustmentPlan,
  state: AdjustmentState,
  values: readonly NotedValue[],
  trace: Trace,
): AdjustmentResult {
  const pools = state.pools.map((pool) => closePool(state, pool, trace));
  const fund = closeFund(plan, state, trace);
  assertNothingLost(state, pools, fund.closingBalance);
  const burdens = mergeBurdens(state.burdens, trace);
  return {
    pack: plan.pack,
    facts: state.facts,
    assumptions: values.filter((value) => value.standing !== 'stated'),
    levies: state.levies,
    allocations: state.allocations.filter((row) => row.amount.fen > ZERO_FEN),
    refusals: state.refusals,
    burdens,
    fund,
    pools,
    nodes: trace.nodes(),
  };
}

function closePool(state: AdjustmentState, pool: PoolState, trace: Trace): PoolOutcome {
  const { id } = pool.facts;
  const levy = levyOf(state, id);
  const expenditure = given(pool, 'expenditure');
  const parts = receivedOf(state, id);
  const cover = putIn(state, id);
  const total = sumFen(parts.map((part) => part.fen));
  const received = trace.figure(
    {
      id: `received/${id}`,
      label: { zh: '调剂金下拨合计', en: 'Received from the fund' },
      formula: () => sumFormula(parts, total),
      inputs: parts,
    },
    total,
  );
  const balanceAfter = state.balanceAfter?.get(id) ?? commonBalance(pool, levy, received, cover, trace);
  const before = { zh: '调剂前可支付月数', en: 'Months payable before' };
  const afterwards = { zh: '调剂后可支付月数', en: 'Months payable after' };
  const monthsBefore = monthsFigure(trace, `months-before/${id}`, before, pool.balanceBefore, expenditure);
  const monthsAfter = monthsFigure(trace, `months-after/${id}`, afterwards, balanceAfter, expenditure);
  return {
    id,
    balanceBefore: pool.balanceBefore,
    levy,
    received,
    balanceAfter,
    monthsBefore: monthsBefore.text,
    monthsAfter: monthsAfter.text,
  };
}

/** Reckons a pool's closing balance: balance before, less the levy, plus money from the fund and from others. */
function commonBalance(
  pool: PoolState,
  levy: Figure,
  received: Figure,
  cover: readonly Figure[],
  trace: Trace,
): Figure {
  const covered = sumFen(cover.map((part) => part.fen));
  const after = fen(pool.balanceBefore.fen - levy.fen + received.fen + covered);
  return trace.figure(
    {
      id: `balance-after/${pool.facts.id}`,
      label: { zh: '调剂后年末结余', en: 'Balance after adjustment' },
      formula: () =>
        alike(
          `${yuan(pool.balanceBefore)} − ${yuan(levy)} + ${yuan(received)} + ${yuan({ fen: covered })} = ${yuan({ fen: after })}`,
        ),
      readings: ['R-5'],
      inputs: [pool.balanceBefore, levy, received, ...cover],
    },
    after,
  );
}

/** Merges burdens to one row per pool and bearer, as the contract requires. */
function mergeBurdens(burdens: readonly BurdenRow[], trace: Trace): readonly BurdenRow[] {
  const groups = new Map<string, readonly BurdenRow[]>();
  for (const row of burdens) {
    const id = `burden/${row.bearer}/${row.pool}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups].flatMap(([id, rows]) => {
    const [first] = rows;
    if (first === undefined || (rows.length === 1 && first.amount.node === id)) return rows;
    const parts = rows.map((row) => row.amount);
    const total = sumFen(parts.map((part) => part.fen));
    const cite = [...new Set(rows.flatMap((row) => row.cite))];
    const text = {
      id,
      label: BEARER_LABELS[first.bearer],
      formula: () => sumFormula(parts, total),
      cite,
      inputs: parts,
    };
    return [{ ...first, cite, amount: trace.figure(text, total) }];
  });
}

/** Closes the fund's own flows, which cite the clauses of the pipeline as a whole. */
function closeFund({ cite }: AdjustmentPlan, state: AdjustmentState, trace: Trace): AdjustmentResult['fund'] {
  const allocations = state.allocations.map((row) => row.amount);
  const inflow = trace.figure(
    {
      id: 'fund/inflow',
      label: { zh: '调剂金本年收入', en: "The fund's inflow" },
      formula: () => sumFormula(state.inflow, inflowTotal(state)),
      cite,
      inputs: state.inflow,
    },
    inflowTotal(state),
  );
  const outflow = trace.figure(
    {
      id: 'fund/outflow',
      label: { zh: '调剂金本年支出', en: "The fund's outflow" },
      formula: () => sumFormula(allocations, outflowTotal(state)),
      cite,
      inputs: allocations,
    },
    outflowTotal(state),
  );
  const closing = fen(state.opening.fen + inflow.fen - outflow.fen);
  const closingBalance = trace.figure(
    {
      id: 'fund/closing',
      label: { zh: '调剂金年末结余', en: "The fund's closing balance" },
      formula: () =>
        alike(`${yuan(state.opening)} + ${yuan(inflow)} − ${yuan(outflow)} = ${yuan({ fen: closing })}`),
      cite,
      inputs: [state.opening, inflow, outflow],
    },
    closing,
  );
  const kept = state.reserve === undefined ? ZERO_FEN : closing;
  const reserve = trace.figure(
    {
      id: 'fund/reserve',
      label: { zh: '累计风险调剂金', en: 'Accumulated risk reserve' },
      formula: () => alike(yuan({ fen: kept })),
      inputs: state.reserve === undefined ? [] : [state.reserve, closingBalance],
    },
    kept,
  );
  return { inflow, outflow, reserve, closingBalance };
}

/** Asserts that no fen was lost: what left the pools and other sources is what the pools and the fund now hold. */
function assertNothingLost(state: AdjustmentState, pools: readonly PoolOutcome[], closing: Figure): void {
  const levied = sumFen(pools.map((pool) => pool.levy.fen));
  const received = sumFen(pools.map((pool) => pool.received.fen));
  const others = inflowTotal(state) - levied;
  assert(received === outflowTotal(state), 'what the fund pays is what pools receive');
  assert(closing.fen === state.opening.fen + others + levied - received, 'nothing is created or lost');
  const pooledWhole = state.balanceAfter !== undefined;
  assert(pooledWhole || closing.fen >= ZERO_FEN, 'the fund never pays what it does not have');
}
