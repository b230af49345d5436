import { partyName } from '#domain/payout/party-name';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

type Words = readonly [Bilingual, Bilingual];

const RUN = {
  amounts_missing: [
    { zh: '预付须逐家写明金额', en: 'an advance names each payee and amount' },
    { zh: '请补充金额', en: 'give them' },
  ],
  payee_repeated: [
    { zh: '同一对方出现两次', en: 'a payee stands there twice' },
    { zh: '请合并为一行', en: 'make it one line' },
  ],
  too_many_lines: [
    { zh: '一个支付批次的行数过多', en: 'a payment run has too many lines' },
    { zh: '请分成几个批次', en: 'make several runs' },
  ],
  nothing_to_pay: [
    { zh: '没有可支付的款项', en: 'there is nothing that can be paid' },
    { zh: '请核对应付和在途批次', en: 'look at what is owed and at the runs under way' },
  ],
  payee_of_other_kind: [
    { zh: '此用途不付给这类对方', en: 'money of this purpose is not paid to such a payee' },
    { zh: '请核对用途', en: 'check the purpose' },
  ],
  nothing_owed: [
    { zh: '对此对方没有这一用途的应付款', en: 'nothing is owed to this payee for the purpose' },
    { zh: '请核对', en: 'check what is owed' },
  ],
  amount_not_positive: [
    { zh: '金额须大于零', en: 'an amount is not above zero' },
    { zh: '请改正', en: 'correct it' },
  ],
  category_unknown: [
    {
      zh: '应付没有类别（建账前的应付），不随批次整批支付',
      en: 'what is owed is from before the books and has no category',
    },
    {
      zh: '请逐笔写明金额，归入本批次的类别',
      en: 'give the amount, which pays it as the category of the run',
    },
  ],
  above_what_is_owed: [
    { zh: '金额超过应付（已扣除在途批次）', en: 'more than is owed, less what other runs will pay' },
    { zh: '请减少金额', en: 'pay less' },
  ],
} as const satisfies Readonly<Record<string, Words>>;

export type RunFault = keyof typeof RUN;

/** Why a payment run cannot be made, by code. */
export function runRefusal(code: RunFault, at: string): Refusal {
  return worded(RUN[code], code, at, 'NAT-P.11');
}

