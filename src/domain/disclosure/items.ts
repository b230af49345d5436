import type { Bilingual } from '#kernel/bilingual';
import type { FigureKind } from '#domain/disclosure/units';

interface Item {
  readonly kind: FigureKind;
  readonly label: Bilingual;
}

function item(kind: FigureKind, zh: string, en: string): Item {
  return { kind, label: { zh, en } };
}

/** The lines that official pages on a fund print, by the ids that the data file uses. */
const ITEMS = {
  income: item('money', '基金收入', 'income'),
  pool_income: item('money', '统筹基金收入', 'income of the pool'),
  account_income: item('money', '个人账户收入', 'income of the personal accounts'),
  premium: item('money', '保险费收入', 'premiums'),
  assistance_paid_premium: item('money', '医疗救助资助参保', 'premiums paid by medical assistance'),
  fiscal_paid_premium_for_poor: item('money', '财政代缴保险费', 'premiums paid by the treasury for the poor'),
  fiscal_subsidy: item('money', '财政补贴', 'fiscal subsidy'),
  fiscal_central: item('money', '中央财政补贴', 'central fiscal subsidy'),
  fiscal_province: item('money', '省级财政补贴', 'provincial fiscal subsidy'),
  interest: item('money', '利息收入', 'interest'),
  transfer_in: item('money', '转移收入', 'transfers in'),
  other_income: item('money', '其他收入', 'other income'),
  superior_subsidy_income: item('money', '上级补助收入', 'received from the level above'),
  large_amount_income: item('money', '大额医疗补助收入', 'large-amount scheme, income'),
  civil_servant_income: item('money', '公务员医疗补助收入', 'civil servants’ scheme, income'),
  expenditure: item('money', '基金支出', 'expenditure'),
  pool_expenditure: item('money', '统筹基金支出', 'expenditure of the pool'),
  account_expenditure: item('money', '个人账户支出', 'expenditure of the personal accounts'),
  benefit: item('money', '待遇支出', 'benefits'),
  inpatient: item('money', '住院支出', 'inpatient benefits'),
  outpatient: item('money', '门诊支出', 'outpatient benefits'),
  catastrophic_insurance: item('money', '大病保险支出', 'critical-illness insurance'),
  transfer_out: item('money', '转移支出', 'transfers out'),
  other_expenditure: item('money', '其他支出', 'other expenditure'),
  remit_up: item('money', '上解上级支出', 'remitted to the level above'),
  large_amount_expenditure: item('money', '大额医疗补助支出', 'large-amount scheme, expenditure'),
  civil_servant_expenditure: item('money', '公务员医疗补助支出', 'civil servants’ scheme, expenditure'),
  veteran_cadre: item('money', '离休人员支出', 'retired veteran cadres'),
  current_balance: item('money', '当期结余', 'current balance'),
  pool_current: item('money', '统筹基金当期结余', 'current balance of the pool'),
  account_current: item('money', '个人账户当期结余', 'current balance of the personal accounts'),
  opening_balance: item('money', '上年结余', 'opening balance'),
  cumulative_balance: item('money', '累计结余', 'accumulated balance'),
  closing_balance: item('money', '年末滚存结余', 'closing balance'),
  pool_cumulative: item('money', '统筹基金累计结余', 'accumulated balance of the pool'),
  account_cumulative: item('money', '个人账户累计结余', 'accumulated balance of the personal accounts'),
  budget_income: item('money', '收入预算', 'budgeted income'),
  budget_expenditure: item('money', '支出预算', 'budgeted expenditure'),
  enrolled: item('persons', '参保人数', 'insured persons'),
  enrolled_employee: item('persons', '职工参保人数', 'insured employees'),
  enrolled_resident: item('persons', '居民参保人数', 'insured residents'),
  active: item('persons', '在职人数', 'active persons'),
  retired: item('persons', '退休人数', 'retired persons'),
  active_to_retired: item('ratio', '职退比', 'active to retired'),
  payable_months: item('months', '可支付月数', 'months payable'),
  income_growth: item('percent', '收入增长', 'growth of income'),
  expenditure_growth: item('percent', '支出增长', 'growth of expenditure'),
  income_vs_budget: item('percent', '收入完成预算', 'income against budget'),
  expenditure_vs_budget: item('percent', '支出完成预算', 'expenditure against budget'),
} as const satisfies Readonly<Record<string, Item>>;

export type ItemName = keyof typeof ITEMS;

export function isItemName(text: string): text is ItemName {
  return Object.hasOwn(ITEMS, text);
}

export function itemNamed(name: ItemName): Item {
  return ITEMS[name];
}
