import { movementTable, refusalTable } from '#application/exports/movement-table';
import { poolTable } from '#application/exports/pool-table';
import type { ReportTable, RunReport } from '#application/exports/report';
import {
  assumptionTable,
  clauseTable,
  explanationTable,
  readingTable,
} from '#application/exports/source-tables';
import { SCHEME_WORDS } from '#application/rendering/words';
import { chinaTimeOf } from '#application/time/china-time';
import type { OpenedRun } from '#application/views/open-run';
import { runView, type RunView } from '#application/views/run-view';
import { lineIn } from '#kernel/bilingual';
import { packName } from '#rules/pack/pack';

/** Lays a stored run out for a file. Nothing is reckoned anew but the sums of columns, in fen. */
export function runReport(run: OpenedRun): RunReport {
  const { summary, pack } = run;
  const view = runView(run);
  const scheme = SCHEME_WORDS[summary.scheme] ?? summary.scheme;
  const title = `${packName(pack).zh} ${summary.year} 年度${scheme}调剂金`;
  return {
    title,
    fileName: `${title.replaceAll(' ', '')}-${summary.id.slice(0, 8)}`,
    runId: summary.id,
    resultHash: summary.resultHash,
    recordedAt: summary.recordedAt,
    dataNote: lineIn(summary.dataNote, 'zh'),
    draftMark: view.status === 'draft' ? '征求意见稿 仅供测算' : null,
    head: headOf(view),
    fund: fundTable(run),
    pools: poolTable(view),
    movements: movementTable(run, view),
    refusals: refusalTable(run, view),
    explanation: explanationTable(run),
    clauses: clauseTable(run),
    assumptions: assumptionTable(view, run.pack),
    readings: readingTable(run),
  };
}

const STATUS_WORDS = {
  in_force: '所据政策已生效',
  draft: '征求意见稿，仅供测算：所据政策尚未生效，结果不得用于实际上解和下拨',
} as const;

function headOf({ run, status }: RunView): RunReport['head'] {
  return [
    ['数据说明', lineIn(run.dataNote, 'zh')],
    ['政策状态', STATUS_WORDS[status]],
    ['政策包', `${run.packId}，哈希 ${run.packHash}`],
    ['计算记录', run.id],
    ['结果哈希', run.resultHash],
    ['记录时间', `${chinaTimeOf(run.recordedAt)}（北京时间），引擎 ${run.engineVersion}`],
    ['金额单位', '元，两位小数，与计算记录逐分一致'],
  ];
}

const FUND_LINES: readonly (readonly [label: string, node: string])[] = [
  ['年初结余', 'given/fund/openingBalance'],
  ['本年收入', 'fund/inflow'],
  ['本年支出', 'fund/outflow'],
  ['年末结余', 'fund/closing'],
  ['其中：风险储备', 'fund/reserve'],
];

function fundTable({ output }: OpenedRun): ReportTable {
  const nodes = new Map(output.explanation.map((node) => [node.id, node]));
  return {
    title: '调剂金收支',
    columns: [
      { header: '项目', content: 'text' },
      { header: '金额（元）', content: 'amount' },
      { header: '算式', content: 'prose' },
      { header: '依据条款', content: 'prose' },
      { header: '说明编号', content: 'text' },
    ],
    rows: FUND_LINES.flatMap(([label, id]) => {
      const node = nodes.get(id);
      if (node?.value.kind !== 'fen') return [];
      return [
        [
          label,
          node.value.amount,
          node.formula?.zh ?? '录入数据',
          node.cite.length === 0 ? null : node.cite.join('、'),
          id,
        ],
      ];
    }),
  };
}
