import { CLAUSE_KIND_WORDS, STATUS_WORDS, memberWord, wordOf } from '#application/packs/pack-words';
import { assumptionLines, statisticLines, valueLines } from '#application/packs/document-values';
import { markdownTable, markdownText } from '#application/packs/markdown';
import { packItems } from '#application/packs/pack-content';
import { stepSentence } from '#application/packs/pipeline-prose';
import { findInstrument, packName, packStatus, type Pack } from '#rules/pack/pack';
import type { Clause, Instrument } from '#rules/pack/raw-pack';

/**
 * A pack as a readable Chinese document in Markdown: its instruments, every clause in order in our words, every
 * value with its dated figures and citations, the readings with what else the words could mean, the pipeline in
 * prose, and last all that is assumed. What the pack extends is named, not repeated.
 */
export function packDocument(pack: Pack): string {
  const sections = [
    ['文件', instrumentLines(pack)],
    ['条款', clauseLines(pack)],
    ['数值', valueLines(pack)],
    ['统计量', statisticLines(pack)],
    ['统筹区', poolLines(pack)],
    ['调剂流程', pipelineLines(pack)],
    ['其他部分', otherLines(pack)],
    ['解读', readingLines(pack)],
    ['假设', assumptionLines(pack)],
  ] as const;
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines], index) => [`## ${CHINESE_NUMBERS[index] ?? ''}、${title}`, ...lines]);
  return `${[...titleLines(pack), ...body].join('\n\n')}\n`;
}

const CHINESE_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

function titleLines(pack: Pack): readonly string[] {
  const { raw, hash } = pack;
  const status = packStatus(pack);
  const above = pack.parents.map((parent) => `${markdownText(packName(parent).zh)}（\`${parent.raw.id}\`）`);
  return [
    `# ${markdownText(packName(pack).zh)}：基本医疗保险统筹政策`,
    [
      `- 政策包：\`${raw.id}\``,
      `- 状态：${STATUS_WORDS[status]}${status === 'draft' ? '（只可模拟，不得施行，R-7）' : ''}`,
      `- 版本哈希：\`${hash}\``,
      ...(above.length === 0 ? [] : [`- 上位政策包：${above.join('、')}`]),
    ].join('\n'),
    '条款以本平台的转述列出，原文以公布的文件为准。方括号内为条款或解读的编号。',
  ];
}

function instrumentLines({ raw }: Pack): readonly string[] {
  const rows = raw.instruments.map((instrument) => [
    instrument.title.zh,
    instrument.number ?? '—',
    instrument.issuer.zh,
    instrument.issued ?? '—',
    instrument.effective ?? '—',
    instrument.expires ?? '—',
    STATUS_WORDS[instrument.status],
  ]);
  const headers = ['文件', '文号', '发文机关', '发文日期', '施行日期', '失效日期', '状态'];
  return rows.length === 0 ? [] : [markdownTable(headers, rows)];
}

/** Clauses in the pack's order, under the instrument that they stand in. */
function clauseLines(pack: Pack): readonly string[] {
  const lines: string[] = [];
  let current: string | undefined;
  for (const clause of pack.raw.clauses) {
    if (clause.instrument !== current) {
      current = clause.instrument;
      lines.push(`### ${instrumentTitle(findInstrument(pack, current), current)}`);
    }
    lines.push(clauseLine(clause));
  }
  return lines;
}

function instrumentTitle(instrument: Instrument | undefined, id: string): string {
  if (instrument === undefined) return id;
  const number = instrument.number === undefined ? '' : `（${markdownText(instrument.number)}）`;
  return `${markdownText(instrument.title.zh)}${number}`;
}

function clauseLine({ id, article, kind, paraphrase, open }: Clause): string {
  const left = open === undefined ? '' : `\n\n> 另定事项：${markdownText(open.zh)}`;
  return `**${markdownText(article.zh)}** [${id}]（${wordOf(CLAUSE_KIND_WORDS, kind)}） ${markdownText(paraphrase.zh)}${left}`;
}

function poolLines({ raw }: Pack): readonly string[] {
  if (raw.pools.length === 0) return [];
  const rows = raw.pools.map((pool) => [
    pool.name.zh,
    pool.code,
    `\`${pool.id}\``,
    `${pool.from} 起${pool.to === undefined ? '' : `，至 ${pool.to}`}`,
    pool.cite.join('、'),
  ]);
  return [markdownTable(['统筹区', '代码', '标识', '期间', '依据'], rows)];
}

function pipelineLines(pack: Pack): readonly string[] {
  const { adjustment } = pack.raw;
  if (adjustment === undefined) return [];
  const schemes = Object.entries(adjustment.schemes).map(
    ([scheme, { first_year }]) => `${memberWord(pack, scheme)}自 ${first_year} 年度起`,
  );
  const head = `适用：${schemes.join('，')} ${sources(adjustment)}。各步依次进行：`;
  const steps = adjustment.steps.map(
    (step, index) => `${index + 1}. ${stepSentence(pack, step)} ${sources(step)}`,
  );
  return [head, steps.join('\n')];
}

function sources({ cite, readings = [] }: { cite: readonly string[]; readings?: readonly string[] }): string {
  return `[${[...cite, ...readings].join('、')}]`;
}

/** Parts that have no section of their own yet, as they stand in the pack, so that nothing is left out. */
function otherLines(pack: Pack): readonly string[] {
  return packItems(pack)
    .filter(({ section }) => section === 'other')
    .flatMap(({ id, fields }) => [`### \`${id}\``, markdownTable(['项目', '内容'], [...fields])]);
}

function readingLines({ raw }: Pack): readonly string[] {
  return raw.readings.map(({ id, clauses, reading, alternatives = [] }) =>
    [
      `**${id}**（${clauses.join('、')}） ${markdownText(reading.zh)}`,
      ...(alternatives.length === 0 ? [] : ['未采用的理解：']),
      ...(alternatives.length === 0
        ? []
        : [alternatives.map((alternative) => `- ${markdownText(alternative.zh)}`).join('\n')]),
    ].join('\n\n'),
  );
}
