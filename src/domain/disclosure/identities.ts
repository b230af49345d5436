import { MONTHS_PER_YEAR } from '#kernel/month';
import { minus, plus, type QuotientIdentity, type SumIdentity, type Term } from '#domain/disclosure/identity';
import type { ItemName } from '#domain/disclosure/items';

function always(
  id: string,
  zh: string,
  en: string,
  total: ItemName,
  ...required: readonly Term[]
): SumIdentity {
  return {
    id,
    label: { zh, en },
    total,
    readings: [{ id: 'by_definition', required, optional: [], complete: true }],
  };
}

/** Lines printed beside the two funds when a page itemises employees' income or expenditure by fund. */
const INCOME_BESIDE_FUNDS: readonly ItemName[] = [
  'large_amount_income',
  'civil_servant_income',
  'interest',
  'superior_subsidy_income',
  'transfer_in',
  'other_income',
];
const EXPENDITURE_BESIDE_FUNDS: readonly ItemName[] = [
  'veteran_cadre',
  'large_amount_expenditure',
  'civil_servant_expenditure',
  'transfer_out',
  'remit_up',
  'other_expenditure',
];

const SOURCES_BESIDE_PREMIUM: readonly ItemName[] = [
  'fiscal_subsidy',
  'interest',
  'transfer_in',
  'other_income',
  'superior_subsidy_income',
];
const USES_BESIDE_BENEFIT: readonly ItemName[] = [
  'catastrophic_insurance',
  'transfer_out',
  'other_expenditure',
  'remit_up',
];

const INCOME_BY_FUND: SumIdentity = {
  id: 'income_by_fund',
  label: {
    zh: '收入 = 统筹 + 个人账户（及并列各项）',
    en: 'income = pool + accounts (and lines beside them)',
  },
  total: 'income',
  readings: [
    {
      id: 'two_funds',
      required: [plus('pool_income'), plus('account_income')],
      optional: [],
      complete: true,
    },
    {
      id: 'funds_and_lines',
      required: [plus('pool_income'), plus('account_income')],
      optional: INCOME_BESIDE_FUNDS,
      complete: true,
    },
  ],
};

const EXPENDITURE_BY_FUND: SumIdentity = {
  id: 'expenditure_by_fund',
  label: {
    zh: '支出 = 统筹 + 个人账户（及并列各项）',
    en: 'expenditure = pool + accounts (and lines beside them)',
  },
  total: 'expenditure',
  readings: [
    {
      id: 'two_funds',
      required: [plus('pool_expenditure'), plus('account_expenditure')],
      optional: [],
      complete: true,
    },
    {
      id: 'funds_and_lines',
      required: [plus('pool_expenditure'), plus('account_expenditure')],
      optional: EXPENDITURE_BESIDE_FUNDS,
      complete: true,
    },
  ],
};

/** The official form prints premiums paid by others as 其中 of the premiums; some pages print them beside. */
const INCOME_BY_SOURCE: SumIdentity = {
  id: 'income_by_source',
  label: { zh: '收入 = 保险费 + 补贴 + 利息等', en: 'income = premiums + subsidy + interest and so on' },
  total: 'income',
  readings: [
    {
      id: 'paid_premiums_within_premium',
      required: [plus('premium')],
      optional: SOURCES_BESIDE_PREMIUM,
      complete: false,
    },
    {
      id: 'paid_premiums_beside_premium',
      required: [plus('premium'), plus('assistance_paid_premium')],
      optional: ['fiscal_paid_premium_for_poor', ...SOURCES_BESIDE_PREMIUM],
      complete: false,
    },
  ],
};

const EXPENDITURE_BY_USE: SumIdentity = {
  id: 'expenditure_by_use',
  label: { zh: '支出 = 待遇 + 大病保险 + 上解等', en: 'expenditure = benefits + other uses' },
  total: 'expenditure',
  readings: [
    { id: 'benefit', required: [plus('benefit')], optional: USES_BESIDE_BENEFIT, complete: false },
    {
      id: 'inpatient_and_outpatient',
      required: [plus('inpatient'), plus('outpatient')],
      optional: USES_BESIDE_BENEFIT,
      complete: false,
    },
  ],
};

function someParts(
  id: string,
  zh: string,
  en: string,
  total: ItemName,
  part: ItemName,
  unless: readonly string[],
): SumIdentity {
  return {
    id,
    label: { zh, en },
    total,
    readings: [{ id: 'a_part', required: [plus(part)], optional: [], complete: false }],
    unless,
  };
}

const INCOME_SUMS = ['income_by_fund', 'income_by_source'];
const EXPENDITURE_SUMS = ['expenditure_by_fund', 'expenditure_by_use'];

