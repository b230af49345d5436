import type { Bilingual } from '#kernel/bilingual';

/** The fields of a statement's line that a column may hold. */
export const STATEMENT_FIELDS = [
  'date',
  'receipt',
  'payment',
  'amount',
  'direction',
  'balance',
  'reference',
  'counterparty',
  'summary',
] as const;

export type StatementField = (typeof STATEMENT_FIELDS)[number];

/**
 * The layout of a bank's or office's statements: the heading of each field. Other headings are ignored. Amounts stand
 * in `receipt` and `payment`, or in `amount` with a sign or a `direction`.
 */
export interface StatementProfile {
  readonly columns: Readonly<Partial<Record<StatementField, string>>>;
  /** Words of the column `direction` that mean received. */
  readonly receiptWords: readonly string[];
  readonly paymentWords: readonly string[];
  /** Whether amounts are written like 1,234.50. */
  readonly thousands: boolean;
  /** Words in the first cell of the row of totals below the lines. */
  readonly totalWords: readonly string[];
}

/**
 * Common statement layouts. Another layout needs no code: its profile is given with the file. On a bank's statement the
 * credit side (贷方) is money received.
 */
export const PROFILES: Readonly<Record<string, StatementProfile & { readonly name: Bilingual }>> = {
  plain: {
    name: { zh: '本平台格式', en: 'this platform’s own' },
    columns: {
      date: 'date',
      amount: 'amount',
      direction: 'direction',
      balance: 'balance',
      reference: 'reference',
      counterparty: 'counterparty',
      summary: 'summary',
    },
    receiptWords: ['receipt'],
    paymentWords: ['payment'],
    thousands: false,
    totalWords: [],
  },
  bank_two_columns: {
    name: { zh: '银行对账单（借贷两栏）', en: 'bank statement with two columns of amounts' },
    columns: {
      date: '交易日期',
      payment: '借方发生额',
      receipt: '贷方发生额',
      balance: '余额',
      reference: '凭证号',
      counterparty: '对方户名',
      summary: '摘要',
    },
    receiptWords: [],
    paymentWords: [],
    thousands: true,
    totalWords: ['合计', '本月合计'],
  },
  bank_marked: {
    name: { zh: '银行对账单（借贷标志）', en: 'bank statement with a mark of the side' },
    columns: {
      date: '交易日期',
      amount: '交易金额',
      direction: '借贷标志',
      balance: '账户余额',
      reference: '流水号',
      counterparty: '对方户名',
      summary: '摘要',
    },
    receiptWords: ['贷', 'C'],
    paymentWords: ['借', 'D'],
    thousands: true,
    totalWords: ['合计', '本月合计'],
  },
  treasury: {
    name: { zh: '国库收支明细', en: 'treasury receipts and sweeps' },
    columns: {
      date: '入库日期',
      receipt: '入库金额',
      payment: '划出金额',
      balance: '余额',
      reference: '凭证号码',
      counterparty: '缴款单位',
      summary: '预算科目',
    },
    receiptWords: [],
    paymentWords: [],
    thousands: true,
    totalWords: ['合计'],
  },
  tax_levied: {
    name: { zh: '税务征收明细', en: 'premiums levied by tax' },
    columns: {
      date: '征收日期',
      receipt: '实征金额',
      reference: '税票号码',
      counterparty: '缴费人',
      summary: '征收品目',
    },
    receiptWords: [],
    paymentWords: [],
    thousands: true,
    totalWords: ['合计'],
  },
};
