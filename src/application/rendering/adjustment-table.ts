import type { ExplainedOutput } from '#application/adjustment/output';
import { renderTextTable, type TextColumn } from '#application/rendering/text-table';
import { present } from '#kernel/assert';
import { fen, parseYuan, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { formatRational, rational } from '#kernel/rational';
import type { ExplainedNode } from '#rules/explain/node';
import { findPool, packName, type Pack } from '#rules/pack/pack';

/** Fen in 10,000 yuan (万元), the unit in which funds are read. */
const FEN_PER_WAN = 1_000_000n;

const CONDITION_WORDS: Readonly<Record<string, string>> = {
  levyPaid: '未足额上解',
  breachesCorrected: '违规未整改',
  budgetMet: '预算未达标',
  enrolmentMet: '未完成参保任务',
  subsidyPaid: '财政补助未到位',
  deficitCovered: '赤字未补足',
  emergencyCause: '紧急事由不符',
  gapCause: '缺口事由不符',
};

const STAGE_WORDS: Readonly<Record<string, string>> = {
  recovery_return: '追回返还',
  normal: '正常调剂',
  emergency: '紧急调剂',
  incentive: '激励调剂',
  gap_share: '缺口分担',
  reserve_release: '风险金动用',
  distribution: '调剂金分配',
  full_pooling: '全额拨付',
};

const BEARER_WORDS: Readonly<Record<string, string>> = {
  legacy_balance: '统筹前结余',
  own_balance: '累计结余',
  bonds: '债券变现',
  subsidy: '同级补贴',
  local_treasury: '财政补足',
  city: '市级分担',
  uncovered: '尚无来源',
};

const SCHEME_WORDS: Readonly<Record<string, string>> = { employee: '职工医保', resident: '居民医保' };

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
    renderTextTable(columns(stages, bearers), [...rows, totals(output, nodes, { stages, bearers })]),
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
    wan(yuan(pool.balanceBefore)),
    months(nodes.get(`months-before/${pool.id}`)),
    wan(yuan(pool.levy)),
    ...stages.map((stage) => wan(amountOf(nodes, `${stage}/${pool.id}`))),
    ...bearers.map((bearer) => wan(burdenOf(output, bearer, pool.id))),
    wan(yuan(pool.balanceAfter)),
    pool.monthsAfter ?? '—',
    refused.map((row) => CONDITION_WORDS[row.condition] ?? row.condition).join('、'),
  ];
}

function burdenOf(output: ExplainedOutput, bearer: string, pool: string): Fen {
  const row = output.burdens.find((burden) => burden.bearer === bearer && burden.pool === pool);
  return row === undefined ? ZERO_FEN : yuan(row.amount);
}

function totals(output: ExplainedOutput, nodes: Nodes, { stages, bearers }: MoneyColumns): readonly string[] {
  const sum = (amount: (pool: ExplainedOutput['pools'][number]) => Fen): string =>
    wan(sumFen(output.pools.map(amount)));
  return [
    '合计',
    sum((pool) => yuan(pool.balanceBefore)),
    '',
    sum((pool) => yuan(pool.levy)),
    ...stages.map((stage) => sum((pool) => amountOf(nodes, `${stage}/${pool.id}`))),
    ...bearers.map((bearer) => sum((pool) => burdenOf(output, bearer, pool.id))),
    sum((pool) => yuan(pool.balanceAfter)),
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
  ].map((text) => wan(yuan(text)));
  return `调剂金：年初 ${opening} + 收入 ${inflow ?? ''} − 支出 ${outflow ?? ''} = 年末 ${closing ?? ''}`;
}

function months(node: ExplainedNode | undefined): string {
  return node?.value.kind === 'number' ? node.value.number : '—';
}

/** The amount of a node; a stage that a pool has no part in is an amount of zero. */
function amountOf(nodes: Nodes, id: string): Fen {
  const value = nodes.get(id)?.value;
  return value?.kind === 'fen' ? yuan(value.amount) : ZERO_FEN;
}

function yuan(text: string): Fen {
  const amount = parseYuan(text);
  return present(typeof amount === 'string' ? undefined : amount, `an amount in "${text}"`);
}

function wan(amount: Fen): string {
  const text = formatRational(rational(fen(amount), FEN_PER_WAN), 2);
  const [whole = '', decimals = ''] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${decimals}`;
}
