import { valueText } from '#application/adjustment/explanation-text';
import type { ReportTable } from '#application/exports/report';
import { CHOICE_WORDS } from '#application/rendering/words';
import { cellWords } from '#application/packs/pack-words';
import type { OpenedRun } from '#application/views/open-run';
import type { RunView } from '#application/views/run-view';
import { clauseView, readingView } from '#application/views/source-view';
import type { Bilingual } from '#kernel/bilingual';
import type { ExplainedNode } from '#rules/explain/node';
import { findClause, findReading, type Pack } from '#rules/pack/pack';

const ORIGIN_WORDS = { published: '公开数据', synthetic: '合成数据', given: '录入数据' } as const;

/** Every explained figure of the run, each once: what it is, how it was reckoned, and where it comes from. */
export function explanationTable({ output, origins }: OpenedRun): ReportTable {
  return {
    title: '每个数的说明',
    columns: [
      { header: '编号', content: 'text' },
      { header: '名称', content: 'text' },
      { header: '金额（元）', content: 'amount' },
      { header: '其他数值', content: 'text' },
      { header: '算式', content: 'prose' },
      { header: '依据条款', content: 'text' },
      { header: '解读', content: 'text' },
      { header: '用到的假设', content: 'text' },
      { header: '由这些数得出', content: 'prose' },
      { header: '数据性质', content: 'text' },
      { header: '数据来源', content: 'prose' },
    ],
    rows: output.explanation.map((node) => {
      const origin = origins[node.id];
      return [
        node.id,
        node.label.zh,
        node.value.kind === 'fen' ? node.value.amount : null,
        node.value.kind === 'fen' ? null : otherValue(node.value),
        node.formula?.zh ?? null,
        listed(node.cite),
        listed(node.readings),
        listed(node.assumptions),
        listed(node.inputs),
        origin === undefined ? null : ORIGIN_WORDS[origin.origin],
        origin === undefined ? null : origin.basis,
      ];
    }),
  };
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  month: '个月',
  day: '天',
  year: '年',
  person: '人',
  score: '分',
  points: '个百分点',
};

function otherValue(value: ExplainedNode['value']): string {
  const text = valueText(value);
  if (value.kind === 'choice') return CHOICE_WORDS[value.choice] ?? text;
  const unit = value.kind === 'number' ? UNIT_WORDS[value.unit] : undefined;
  return unit === undefined ? text : `${text} ${unit}`;
}

/** Every clause that any figure of the run cites, in the order in which they are first cited. */
export function clauseTable({ output, pack }: OpenedRun): ReportTable {
  const clauses = cited(output.explanation, (node) => node.cite).flatMap((id) => {
    const clause = findClause(pack, id);
    return clause === undefined ? [] : [clauseView(pack, clause)];
  });
  return {
    title: '依据条款（内容为本平台转述，非原文）',
    columns: [
      { header: '条款', content: 'text' },
      { header: '文件', content: 'prose' },
      { header: '条目', content: 'text' },
      { header: '内容转述', content: 'prose' },
      { header: '留待另行规定', content: 'prose' },
    ],
    rows: clauses.map(({ id, instrument, article, paraphrase, open }) => [
      id,
      `${instrument.number ?? ''} ${instrument.title.zh}${draftMark(instrument)}`.trim(),
      article.zh,
      paraphrase.zh,
      open?.zh ?? null,
    ]),
  };
}

const DRAFT_MARK = '（征求意见稿）';

/** Says once that an instrument is a draft: most drafts say it in their title. */
function draftMark({ status, title }: { readonly status: string; readonly title: Bilingual }): string {
  return status === 'draft' && !title.zh.includes(DRAFT_MARK) ? DRAFT_MARK : '';
}

/** What the policy does not state and this run assumes. */
export function assumptionTable({ assumptions }: RunView, pack: Pack): ReportTable {
  return {
    title: '假设（文件未定、由本平台假设的参数）',
    columns: [
      { header: '参数', content: 'text' },
      { header: '名称', content: 'prose' },
      { header: '取值', content: 'text' },
      { header: '解读', content: 'text' },
      { header: '说明', content: 'prose' },
    ],
    rows: assumptions.map(({ value, label, figures, reading, text }) => [
      value,
      label.zh,
      figures.map((figure) => assumedFigure(pack, figure)).join('；'),
      reading,
      text.zh,
    ]),
  };
}

function assumedFigure(pack: Pack, { cell, text }: { readonly cell: string; readonly text: string }): string {
  const figure = CHOICE_WORDS[text] ?? text;
  return cell === '' ? figure : `${cellWords(pack, cell)} ${figure}`;
}

/** How silent or ambiguous clauses are read in this run, with what else they could have meant. */
export function readingTable({ output, pack }: OpenedRun): ReportTable {
  const readings = cited(output.explanation, (node) => node.readings).flatMap((id) => {
    const reading = findReading(pack, id);
    return reading === undefined ? [] : [readingView(reading)];
  });
  return {
    title: '解读（文件未写明之处的理解，不是法律意见）',
    columns: [
      { header: '解读', content: 'text' },
      { header: '所涉条款', content: 'text' },
      { header: '本平台的理解', content: 'prose' },
      { header: '未采用的理解', content: 'prose' },
    ],
    rows: readings.map(({ id, clauses, reading, alternatives }) => [
      id,
      listed(clauses),
      reading.zh,
      listed(
        alternatives.map((alternative) => alternative.zh),
        '；',
      ),
    ]),
  };
}

function cited(
  nodes: readonly ExplainedNode[],
  pick: (node: ExplainedNode) => readonly string[],
): readonly string[] {
  return [...new Set(nodes.flatMap(pick))];
}

function listed(items: readonly string[], separator = '、'): string | null {
  return items.length === 0 ? null : items.join(separator);
}
