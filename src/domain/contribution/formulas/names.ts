import type { NodeName } from '#rules/formula/node';

const named = (name: string, zh: string, en: string): NodeName => ({ name, label: { zh, en } });

/** What each step of a contribution is called where it is explained. */
export const NAMES = {
  base: named('base', '缴费基数', 'Contribution base'),
  employer: named('employer', '单位缴纳', "Employer's premium"),
  employee: named('employee', '个人缴纳', 'Paid by the person'),
  subsidy: named('subsidy', '财政补助', 'Fiscal subsidy'),
  aidPaid: named('aidPaid', '资助缴费', 'Premium paid for the person'),
  toAccount: named('toAccount', '计入个人账户', 'To the personal account'),
  toPool: named('toPool', '计入统筹基金', 'To the pooled fund'),
  monthlyWage: named('input/monthlyWage', '申报的月工资', 'Monthly wage as given'),
  employerKind: named('input/employerKind', '单位类型', 'Kind of employer'),
  personalAccount: named('input/personalAccount', '建立个人账户', 'Has a personal account'),
  tier: named('input/tier', '补助档次', 'Subsidy tier'),
  sex: named('input/sex', '性别', 'Sex'),
  aided: named('input/aided', '属救助对象', 'Receives aid'),
  aid: named('input/aid', '救助类别', 'Category of aid'),
  residencePermit: named('input/residencePermit', '持居住证参保', 'Insured by residence permit'),
  monthsActual: named('input/monthsActual', '实际缴费月数', 'Months actually paid'),
  monthsDeemed: named('input/monthsDeemed', '视同缴费月数', 'Months deemed paid'),
  monthsRequired: named('monthsRequired', '规定的缴费月数', 'Months required'),
  monthsCounted: named('monthsCounted', '累计缴费月数', 'Months counted'),
  monthsMissing: named('monthsMissing', '所缺月数', 'Months missing'),
  topUp: named('topUp', '一次性补缴', 'One-off payment'),
} as const;
