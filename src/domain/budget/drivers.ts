import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Unit } from '#rules/value/quantity';

/** A figure that a budget is estimated from. */
export interface DriverKind {
  readonly label: Bilingual;
  readonly unit: Extract<Unit, 'person' | 'fen' | 'rate' | 'multiple'>;
}

/** The drivers of estimates, by id. A multiple of 1 means no change, one below 1 a decrease. */
export const DRIVERS = {
  insured: { label: { zh: '参保人数', en: 'insured persons' }, unit: 'person' },
  insured_prior: { label: { zh: '上年参保人数', en: 'insured persons of last year' }, unit: 'person' },
  contributors: { label: { zh: '缴费人数', en: 'contributors' }, unit: 'person' },
  contribution_base: { label: { zh: '年人均缴费工资', en: 'mean yearly wage of contributors' }, unit: 'fen' },
  pooled_rate: { label: { zh: '划入统筹基金的费率', en: 'rate into the pooled fund' }, unit: 'rate' },
  account_rate: { label: { zh: '划入个人账户的费率', en: 'rate into personal accounts' }, unit: 'rate' },
  collection_rate: { label: { zh: '征缴率', en: 'collection rate' }, unit: 'rate' },
  personal_fee: { label: { zh: '个人缴费标准', en: 'personal premium' }, unit: 'fen' },
  subsidy_per_head: { label: { zh: '人均财政补助', en: 'fiscal subsidy a head' }, unit: 'fen' },
  large_expense_per_head: {
    label: { zh: '人均大病保险费', en: 'large-expense premium a head' },
    unit: 'fen',
  },
  interest_rate: { label: { zh: '存款年利率', en: 'yearly interest on deposits' }, unit: 'rate' },
  cost_index: {
    label: { zh: '控费目标：费用为上年的倍数', en: 'cost target: cost as a multiple of last year' },
    unit: 'multiple',
  },
  elderly_share: { label: { zh: '老年人占比', en: 'share of the elderly' }, unit: 'rate' },
  elderly_share_prior: {
    label: { zh: '上年老年人占比', en: 'share of the elderly last year' },
    unit: 'rate',
  },
  elderly_cost_ratio: {
    label: { zh: '老年人与其他人的人均费用之比', en: 'cost of an elderly person as a multiple of another' },
    unit: 'multiple',
  },
  benefit_index: {
    label: { zh: '待遇调整：支出为调整前的倍数', en: 'change of benefits: spending as a multiple of before' },
    unit: 'multiple',
  },
  account_index: {
    label: { zh: '个人账户支出为上年的倍数', en: 'spending of accounts as a multiple of last year' },
    unit: 'multiple',
  },
  other_index: {
    label: { zh: '转移和其他收支为上年的倍数', en: 'transfers and other items as a multiple of last year' },
    unit: 'multiple',
  },
} as const satisfies Readonly<Record<string, DriverKind>>;

export type DriverId = keyof typeof DRIVERS;

export function isDriverId(text: string): text is DriverId {
  return Object.hasOwn(DRIVERS, text);
}

/** The method by which a line is estimated; a missing input is named, never assumed. */
export type EstimateMethod =
  /** Number of persons × amount per person × rates. */
  | { readonly kind: 'product'; readonly of: readonly DriverId[] }
  /** Last year's figure carried on by factors. */
  | { readonly kind: 'carried'; readonly by: readonly EstimateFactor[] }
  /** A share of the balance at the start of the year. */
  | { readonly kind: 'of_opening'; readonly rate: DriverId }
  /** No formula: the amount is decided elsewhere and given with its source. */
  | { readonly kind: 'given' };

/** `enrolment`: persons over last year's; `age`: the older are more costly; a driver stands for itself. */
export type EstimateFactor = 'enrolment' | 'age' | DriverId;

const GIVEN: EstimateMethod = { kind: 'given' };
const INTEREST: EstimateMethod = { kind: 'of_opening', rate: 'interest_rate' };
const OTHER: EstimateMethod = { kind: 'carried', by: ['other_index'] };
const BENEFITS: EstimateMethod = { kind: 'carried', by: ['enrolment', 'age', 'cost_index', 'benefit_index'] };
const LARGE_EXPENSE: EstimateMethod = { kind: 'product', of: ['insured', 'large_expense_per_head'] };

const PREMIUM = {
  'employee/pooled': {
    kind: 'product',
    of: ['contributors', 'contribution_base', 'pooled_rate', 'collection_rate'],
  },
  'employee/account': {
    kind: 'product',
    of: ['contributors', 'contribution_base', 'account_rate', 'collection_rate'],
  },
  'resident/pooled': { kind: 'product', of: ['insured', 'personal_fee'] },
} as const satisfies Readonly<Record<string, EstimateMethod>>;

/**
 * Chooses the method of a line of a pool's table. Spending follows last year's, enrolment, age, the cost target and
 * changes of benefits; premiums follow persons and wages; levies, allocations and employees' subsidies are decided
 * elsewhere.
 */
export function methodOf(
  line: { readonly account: string },
  type: InsuranceType,
  part: 'pooled' | 'account',
): EstimateMethod {
  switch (line.account) {
    case '4001':
      return type === 'resident' ? PREMIUM['resident/pooled'] : PREMIUM[`employee/${part}`];
    case '4101':
      return type === 'resident' ? { kind: 'product', of: ['insured', 'subsidy_per_head'] } : GIVEN;
    case '4201':
      return INTEREST;
    case '5001':
      return part === 'account' ? { kind: 'carried', by: ['account_index'] } : BENEFITS;
    case '5101':
      return LARGE_EXPENSE;
    case '4301':
    case '4501':
    case '5201':
    case '5401':
      return OTHER;
    default:
      return GIVEN;
  }
}
