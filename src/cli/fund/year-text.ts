import type { YearSummary, YearView } from '#application/adjustment-year/year-view';
import { TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import {
  fieldWords,
  lineWords,
  standingWords,
  subjectWords,
  valueWords,
  yearTitle,
} from '#application/rendering/year-words';
import { amount, listText, instant, text, type ListColumn } from '#application/rendering/list-text';
import { chinaTimeOf } from '#application/time/china-time';
import type { Language } from '#cli/services';
import type { Bilingual } from '#kernel/bilingual';

const YEARS: readonly ListColumn<YearSummary>[] = [
  text('编号', 'id', ({ id }) => id),
  text('调剂金', 'fund', ({ fund }) => fund),
  text('险种', 'type', ({ insuranceType }) => wordOf(TYPE_WORDS, insuranceType)),
  amount('年度', 'year', ({ year }) => year),
  amount('版次', 'version', (year) => (year.inForce ?? year).version),
  text('状态', 'state', (year) => standingWords(year)),
  instant('最近办理', 'last step', ({ lastStep }) => lastStep?.at ?? null),
];

/** Every year of adjustment with where it stands. */
export function yearsText(language: Language, years: readonly YearSummary[]): string {
  return listText(language, YEARS, years);
}

/**
 * A year as people read it: figures with their sources, what is missing, who did what, and what is to be paid; while a
 * correction is under way, of the version in force too.
 */
export function yearText(language: Language, year: YearView, titleOf: (id: string) => string): string {
  const subject = subjectWords(year.pools);
  const missing = year.missing
    .map((one) => `${subject(one.subject)[language]}·${fieldWords(one.field)[language]}`)
    .join(language === 'zh' ? '、' : ', ');
  const word = { zh: '缺少', en: 'missing' }[language];
  return [
    `${yearTitle({ ...year, ...year.inForce })[language]} ${standingWords(year)[language]}\n`,
    ...correctionText(language, year, titleOf),
    listText(language, figureColumns(subject), year.figures),
    `${word}: ${missing === '' ? '—' : missing}\n`,
    listText(language, stepColumns(titleOf), year.steps),
    listText(language, lineColumns(subject), year.lines),
  ].join('\n');
}

/** Who opened the correction that is under way and why, and what the version in force owes and paid. */
function correctionText(
  language: Language,
  { inForce, version, steps, pools }: YearView,
  titleOf: (id: string) => string,
): readonly string[] {
  const opening = steps.findLast((step) => step.kind === 'corrected' && step.version === version);
  if (inForce === null || opening === undefined) return [];
  const [who, why, at] = [titleOf(opening.by), opening.note, chinaTimeOf(opening.at)];
  const words = {
    zh: `第 ${version} 版更正由 ${who} 于 ${at} 启动，理由：${why}\n批准以前有效的第 ${inForce.version} 版：\n`,
    en: `Correction, version ${version}: opened by ${who} at ${at} because ${why}\nIn force until it is approved, version ${inForce.version}:\n`,
  };
  return [words[language] + listText(language, lineColumns(subjectWords(pools)), inForce.lines)];
}

type Figure = YearView['figures'][number];

function figureColumns(subject: (id: string) => Bilingual): readonly ListColumn<Figure>[] {
  return [
    text('对象', 'subject', (figure) => subject(figure.subject)),
    text('数据项', 'figure', ({ field }) => fieldWords(field)),
    amount('数值', 'value', ({ value }) => valueWords(value)),
    text('来源', 'source', ({ source }) => sourceWords(source)),
  ];
}

function stepColumns(titleOf: (id: string) => string): readonly ListColumn<YearView['steps'][number]>[] {
  return [
    amount('序号', 'no.', ({ sequence }) => sequence),
    text('步骤', 'step', ({ label }) => label),
    amount('版次', 'version', ({ version }) => version),
    text('办理人', 'by', ({ by }) => titleOf(by)),
    instant('时间', 'at', ({ at }) => at),
    text('意见', 'note', ({ note }) => note),
  ];
}

function lineColumns(subject: (id: string) => Bilingual): readonly ListColumn<YearView['lines'][number]>[] {
  return [
    text('款项', 'line', lineWords),
    text('统筹区', 'pool', ({ pool }) => (pool === '' ? null : subject(pool))),
    amount('核定', 'amount', (line) => line.amount),
    amount('应付', 'due', ({ due }) => due),
    amount('已付', 'paid', ({ paid }) => paid),
    amount('待付', 'open', ({ open }) => open),
    text('条款', 'clauses', ({ clauses }) => clauses.join(' ')),
  ];
}

function sourceWords(source: Figure['source']): Bilingual {
  switch (source.kind) {
    case 'ledger': {
      const { block, through } = source;
      return {
        zh: block === null ? `账本，截至第 ${through} 号` : `账本区块 ${block}，截至第 ${through} 号`,
        en: block === null ? `ledger through ${through}` : `ledger block ${block}, through ${through}`,
      };
    }
    case 'matters': {
      const ids = source.matters.join(' ');
      return { zh: `已决定的事项 ${ids}`.trim(), en: `matters decided ${ids}`.trim() };
    }
    case 'budget':
      return { zh: '预算执行', en: 'budget execution' };
    case 'supervision': {
      const cases = source.cases.join(' ');
      return { zh: `监督检查 ${cases}`, en: `supervision ${cases}` };
    }
    case 'attested': {
      const { document, documentHash } = source;
      const hash = documentHash.slice(0, 12);
      return { zh: `材料 ${document} ${hash}`, en: `document ${document} ${hash}` };
    }
  }
}
