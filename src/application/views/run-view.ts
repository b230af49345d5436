import type { AdjustmentOutput } from '#application/adjustment/output';
import type { RunSummary } from '#application/ports/run-store';
import { assumptionViews, type AssumptionView } from '#application/views/assumption-view';
import type { OpenedRun } from '#application/views/open-run';
import { MECHANISMS } from '#domain/adjustment/mechanisms/registry';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { formatYuan, ZERO_FEN } from '#kernel/fen';
import { findPool, getAdjustment, packName, type Pack } from '#rules/pack/pack';
import type { ExplainedNode } from '#rules/explain/node';

/** A pool's line of the year's table; amounts are text in yuan with two decimals. */
export interface PoolLine {
  readonly id: string;
  readonly name: Bilingual;
  readonly balanceBefore: string;
  /** Two decimals; null where the pool spent nothing. */
  readonly monthsBefore: string | null;
  readonly levy: string;
  /** Stage → allocation. Every stage of the pipeline has been reckoned, so what a stage does not pay is 0.00. */
  readonly stages: Readonly<Record<string, string>>;
  readonly received: string;
  /** Bearer → burden, for the bearers that bear something. */
  readonly burdens: Readonly<Record<string, string>>;
  readonly balanceAfter: string;
  readonly monthsAfter: string | null;
  readonly refusedFor: readonly string[];
}

/** A stored run with all that its page shows. */
export interface RunView {
  readonly run: RunSummary;
  readonly place: Bilingual;
  readonly status: 'in_force' | 'draft';
  readonly stages: readonly string[];
  /** Months that the pipeline tops pools up to; null where no step does. */
  readonly targetMonths: string | null;
  /** Whether conditions bar pools from the fund as a whole; each pool then has a figure `gate/ID`. */
  readonly hasConditions: boolean;
  readonly pools: readonly PoolLine[];
  readonly assumptions: readonly AssumptionView[];
  readonly output: AdjustmentOutput;
}

/** Lays a stored run out for its page. Every figure is one that was stored; none is reckoned here. */
export function runView({ summary, output, pack }: OpenedRun): RunView {
  const { explanation, ...plain } = output;
  const nodes = new Map(explanation.map((node) => [node.id, node]));
  const stages = stagesOf(pack);
  return {
    run: summary,
    place: packName(pack),
    status: plain.status,
    stages,
    targetMonths: targetMonths(pack, nodes),
    hasConditions: explanation.some(({ id }) => id.startsWith('gate/')),
    pools: plain.pools.map((pool) => poolLine(pool, plain, stages, pack, nodes)),
    assumptions: assumptionViews(plain.assumptions, pack, nodes),
    output: plain,
  };
}

/** The stages that the pack's pipeline pays, in the order of its steps. */
function stagesOf(pack: Pack): readonly string[] {
  const stages = getAdjustment(pack).steps.flatMap((step) => MECHANISMS.get(step.mechanism)?.stage ?? []);
  return [...new Set(stages)];
}

/** The months that a step tops pools up to: the value that fills the first argument counted in months. */
function targetMonths(pack: Pack, nodes: ReadonlyMap<string, ExplainedNode>): string | null {
  const names = getAdjustment(pack).steps.flatMap((step) =>
    Object.entries(MECHANISMS.get(step.mechanism)?.takes ?? {})
      .filter(([, kind]) => kind.kind === 'value' && kind.unit === 'month')
      .flatMap(([argument]) => step.with?.[argument] ?? []),
  );
  return names[0] === undefined ? null : numberOf(nodes, `value/${names[0]}`);
}

function numberOf(nodes: ReadonlyMap<string, ExplainedNode>, id: string): string | null {
  const { value } = present(nodes.get(id), `the node ${id}`);
  return value.kind === 'number' ? value.number : null;
}

function poolLine(
  pool: AdjustmentOutput['pools'][number],
  output: AdjustmentOutput,
  stages: readonly string[],
  pack: Pack,
  nodes: ReadonlyMap<string, ExplainedNode>,
): PoolLine {
  const { id } = pool;
  const own = <Row extends { readonly pool: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.pool === id);
  const paid = new Map(own(output.allocations).map((row) => [row.stage, row.amount]));
  return {
    id,
    name: findPool(pack, id)?.name ?? { zh: id, en: id },
    balanceBefore: pool.balanceBefore,
    monthsBefore: numberOf(nodes, `months-before/${id}`),
    levy: pool.levy,
    stages: Object.fromEntries(stages.map((stage) => [stage, paid.get(stage) ?? formatYuan(ZERO_FEN)])),
    received: pool.received,
    burdens: Object.fromEntries(own(output.burdens).map((row) => [row.bearer, row.amount])),
    balanceAfter: pool.balanceAfter,
    monthsAfter: pool.monthsAfter,
    refusedFor: own(output.refusals).map((row) => row.condition),
  };
}