const STATE = {
  unknown_bank_account: [
    { zh: '没有这个银行账户申请', en: 'there is no such proposed bank account' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_payment_plan: [
    { zh: '没有这个用款计划', en: 'there is no such payment plan' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_payment_run: [
    { zh: '没有这个支付批次', en: 'there is no such payment run' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_interest_notice: [
    { zh: '没有这个利息单', en: 'there is no such notice of interest' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  record_decided: [
    { zh: '已有结论', en: 'it has been decided' },
    { zh: '如有需要请重新提交', en: 'propose it anew if need be' },
  ],
  record_not_approved: [
    { zh: '尚未批准', en: 'it is not approved' },
    { zh: '请先由另一人批准', en: 'have another person approve it first' },
  ],
  proposed_by_same_person: [
    { zh: '提出人不能批准自己提出的事项', en: 'whoever proposed it may not decide' },
    { zh: '请由另一人复核', en: 'have another person decide' },
  ],
  account_number_of_other_role: [
    { zh: '此账号已登记为另一用途', en: 'the number is registered for another role' },
    { zh: '收支两条线，一个账号只有一种用途', en: 'receipts and payments have accounts of their own' },
  ],
  plan_undecided: [
    { zh: '已有一个待批的用款计划', en: 'another payment plan waits for its decision' },
    { zh: '请先批准或退回', en: 'have it approved or rejected first' },
  ],
  plan_empty: [
    { zh: '没有需要拨付的款项', en: 'there is nothing to be funded' },
    { zh: '请核对应付和预计数', en: 'look at what is owed and expected' },
  ],
  plan_withdrawn: [
    { zh: '该计划已撤回', en: 'the plan has been taken back' },
    { zh: '请另行编制', en: 'draft another one' },
  ],
  payment_year_over: [
    { zh: '该年 12 月已结账', en: 'December of the year is closed' },
    { zh: '请选未结账的年度', en: 'choose a year whose books are open' },
  ],
  proposed_by_another: [
    { zh: '批准前只有提出人可以撤回', en: 'before it is decided, only who proposed it takes it back' },
    {
      zh: '请由提出人撤回，或由另一人退回',
      en: 'have the proposer take it back, or another person reject it',
    },
  ],
  plan_funded: [
    { zh: '该计划已经拨付', en: 'the plan has been funded' },
    { zh: '请核对', en: 'check it' },
  ],
  fund_has_no_payments: [
    { zh: '调剂金不办理支付和拨付', en: 'an adjustment fund pays nobody and has no payment plan' },
    { zh: '请选统筹区', en: 'choose a pool' },
  ],
  type_not_of_purpose: [
    { zh: '该险种没有这一用途', en: 'the insurance type has no payments of this purpose' },
    { zh: '请核对险种', en: 'check the insurance type' },
  ],
  category_not_fitting: [
    { zh: '待遇类别缺失或多余', en: 'the category of benefit is missing or not wanted' },
    { zh: '待遇支付和冲抵须写明类别，其他不写', en: 'benefits and set-offs name one, nothing else does' },
  ],
  expenditure_account_missing: [
    { zh: '没有经复核的支出户', en: 'the pool has no confirmed expenditure account' },
    { zh: '请先登记并复核', en: 'register one and have it confirmed' },
  ],
  owed_less_meanwhile: [
    { zh: '批准之后应付减少，已低于本批次', en: 'less is owed by now than the run would pay' },
    { zh: '请另立批次', en: 'make another run' },
  ],
  payee_changed_meanwhile: [
    {
      zh: '批次提出之后收款账户已变更',
      en: 'the bank account of a payee has changed since the run was proposed',
    },
    { zh: '请退回后另立批次', en: 'make another run' },
  ],
  run_withdrawn: [
    { zh: '该批次已撤回', en: 'the run has been withdrawn' },
    { zh: '请另立批次', en: 'make another run' },
  ],
  run_sent: [
    { zh: '该批次已经送出', en: 'the run has been sent' },
    { zh: '送出的批次不能撤回', en: 'what was sent cannot be withdrawn' },
  ],
  reason_not_given: [
    { zh: '没有写明原因', en: 'no reason is given' },
    { zh: '请写明', en: 'give it' },
  ],
  run_not_sent: [
    { zh: '该批次尚未送出', en: 'the run has not been sent' },
    { zh: '请先送出', en: 'send it first' },
  ],
  no_bank_file: [
    { zh: '冲抵不经银行，没有银行文件', en: 'a set-off goes through no bank and has no file' },
    { zh: '无须导出', en: 'nothing is to be exported' },
  ],
  month_already_closed: [
    { zh: '该月已经结账', en: 'the month is closed' },
    { zh: '结账前划转；以后的月份另行划转', en: 'sweep before closing; sweep a later month' },
  ],
  month_before_books: [
    { zh: '该月尚未建账', en: 'the books begin after this month' },
    { zh: '请选建账后的月份', en: 'choose a later month' },
  ],
  account_overdrawn: [
    { zh: '账户余额为负', en: 'the account holds less than nothing' },
    { zh: '请查找记错的事项并更正', en: 'look for what was posted wrongly and correct it' },
  ],
  interest_period_wrong: [
    { zh: '计息期起止不对', en: 'the period of the interest is not one' },
    { zh: '请核对起止日期', en: 'check its first and last day' },
  ],
  interest_period_taken: [
    {
      zh: '该账户这一计息期（或其中一部分）已有利息单',
      en: 'the account has a notice for days of this period',
    },
    { zh: '请核对利息单', en: 'check the notices' },
  ],
  no_balance_to_share_by: [
    { zh: '计息期内没有余额，无从分摊', en: 'nothing lay in the account to share the interest by' },
    { zh: '请核对账户和计息期', en: 'check the account and the period' },
  ],
  account_without_interest: [
    { zh: '该账户不计利息', en: 'this account earns no interest' },
    {
      zh: '利息单只用于收入户、支出户和财政专户',
      en: 'notices are of income, expenditure or special account',
    },
  ],
} as const satisfies Readonly<Record<string, Words>>;

export type FlowFault = keyof typeof STATE;

/** Why something of accounts and flows cannot be done in the state that it is in. */
export function flowRefusal(code: FlowFault, at: string, clause?: string): Refusal {
  return worded(STATE[code], code, at, clause);
}

/** A payee that cannot be paid: no bank account of his is confirmed. */
export function noBankDetails(payee: string): Refusal {
  const { zh, en } = partyName(payee);
  return {
    code: 'bank_details_missing',
    at: payee,
    what: { zh: `${zh} 没有经复核的收款账户`, en: `${en} has no confirmed bank account` },
    next: {
      zh: '请登记收款账户并由另一人复核',
      en: 'register it and have another person confirm it',
    },
  };
}

/** A payee from whose account the bank sent a payment back (NAT-28.7); it is paid to no more. */
export function sentBackRefusal(payee: string, number: string, reason: string): Refusal {
  const { zh, en } = partyName(payee);
  return {
    code: 'bank_details_not_corrected',
    at: payee,
    clause: 'NAT-28.7',
    what: {
      zh: `${zh} 的收款账户 ${number} 已停用：银行退回（${reason}）`,
      en: `the account ${number} of ${en} is out of use: the bank sent a payment back (${reason})`,
    },
    next: {
      zh: '请为其登记另一收款账户并由另一人复核，然后支付',
      en: 'register another account, have another person confirm it, then pay',
    },
  };
}

function worded([what, next]: Words, code: string, at: string, clause: string | undefined): Refusal {
  return { code, at, ...(clause === undefined ? {} : { clause }), what, next };
}
