import { partyName } from '#domain/payout/party-name';
import type { Refusal } from '#kernel/decision';
import { refusalOf, type RefusalWords } from '#kernel/refusal-words';

const RUN = {
  amounts_missing: [
    { zh: '预付须逐家写明金额', en: 'an advance must list every payee with an amount' },
    { zh: '请补充金额', en: 'add the amounts' },
  ],
  payee_repeated: [
    { zh: '同一对方出现两次', en: 'the same payee is listed twice' },
    { zh: '请合并为一行', en: 'merge the two lines' },
  ],
  too_many_lines: [
    { zh: '一个支付批次的行数过多', en: 'a payment run has too many lines' },
    { zh: '请分成几个批次', en: 'split it into several runs' },
  ],
  nothing_to_pay: [
    { zh: '没有可支付的款项', en: 'there is nothing to pay' },
    { zh: '请核对应付和在途批次', en: 'check the open obligations and the runs under way' },
  ],
  payee_of_other_kind: [
    { zh: '此用途不付给这类对方', en: 'payments of this purpose do not go to this kind of payee' },
    { zh: '请核对用途', en: 'check the purpose' },
  ],
  nothing_owed: [
    { zh: '对此对方没有这一用途的应付款', en: 'nothing is owed to this payee for the purpose' },
    { zh: '请核对', en: 'check the open obligations' },
  ],
  amount_not_positive: [
    { zh: '金额须大于零', en: 'the amount must be above zero' },
    { zh: '请改正', en: 'correct the amount' },
  ],
  category_unknown: [
    {
      zh: '应付没有类别（建账前的应付），不随批次整批支付',
      en: 'the obligation dates from before the books and has no category, so a run does not pay it as a whole',
    },
    {
      zh: '请逐笔写明金额，归入本批次的类别',
      en: 'give its amount; it is then paid under the category of the run',
    },
  ],
  above_what_is_owed: [
    {
      zh: '金额超过应付（已扣除在途批次）',
      en: 'the amount exceeds what is owed, less what other runs under way will pay',
    },
    { zh: '请减少金额', en: 'reduce the amount' },
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

export type RunFault = keyof typeof RUN;

/** Refuses a proposed payment run. */
export function runRefusal(code: RunFault, at: string): Refusal {
  return refusalOf(RUN[code], code, at, { clause: 'NAT-P.11' });
}

const STATE = {
  unknown_bank_account: [
    { zh: '没有这个银行账户申请', en: 'no bank account was proposed under this id' },
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
    { zh: '没有这个利息单', en: 'there is no such interest notice' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  record_decided: [
    { zh: '已有结论', en: 'a decision has already been recorded' },
    { zh: '如有需要请重新提交', en: 'if necessary, make a new proposal' },
  ],
  record_not_approved: [
    { zh: '尚未批准', en: 'it has not been approved' },
    { zh: '请先由另一人批准', en: 'have another person approve it first' },
  ],
  same_person: [
    { zh: '提出人不能批准自己提出的事项', en: 'the proposer may not decide' },
    { zh: '请由另一人复核', en: 'have another person decide' },
  ],
  account_number_of_other_role: [
    { zh: '此账号已登记为另一用途', en: 'the account number is already registered for another role' },
    {
      zh: '收支两条线，一个账号只有一种用途',
      en: 'receipts and payments use separate accounts: give another account',
    },
  ],
  plan_undecided: [
    { zh: '已有一个待批的用款计划', en: 'another payment plan is waiting for a decision' },
    { zh: '请先批准或退回', en: 'have it approved or rejected first' },
  ],
  plan_empty: [
    { zh: '没有需要拨付的款项', en: 'there is nothing to fund' },
    { zh: '请核对应付和预计数', en: 'check the open obligations and the expected payments' },
  ],
  plan_withdrawn: [
    { zh: '该计划已撤回', en: 'the plan has been withdrawn' },
    { zh: '请另行编制', en: 'draft a new plan' },
  ],
  payment_year_over: [
    { zh: '该年 12 月已结账', en: 'December of the year is closed' },
    { zh: '请选未结账的年度', en: 'choose a year whose books are open' },
  ],
  proposed_by_another: [
    { zh: '批准前只有提出人可以撤回', en: 'before the decision only the proposer can withdraw it' },
    {
      zh: '请由提出人撤回，或由另一人退回',
      en: 'have the proposer withdraw it, or another person reject it',
    },
  ],
  plan_funded: [
    { zh: '该计划已经拨付', en: 'the plan has been funded' },
    { zh: '请核对', en: 'check the plan' },
  ],
  fund_has_no_payments: [
    { zh: '调剂金不办理支付和拨付', en: 'an adjustment fund has no payment runs and no payment plans' },
    { zh: '请选统筹区', en: 'choose a pool' },
  ],
  type_not_of_purpose: [
    { zh: '该险种没有这一用途', en: 'the insurance type has no payments of this purpose' },
    { zh: '请核对险种', en: 'check the insurance type' },
  ],
  category_not_fitting: [
    { zh: '待遇类别缺失或多余', en: 'a benefit category is missing, or was given where none applies' },
    {
      zh: '待遇支付和冲抵须写明类别，其他不写',
      en: 'give a category for benefits and set-offs, and for nothing else',
    },
  ],
  expenditure_account_missing: [
    { zh: '没有经复核的支出户', en: 'the pool has no confirmed expenditure account' },
    { zh: '请先登记并复核', en: 'register one and have it confirmed' },
  ],
  owed_less_meanwhile: [
    {
      zh: '批准之后应付减少，已低于本批次',
      en: 'since the approval the amount owed has fallen below what the run would pay',
    },
    { zh: '请另立批次', en: 'propose a new run' },
  ],
  payee_changed_meanwhile: [
    {
      zh: '批次提出之后收款账户已变更',
      en: 'the bank account of a payee has changed since the run was proposed',
    },
    { zh: '请退回后另立批次', en: 'reject this run and propose a new one' },
  ],
  run_withdrawn: [
    { zh: '该批次已撤回', en: 'the run has been withdrawn' },
    { zh: '请另立批次', en: 'propose a new run' },
  ],
  run_sent: [
    { zh: '该批次已经送出', en: 'the run has been sent' },
    { zh: '送出的批次不能撤回', en: 'a run that was sent cannot be withdrawn' },
  ],
  run_not_sent: [
    { zh: '该批次尚未送出', en: 'the run has not been sent' },
    { zh: '请先送出', en: 'send it first' },
  ],
  no_bank_file: [
    { zh: '冲抵不经银行，没有银行文件', en: 'a set-off does not go through a bank and has no bank file' },
    { zh: '无须导出', en: 'no export is needed' },
  ],
  month_already_closed: [
    { zh: '该月已经结账', en: 'the month is closed' },
    { zh: '结账前划转；以后的月份另行划转', en: 'sweep before the month is closed; choose a later month' },
  ],
  month_before_books: [
    { zh: '该月尚未建账', en: 'the books begin after this month' },
    { zh: '请选建账后的月份', en: 'choose a later month' },
  ],
  account_overdrawn: [
    { zh: '账户余额为负', en: 'the account balance is negative' },
    { zh: '请查找记错的事项并更正', en: 'find the wrong posting and correct it' },
  ],
  voucher_of_nothing: [
    {
      zh: '账户没有可划转的资金，回单号无从对应',
      en: 'a voucher is given for an account that held no money to sweep',
    },
    { zh: '请核对回单和账户余额', en: 'check the voucher and the account balance' },
  ],
  difference_without_reason: [
    {
      zh: '利息与应计不符，复核未写明原因',
      en: 'the interest differs from the expected amount, and no reason is given',
    },
    {
      zh: '请核对利息单，写明差异原因再接受',
      en: 'check the notice, then accept it with the reason for the difference',
    },
  ],
  interest_period_wrong: [
    { zh: '计息期起止不对', en: 'the interest period is not valid' },
    { zh: '请核对起止日期', en: 'check its first and last day' },
  ],
  interest_period_taken: [
    {
      zh: '该账户这一计息期（或其中一部分）已有利息单',
      en: 'an interest notice of the account already covers days of this period',
    },
    { zh: '请核对利息单', en: 'check the interest notices' },
  ],
  no_balance_to_share_by: [
    {
      zh: '计息期内没有余额，无从分摊',
      en: 'the account held no balance in the period by which to split the interest',
    },
    { zh: '请核对账户和计息期', en: 'check the account and the period' },
  ],
  account_without_interest: [
    { zh: '该账户不计利息', en: 'this account earns no interest' },
    {
      zh: '利息单只用于收入户、支出户和财政专户',
      en: 'only the income, expenditure and special accounts have interest notices',
    },
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

export type FlowFault = keyof typeof STATE;

/** Refuses a step on a bank account, payment plan, payment run, sweep or interest notice whose state does not allow it. */
export function flowRefusal(code: FlowFault, at: string, clause?: string): Refusal {
  return refusalOf(STATE[code], code, at, { clause });
}

/** Refuses a payee without a confirmed bank account. */
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

/** Refuses payment to an account from which the bank has sent a payment back (NAT-28.7). */
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
