import { findPool, type Pack } from '#rules/pack/pack';

/** Chinese words of the pack format's own codes, for the texts that people read; unknown codes stay as they are. */
export const KIND_WORDS: Readonly<Partial<Record<string, string>>> = {
  exact: '确定值',
  upper_bound: '上限',
  lower_bound: '下限',
  band: '区间',
  delegated: '授权另定',
};

export const UNIT_WORDS: Readonly<Partial<Record<string, string>>> = {
  fen: '元',
  rate: '比例',
  points: '百分点',
  month: '月',
  day: '天',
  year: '年',
  person: '人',
  score: '分',
  multiple: '倍',
  choice: '选项',
};

export const ANCHOR_WORDS: Readonly<Partial<Record<string, string>>> = {
  fund_year: '基金年度',
  contribution_month: '缴费月份',
  coverage_year: '待遇年度',
  event_date: '业务发生日',
};

export const STATUS_WORDS: Readonly<Record<'in_force' | 'draft', string>> = {
  in_force: '施行',
  draft: '征求意见稿',
};

export const CLAUSE_KIND_WORDS: Readonly<Record<string, string>> = {
  rule: '规则',
  control: '管控',
  process: '程序',
  report: '报告',
  platform: '平台',
};

export const RELIABILITY_WORDS: Readonly<Partial<Record<string, string>>> = {
  seed: '原文核对',
  law: '法规',
  official: '官方来源',
  secondary: '转引来源',
  low: '可靠性低',
  own: '本平台假设',
};

const MEMBER_WORDS: Readonly<Partial<Record<string, string>>> = {
  employee: '职工',
  resident: '居民',
  retiree: '退休',
  male: '男',
  female: '女',
  primary: '一级医院',
  secondary: '二级医院',
  tertiary: '三级医院',
  provincial_tertiary: '省属三级医院',
  low: '下限',
  high: '上限',
  small: '缺口小',
  medium: '缺口中',
  large: '缺口大',
  excellent: '优秀',
  good: '良好',
  fair: '合格',
  poor: '不合格',
  class_1: '一类',
  class_2: '二类',
  class_3: '三类',
};

/** A member of an axis, or an end of a band, in words; members that have none stay as coded. */
export function memberWord(pack: Pack, member: string): string {
  return findPool(pack, member)?.name.zh ?? MEMBER_WORDS[member] ?? member;
}

/** A cell in words: `employee/first` → 职工 / first. */
export function cellWords(pack: Pack, cell: string): string {
  return cell
    .split('/')
    .map((member) => memberWord(pack, member))
    .join(' / ');
}

/** The word of a code, or the code itself where it has none. */
export function wordOf(words: Readonly<Partial<Record<string, string>>>, code: string): string {
  return words[code] ?? code;
}