/** What must hold between the printed lines of one statement. */
export const SUM_IDENTITIES: readonly SumIdentity[] = [
  INCOME_BY_FUND,
  INCOME_BY_SOURCE,
  someParts(
    'pool_within_income',
    '统筹收入 ≤ 收入',
    'pool income ≤ income',
    'income',
    'pool_income',
    INCOME_SUMS,
  ),
  someParts(
    'received_within_income',
    '上级补助 ≤ 收入',
    'received from above ≤ income',
    'income',
    'superior_subsidy_income',
    INCOME_SUMS,
  ),
  someParts(
    'subsidy_within_income',
    '财政补贴 ≤ 收入',
    'fiscal subsidy ≤ income',
    'income',
    'fiscal_subsidy',
    INCOME_SUMS,
  ),
  EXPENDITURE_BY_FUND,
  EXPENDITURE_BY_USE,
  someParts(
    'pool_within_expenditure',
    '统筹支出 ≤ 支出',
    'pool expenditure ≤ expenditure',
    'expenditure',
    'pool_expenditure',
    EXPENDITURE_SUMS,
  ),
  someParts(
    'remitted_within_expenditure',
    '上解上级 ≤ 支出',
    'remitted above ≤ expenditure',
    'expenditure',
    'remit_up',
    EXPENDITURE_SUMS,
  ),
  {
    id: 'benefit_by_kind',
    label: { zh: '待遇 = 住院 + 门诊', en: 'benefits = inpatient + outpatient' },
    total: 'benefit',
    readings: [
      { id: 'as_listed', required: [plus('inpatient'), plus('outpatient')], optional: [], complete: false },
    ],
  },
  {
    id: 'subsidy_by_level',
    label: { zh: '财政补贴 = 中央 + 省级', en: 'fiscal subsidy = central + provincial' },
    total: 'fiscal_subsidy',
    readings: [
      {
        id: 'as_listed',
        required: [plus('fiscal_central'), plus('fiscal_province')],
        optional: [],
        complete: false,
      },
    ],
  },
  always(
    'current_balance',
    '当期结余 = 收入 − 支出',
    'current balance = income − expenditure',
    'current_balance',
    plus('income'),
    minus('expenditure'),
  ),
  always(
    'pool_current',
    '统筹当期结余 = 统筹收入 − 统筹支出',
    'pool: current = income − expenditure',
    'pool_current',
    plus('pool_income'),
    minus('pool_expenditure'),
  ),
  always(
    'account_current',
    '账户当期结余 = 账户收入 − 账户支出',
    'accounts: current = income − expenditure',
    'account_current',
    plus('account_income'),
    minus('account_expenditure'),
  ),
  always(
    'current_by_fund',
    '当期结余 = 统筹 + 个人账户',
    'current balance = pool + accounts',
    'current_balance',
    plus('pool_current'),
    plus('account_current'),
  ),
  always(
    'cumulative_by_fund',
    '累计结余 = 统筹 + 个人账户',
    'accumulated balance = pool + accounts',
    'cumulative_balance',
    plus('pool_cumulative'),
    plus('account_cumulative'),
  ),
  always(
    'cumulative_from_opening',
    '累计结余 = 上年结余 + 当期结余',
    'accumulated = opening + current',
    'cumulative_balance',
    plus('opening_balance'),
    plus('current_balance'),
  ),
  always(
    'closing_from_opening',
    '年末结余 = 上年结余 + 当期结余',
    'closing = opening + current',
    'closing_balance',
    plus('opening_balance'),
    plus('current_balance'),
  ),
  always(
    'enrolled_by_status',
    '参保 = 在职 + 退休',
    'insured = active + retired',
    'enrolled',
    plus('active'),
    plus('retired'),
  ),
  always(
    'enrolled_by_scheme',
    '参保 = 职工 + 居民',
    'insured = employees + residents',
    'enrolled',
    plus('enrolled_employee'),
    plus('enrolled_resident'),
  ),
];

/** What must hold between a printed ratio and the lines it is of. Months payable as R-2 says. */
export const ACTIVE_TO_RETIRED: QuotientIdentity = {
  id: 'active_to_retired',
  label: { zh: '职退比 = 在职 ÷ 退休', en: 'ratio = active ÷ retired' },
  result: 'active_to_retired',
  dividends: ['active'],
  divisors: ['retired'],
  times: 1n,
};

export const PAYABLE_MONTHS: QuotientIdentity = {
  id: 'payable_months',
  label: { zh: '可支付月数 = 结余 ÷（年支出 ÷ 12）', en: 'months = balance ÷ (expenditure ÷ 12)' },
  result: 'payable_months',
  dividends: ['closing_balance', 'cumulative_balance'],
  divisors: ['expenditure'],
  times: MONTHS_PER_YEAR,
};

export const PAYABLE_MONTHS_OF_POOL: QuotientIdentity = {
  ...PAYABLE_MONTHS,
  dividends: ['pool_cumulative'],
  divisors: ['pool_expenditure'],
};
