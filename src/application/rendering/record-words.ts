import { listRoles } from '#application/identity/list-roles';
import type { Bilingual } from '#kernel/bilingual';

type Words = Readonly<Record<string, Bilingual>>;

export const TYPE_WORDS: Words = {
  employee: { zh: '职工医保', en: 'employees' },
  resident: { zh: '居民医保', en: 'residents' },
};

/** What became of a request; `null` is told by `decisionWord`. */
export const DECISION_WORDS: Words = {
  approved: { zh: '已批准', en: 'approved' },
  rejected: { zh: '未批准', en: 'rejected' },
  granted: { zh: '同意', en: 'granted' },
  refused: { zh: '不同意', en: 'refused' },
};

export const ENDED_WORDS: Words = {
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  lapsed: { zh: '已过期（年度已结账）', en: 'lapsed (its year is closed)' },
};

export const ACCOUNT_ROLE_WORDS: Words = {
  income: { zh: '收入户', en: 'income account' },
  treasury: { zh: '国库', en: 'treasury' },
  special: { zh: '财政专户', en: 'special account' },
  expenditure: { zh: '支出户', en: 'expenditure account' },
  payee: { zh: '收款方账户', en: 'account of a payee' },
};

export const PURPOSE_WORDS: Words = {
  benefit: { zh: '待遇支付', en: 'benefits' },
  large_expense: { zh: '大病保险保费', en: 'large-expense premiums' },
  refund: { zh: '退费', en: 'refunds' },
  transfer_out: { zh: '转移支出', en: 'transfers out' },
  prepayment: { zh: '预付金', en: 'advance to an institution' },
  set_off: { zh: '预付金冲抵', en: 'set-off of advances' },
  advance: { zh: '待冲抵预付金', en: 'advance to be set off' },
  returned: { zh: '退回再付', en: 'returned payments, paid again' },
};

export const ANSWER_WORDS: Words = {
  paid: { zh: '已付', en: 'paid' },
  rejected: { zh: '退回', en: 'sent back' },
};

export const BOOK_WORDS: Words = {
  cash: { zh: '现金账', en: 'cash book' },
  obligation: { zh: '往来账', en: 'book of obligations' },
};

export const FUND_WORDS: Words = {
  pooled: { zh: '统筹基金', en: 'pooled fund' },
  account: { zh: '个人账户', en: 'personal accounts' },
  unsplit: { zh: '待分摊', en: 'not yet split' },
  fund: { zh: '调剂金', en: 'adjustment fund' },
};

export const MONEY_SOURCE_WORDS: Words = {
  current: { zh: '当期资金', en: 'current money' },
  pre_pooling: { zh: '统筹前结余', en: 'from before pooling' },
  adjustment: { zh: '调剂金', en: 'adjustment fund' },
  risk_reserve: { zh: '风险储备', en: 'risk reserve' },
};

export const MATTER_WORDS: Words = {
  emergency: { zh: '紧急调剂申请', en: 'emergency application' },
  adoption: { zh: '采纳授权数值', en: 'adoption of a delegated figure' },
  handover: { zh: '统筹前结余移交', en: 'handover of an old balance' },
  assessment: { zh: '年度考核', en: 'yearly assessment' },
  remittance: { zh: '年度内上划', en: 'remittance within the year' },
  funding: { zh: '年度内拨付', en: 'funding within the year' },
};

export const GRANT_WORDS: Words = {
  requested: { zh: '待确认', en: 'to be confirmed' },
  confirmed: { zh: '有效', en: 'in effect' },
  refused: { zh: '未同意', en: 'refused' },
  ended: { zh: '已停止', en: 'ended' },
};

export const FINDING_WORDS: Words = {
  justified: { zh: '属于急需', en: 'justified' },
  unjustified: { zh: '不属于急需', en: 'not justified' },
};

export const CASE_WORDS: Words = {
  open: { zh: '检查中', en: 'examining' },
  rectifying: { zh: '待整改', en: 'to be rectified' },
  rectified: { zh: '已整改', en: 'rectified' },
  closed: { zh: '已办结', en: 'closed' },
};

export const RISK_WORDS: Words = {
  proposed: { zh: '待确认', en: 'to be confirmed' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  rejected: { zh: '已退回', en: 'returned' },
};

export const LEVEL_WORDS: Words = {
  in_order: { zh: '正常', en: 'in order' },
  notice: { zh: '提示', en: 'notice' },
  warning: { zh: '预警', en: 'warning' },
};

export const STATEMENT_WORDS: Words = {
  proposed: { zh: '待复核', en: 'waiting' },
  published: { zh: '已发布', en: 'published' },
  rejected: { zh: '已退回', en: 'returned' },
};

/** Whose statement: of a pool, of the fund alone, or of the fund with its pools. */
export const SUBJECT_WORDS: Words = {
  pool: { zh: '统筹区', en: 'pool' },
  fund: { zh: '调剂金', en: 'adjustment fund' },
  group: { zh: '汇总', en: 'consolidated' },
};

const { roles, departments } = listRoles();
export const ROLE_WORDS = labelsOf(roles);
export const DEPARTMENT_WORDS = labelsOf(departments);

/** The word for a code; a code without one, as a pack may have its own, is shown as it is. */
export function wordOf(words: Words, code: string): Bilingual {
  return words[code] ?? { zh: code, en: code };
}

/** What another person said to a record, or that it waits. */
export function decisionWord(decision: string | null): Bilingual {
  return decision === null ? { zh: '待复核', en: 'waiting' } : wordOf(DECISION_WORDS, decision);
}

function labelsOf(
  listed: readonly { readonly id: string; readonly label: Bilingual }[],
): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries(listed.map(({ id, label }) => [id, label]));
}
