import { TYPE_WORDS, wordOf } from '#application/rendering/record-words';
import { BEARER_LABELS } from '#domain/adjustment/bearer-labels';
import { AMOUNT_LABELS } from '#domain/adjustment/open-year';
import { FUND_SUBJECT } from '#domain/adjustment-year/figure';
import { LINE_WORDS } from '#domain/adjustment-year/refusals';
import type { Bilingual } from '#kernel/bilingual';

type Words = Readonly<Record<string, Bilingual>>;

export const FIELD_WORDS: Words = {
  ...AMOUNT_LABELS,
  emergencyCause: { zh: '紧急事由', en: 'Cause of the emergency' },
  insured: { zh: '参保人数', en: 'Insured persons' },
  assessmentScore: { zh: '考核得分', en: 'Assessment score' },
  gapCause: { zh: '缺口成因', en: 'Cause of the gap' },
  kind: { zh: '县区类别', en: 'Kind of county' },
  class: { zh: '分类档次', en: 'Class' },
  levyPaid: { zh: '及时足额上解', en: 'Levy paid in time and in full' },
  breachesCorrected: { zh: '违规问题已整改', en: 'Breaches corrected' },
  budgetMet: { zh: '预算收支达标', en: 'Budget met' },
  budgetException: { zh: '预算未达标的例外', en: 'Exception to a missed budget' },
  enrolmentMet: { zh: '完成参保任务', en: 'Enrolment task met' },
  subsidyPaid: { zh: '财政补助及时到位', en: 'Subsidies paid in time' },
  interest: { zh: '利息收入', en: 'Interest' },
  otherIncome: { zh: '其他收入', en: 'Other income' },
  reserveHeld: { zh: '已提风险储备', en: 'Risk reserve held' },
};

export const VALUE_WORDS: Words = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  policy: { zh: '政策调整', en: 'change of policy' },
  emergency: { zh: '突发应急支付', en: 'sudden emergency' },
  proper: { zh: '其他合理支出', en: 'other proper spending' },
  dependency: { zh: '赡养比上升', en: 'more pensioners per contributor' },
  other: { zh: '其他', en: 'other' },
  public_health: { zh: '公共卫生突发事件', en: 'public-health emergency' },
  county: { zh: '县（市）', en: 'county' },
  district: { zh: '市辖区', en: 'urban district' },
};

export const STAGE_WORDS: Words = {
  ...BEARER_LABELS,
  recovery_return: { zh: '追回返还', en: 'recoveries' },
  normal: { zh: '正常调剂', en: 'normal' },
  emergency: { zh: '紧急调剂', en: 'emergency' },
  incentive: { zh: '激励调剂', en: 'incentive' },
  gap_share: { zh: '缺口分担', en: 'gap share' },
  reserve_release: { zh: '风险储备动用', en: 'reserve release' },
  distribution: { zh: '调剂金分配', en: 'distribution' },
  full_pooling: { zh: '全额拨付', en: 'full pooling' },
  epidemic: { zh: '疫情', en: 'epidemic' },
  disaster: { zh: '灾害', en: 'disaster' },
  sudden: { zh: '其他突发情况', en: 'other sudden event' },
};

/** The cases in which a field's name ends with whose or what for: `recovery.east`, `release.epidemic`. */
const FIELDS_OF: Words = {
  recovery: { zh: '追回（参保地 {of}）', en: 'Recovery for the insured of {of}' },
  release: { zh: '风险储备动用（{of}）', en: 'Release of the risk reserve ({of})' },
};

/** A figure of a year by its field, as the forms name it. */
export function fieldWords(field: string): Bilingual {
  const [head = '', ...rest] = field.split('.');
  const frame = FIELDS_OF[head];
  if (frame === undefined || rest.length === 0) return wordOf(FIELD_WORDS, field);
  const of = wordOf(STAGE_WORDS, rest.join('.'));
  return { zh: frame.zh.replace('{of}', of.zh), en: frame.en.replace('{of}', of.en) };
}

/** The value of a figure: a choice or a truth in words, anything else as it is. */
export function valueWords(value: string): Bilingual {
  return wordOf(VALUE_WORDS, value);
}

/** Whose a figure is: a pool by its name, or the adjustment fund. */
export function subjectWords(names: readonly { readonly id: string; readonly name: Bilingual }[]) {
  return (subject: string): Bilingual => {
    if (subject === FUND_SUBJECT) return { zh: '调剂金', en: 'the fund' };
    return names.find(({ id }) => id === subject)?.name ?? { zh: subject, en: subject };
  };
}

/** A line by its kind and, where it has one, its stage, bearer or cause: 下拨 · 正常调剂. */
export function lineWords({
  id,
  kind,
  pool,
}: {
  readonly id: string;
  readonly kind: string;
  readonly pool: string;
}) {
  const parts = id.split('/').slice(1);
  const details = (pool === '' ? parts : parts.slice(0, -1)).map((one) => wordOf(STAGE_WORDS, one));
  const words = [wordOf(LINE_WORDS, kind), ...details];
  return { zh: words.map(({ zh }) => zh).join(' · '), en: words.map(({ en }) => en).join(' · ') };
}

/** Where a year stands: while a correction is under way the version in force binds, and both are told. */
export function standingWords({
  phaseLabel,
  inForce,
}: {
  readonly phaseLabel: Bilingual;
  readonly inForce: { readonly phaseLabel: Bilingual } | null;
}): Bilingual {
  if (inForce === null) return phaseLabel;
  const now = inForce.phaseLabel;
  return {
    zh: `${now.zh} · 更正进行中（${phaseLabel.zh}）`,
    en: `${now.en} · correction under way (${phaseLabel.en})`,
  };
}

/** A year as it is headed: fund, insurance type, year and version. */
export function yearTitle({
  fund,
  insuranceType,
  year,
  version,
}: {
  readonly fund: string;
  readonly insuranceType: string;
  readonly year: number;
  readonly version: number;
}): Bilingual {
  const type = wordOf(TYPE_WORDS, insuranceType);
  return {
    zh: `${fund} ${year} 年度${type.zh}调剂 第 ${version} 版`,
    en: `${fund} ${year} adjustment, ${type.en}, version ${version}`,
  };
}
