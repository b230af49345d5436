import type { ExplainedOutput } from '#application/adjustment/output';
import { renderTextTable, type TextColumn } from '#application/rendering/text-table';
import { BEARER_WORDS, CONDITION_WORDS, SCHEME_WORDS, STAGE_WORDS } from '#application/rendering/words';
import { groupThousands } from '#kernel/decimal-text';
import { fenOf, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { shownText } from '#kernel/shown-amount';
import type { ExplainedNode } from '#rules/explain/node';
import { findPool, packName, type Pack } from '#rules/pack/pack';

/**
 * The year's table for a terminal, in 万元 with two decimals (half up, for reading only; the run keeps every
 * fen), with totals, the fund's own flows, and what was assumed.
 */
export function renderAdjustmentTable(output: ExplainedOutput, pack: Pack, dataNote: string): string {
  const stages = Object.keys(STAGE_WORDS).filter((stage) =>
    output.explanation.some((node) => node.id.startsWith(`${stage}/`)),
  );
  const bearers = Object.keys(BEARER_WORDS).filter((bearer) =>
    output.burdens.some((row) => row.bearer === bearer),
  );
  const nodes = new Map(output.explanation.map((node) => [node.id, node]));
  const rows = output.pools.map((pool) => poolRow(output, pack, nodes, { stages, bearers }, pool));
  const draft = output.status === 'draft' ? '（征求意见稿，仅供模拟）' : '';
  const head = `${packName(pack).zh} ${output.year} 年度 ${SCHEME_WORDS[output.scheme] ?? output.scheme} 调剂金${draft}（万元）`;
  const assumed = output.assumptions.map(({ value, reading }) => `${value}（${reading}）`).join('、');
  return [
    head,
    dataNote,
    renderTextTable(columns(stages, bearers), [
      ...rows,
      ...cityRow(output, { stages, bearers }),
      totals(output, nodes, { stages, bearers }),
    ]),
    fundLine(output, nodes),
    assumed === '' ? '' : `含假设值：${assumed}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function columns(stages: readonly string[], bearers: readonly string[]): readonly TextColumn[] {
  const right = [
    '调剂前结余',
    '月数',
    '上解',
    ...stages.map((stage) => STAGE_WORDS[stage] ?? stage),
    ...bearers.map((bearer) => BEARER_WORDS[bearer] ?? bearer),
    '调剂后结余',
    '月数',
  ];
  return [
    { header: '统筹区', align: 'left' },
    ...right.map((header): TextColumn => ({ header, align: 'right' })),
    { header: '不予分配', align: 'left' },
  ];
}

/** Stages and bearers that this year's table has a column for. */
interface MoneyColumns {
  readonly stages: readonly string[];
  readonly bearers: readonly string[];
}

type Nodes = ReadonlyMap<string, ExplainedNode>;

function poolRow(
  output: ExplainedOutput,
  pack: Pack,
  nodes: Nodes,
  { stages, bearers }: MoneyColumns,
  pool: ExplainedOutput['pools'][number],
): readonly string[] {
  const refused = output.refusals.filter((row) => row.pool === pool.id);
  return [
    findPool(pack, pool.id)?.name.zh ?? pool.id,
    wan(fenOf(pool.balanceBefore)),
    months(nodes.get(`months-before/${pool.id}`)),
    wan(fenOf(pool.levy)),
    ...stages.map((stage) => wan(amountOf(nodes, `${stage}/${pool.id}`))),
    ...bearers.map((bearer) => wan(burdenOf(output, bearer, pool.id))),
    wan(fenOf(pool.balanceAfter)),
    pool.monthsAfter ?? '—',
    refused.map((row) => CONDITION_WORDS[row.condition] ?? row.condition).join('、'),
  ];
}

/** What a fund that pools in full leaves uncovered is the city's, which is no pool (JH-R5). */
function cityRow(output: ExplainedOutput, { stages, bearers }: MoneyColumns): readonly (readonly string[])[] {
  const isPool = output.pools.some((pool) => pool.id === CITY);
  if (isPool || !output.burdens.some((row) => row.pool === CITY)) return [];
  const left = ['市级', '', '', '', ...stages.map(() => '')];
  return [[...left, ...bearers.map((bearer) => wan(burdenOf(output, bearer, CITY)))]];
}

/** The pool in whose name the output has the city's own burdens (contract). */
const CITY = 'city';

function burdenOf(output: ExplainedOutput, bearer: string, pool: string): Fen {
  const row = output.burdens.find((burden) => burden.bearer === bearer && burden.pool === pool);
  return row === undefined ? ZERO_FEN : fenOf(row.amount);
}

function totals(output: ExplainedOutput, nodes: Nodes, { stages, bearers }: MoneyColumns): readonly string[] {
  const sum = (amount: (pool: ExplainedOutput['pools'][number]) => Fen): string =>
    wan(sumFen(output.pools.map(amount)));
  return [
    '合计',
    sum((pool) => fenOf(pool.balanceBefore)),
    '',
    sum((pool) => fenOf(pool.levy)),
    ...stages.map((stage) => sum((pool) => amountOf(nodes, `${stage}/${pool.id}`))),
    ...bearers.map((bearer) => {
      const borne = output.burdens.filter((row) => row.bearer === bearer);
      return wan(sumFen(borne.map((row) => fenOf(row.amount))));
    }),
    sum((pool) => fenOf(pool.balanceAfter)),
    '',
    '',
  ];
}

function fundLine(output: ExplainedOutput, nodes: Nodes): string {
  const opening = wan(amountOf(nodes, 'given/fund/openingBalance'));
  const [inflow, outflow, closing] = [
    output.fund.inflow,
    output.fund.outflow,
    output.fund.closingBalance,
  ].map((text) => wan(fenOf(text)));
  return `调剂金：年初 ${opening} + 收入 ${inflow ?? ''} − 支出 ${outflow ?? ''} = 年末 ${closing ?? ''}`;
}

function months(node: ExplainedNode | undefined): string {
  return node?.value.kind === 'number' ? node.value.number : '—';
}

/** The amount of a node; a stage that a pool has no part in is an amount of zero. */
function amountOf(nodes: Nodes, id: string): Fen {
  const value = nodes.get(id)?.value;
  return value?.kind === 'fen' ? fenOf(value.amount) : ZERO_FEN;
}

/** In 10,000 yuan (万元), the unit in which funds are read. */
function wan(amount: Fen): string {
  return groupThousands(shownText(amount, 'wan'));
}
