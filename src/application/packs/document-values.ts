import { markdownTable, markdownText } from '#application/packs/markdown';
import {
  ANCHOR_WORDS,
  KIND_WORDS,
  RELIABILITY_WORDS,
  UNIT_WORDS,
  cellWords,
  wordOf,
} from '#application/packs/pack-words';
import { figuresOf } from '#application/views/pack-view';
import { findReading, type Pack } from '#rules/pack/pack';
import type { RawValue, RawVersion } from '#rules/pack/raw-pack';

/** Every value of the pack: what it is, and a table of its dated figures with their citations. */
export function valueLines(pack: Pack): readonly string[] {
  return Object.entries(pack.raw.values).flatMap(([name, value]) => [
    `### ${markdownText(value.label.zh)}（\`${name}\`）`,
    natureOf(value),
    markdownTable(
      ['期间', '适用', '数值', '依据', '公布', '解读', '来源'],
      value.versions.flatMap((version) => versionRows(pack, version)),
    ),
  ]);
}

function natureOf({ kind, unit, anchor, bounded_by, options = [] }: RawValue): string {
  const limit = bounded_by === undefined ? '' : `；不得超出 \`${bounded_by}\``;
  const choice = options.length === 0 ? '' : `；可选 ${options.map((option) => `\`${option}\``).join('、')}`;
  return `${wordOf(KIND_WORDS, kind)}；单位：${wordOf(UNIT_WORDS, unit)}；按${wordOf(ANCHOR_WORDS, anchor)}适用${limit}${choice}。`;
}

/** One row a figure; the period and the sources stand in the first row of their version. */
function versionRows(pack: Pack, version: RawVersion): readonly (readonly string[])[] {
  const { cite, published, reading, source, reliability } = version;
  const figures = figuresOf(version);
  const origin = [
    ...(source === undefined ? [] : [source]),
    ...(reliability === undefined ? [] : [wordOf(RELIABILITY_WORDS, reliability)]),
  ];
  const sources = [cite.join('、'), published ?? '—', reading ?? '—', origin.join('；') || '—'];
  if (figures.length === 0) return [[periodOf(version), '—', '（无数值）', ...sources]];
  return figures.map(({ cell, text }, index) => [
    index === 0 ? periodOf(version) : '',
    cell === '' ? '—' : cellWords(pack, cell),
    text,
    ...(index === 0 ? sources : ['', '', '', '']),
  ]);
}

function periodOf({ from, to }: RawVersion): string {
  return to === undefined ? `${from} 起` : `${from} 至 ${to}`;
}

/** Every published statistic that values are linked to. */
export function statisticLines({ raw }: Pack): readonly string[] {
  return Object.entries(raw.statistics).flatMap(([name, { label, unit, values }]) => [
    `### ${markdownText(label.zh)}（\`${name}\`）`,
    `单位：${wordOf(UNIT_WORDS, unit)}。`,
    markdownTable(
      ['年份', '数值', '公布', '来源', '可靠性'],
      values.map(({ year, value, published, source, reliability }) => [
        year,
        value,
        published,
        source,
        wordOf(RELIABILITY_WORDS, reliability),
      ]),
    ),
  ]);
}

/** Every figure that no competent department has adopted: what stands in for it, and by which reading. */
export function assumptionLines(pack: Pack): readonly string[] {
  const rows = Object.entries(pack.raw.values)
    .filter(([, value]) => value.kind === 'delegated')
    .flatMap(([name, { label, versions }]) =>
      versions.map((version) => {
        const reading = version.reading === undefined ? undefined : findReading(pack, version.reading);
        return [
          label.zh,
          `\`${name}\``,
          periodOf(version),
          figuresOf(version).length === 0 ? '无假设值，运行时须给出' : figureList(pack, version),
          [...version.cite, ...(version.reading === undefined ? [] : [version.reading])].join('、'),
          reading?.reading.zh ?? '—',
        ];
      }),
    );
  if (rows.length === 0) return [];
  return [
    '下列数值由后续规定确定，此处只是本平台的假设；正式运行时须由有权部门采纳数值。',
    markdownTable(['名称', '标识', '期间', '假设值', '依据', '理由'], rows),
  ];
}

function figureList(pack: Pack, version: RawVersion): string {
  return figuresOf(version)
    .map(({ cell, text }) => (cell === '' ? text : `${cellWords(pack, cell)} ${text}`))
    .join('；');
}
