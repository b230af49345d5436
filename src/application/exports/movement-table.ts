import type { ReportCell, ReportTable } from '#application/exports/report';
import { BEARER_WORDS, CONDITION_WORDS, STAGE_WORDS } from '#application/rendering/words';
import type { OpenedRun } from '#application/views/open-run';
import type { RunView } from '#application/views/run-view';
import { findClause } from '#rules/pack/pack';

/** Every levy, allocation, burden and refusal as one list, each with its clauses and the node that explains it. */
export function movementTable({ output }: OpenedRun, view: RunView): ReportTable {
  const nameOf = poolNames(view);
  const known = new Set(output.explanation.map((node) => node.id));
  const explained = (id: string): ReportCell => (known.has(id) ? id : null);
  const rows: readonly (readonly ReportCell[])[] = [
    ...output.levies.map((row) => [
      '上解',
      nameOf(row.pool),
      '上解额',
      row.base,
      row.rate,
      row.amount,
      row.cite.join('、'),
      explained(`levy/${row.pool}`),
    ]),
    ...output.allocations.map((row) => [
      '下拨',
      nameOf(row.pool),
      STAGE_WORDS[row.stage] ?? row.stage,
      null,
      null,
      row.amount,
      row.cite.join('、'),
      explained(`${row.stage}/${row.pool}`),
    ]),
    ...output.burdens.map((row) => [
      '各方承担',
      nameOf(row.pool),
      BEARER_WORDS[row.bearer] ?? row.bearer,
      null,
      null,
      row.amount,
      row.cite.join('、'),
      explained(`burden/${row.bearer}/${row.pool}`),
    ]),
    ...output.refusals.map((row) => [
      '不予下拨',
      nameOf(row.pool),
      CONDITION_WORDS[row.condition] ?? row.condition,
      null,
      null,
      null,
      row.cite.join('、'),
      explained(reasonNode(row.condition, row.pool)),
    ]),
  ];
  return {
    title: '上解、下拨、各方承担和不予下拨',
    columns: [
      { header: '类别', content: 'text' },
      { header: '统筹区', content: 'text' },
      { header: '项目', content: 'text' },
      { header: '上解基数（元）', content: 'amount' },
      { header: '上解比例', content: 'text' },
      { header: '金额（元）', content: 'amount' },
      { header: '依据条款', content: 'text' },
      { header: '说明编号', content: 'text' },
    ],
    rows,
  };
}

/** Which pool is refused what, and why: the condition, how it was reckoned, and the clause in our words. */
export function refusalTable({ output, pack }: OpenedRun, view: RunView): ReportTable {
  const nameOf = poolNames(view);
  const nodes = new Map(output.explanation.map((node) => [node.id, node]));
  return {
    title: '不予下拨及理由',
    columns: [
      { header: '统筹区', content: 'text' },
      { header: '未满足的条件', content: 'text' },
      { header: '理由', content: 'prose' },
      { header: '依据条款', content: 'prose' },
    ],
    rows: output.refusals.map(({ pool, condition, cite }) => [
      nameOf(pool),
      CONDITION_WORDS[condition] ?? condition,
      nodes.get(reasonNode(condition, pool))?.formula?.zh ?? null,
      cite.map((id) => `${id} ${findClause(pack, id)?.paraphrase.zh ?? ''}`).join('；'),
    ]),
  };
}

/** Conditions that bar one form of allocation only, with the node that tells why; every other bars the pool. */
const BARRING_NODES: Readonly<Record<string, string>> = {
  emergencyCause: 'need/emergency',
  gapCause: 'need/gap_share',
};

function reasonNode(condition: string, pool: string): string {
  return `${BARRING_NODES[condition] ?? 'gate'}/${pool}`;
}

function poolNames({ pools }: RunView): (id: string) => string {
  const names = new Map(pools.map((pool) => [pool.id, pool.name.zh]));
  return (id) => names.get(id) ?? id;
}
