import type { Refusal } from '#kernel/decision';
import { refusalOf, type RefusalWords } from '#kernel/refusal-words';

const FILE = {
  headings_missing: [
    { zh: '找不到列齐规定列名的首行：{}', en: 'no row has all headings of the profile: {}' },
    { zh: '请选对格式，或随文件写明列名', en: 'choose the right profile, or give one with the file' },
  ],
  rows_after_totals: [
    { zh: '合计行之下还有内容', en: 'there are rows below the row of totals' },
    { zh: '一个文件只放一个账户一个月', en: 'give one file for each account and month' },
  ],
  statement_day_wrong: [
    { zh: '“{}”不是日期', en: '"{}" is not a date' },
    { zh: '写成 2026-03-31', en: 'write it as 2026-03-31' },
  ],
  statement_amount_wrong: [
    { zh: '“{}”不是精确到分的金额', en: '"{}" is not an amount to the fen' },
    { zh: '写成普通十进制数，最多两位小数', en: 'write a plain decimal with at most two decimals' },
  ],
  amount_missing: [
    { zh: '没有金额或金额为零', en: 'the amount is missing or zero' },
    { zh: '每行一笔收或付', en: 'give one receipt or one payment a line' },
  ],
  amount_on_both_sides: [
    { zh: '收付两栏都有金额', en: 'both columns of amounts are filled' },
    { zh: '每行一笔收或付', en: 'give one receipt or one payment a line' },
  ],
  direction_unknown: [
    { zh: '不认识收付标志“{}”', en: 'the mark "{}" means neither received nor paid' },
    { zh: '请核对格式的标志', en: 'check the marks of the profile' },
  ],
  file_unreadable: [
    { zh: '文件无法读取（{}）', en: 'the file cannot be read ({})' },
    { zh: '请提供 CSV 或 XLSX 文件', en: 'give a CSV file or a workbook (XLSX)' },
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/**
 * Refuses the file of a statement.
 * @param found the text in the file that is wrong
 */
export function fileRefusal(code: keyof typeof FILE, at: string, found = ''): Refusal {
  return refusalOf(FILE[code], code, at, { found: [found] });
}

const SUM = {
  statement_day_outside: [
    { zh: '{} 不在对账月份之内', en: '{} lies outside the month being reconciled' },
    { zh: '请核对月份', en: 'check the month' },
  ],
  statement_balance_wrong: [
    { zh: '余额 {}，按上一行应为 {}', en: 'the balance is {}; after the line before, it should be {}' },
    { zh: '请向对方核实这一行', en: 'ask the other party about this line' },
  ],
  statement_total_wrong: [
    { zh: '合计 {}，逐行相加为 {}', en: 'the total is {}; the lines add up to {}' },
    { zh: '请向对方核实合计', en: 'ask the other party about the total' },
  ],
  statement_closing_wrong: [
    {
      zh: '期末余额 {}，按期初和明细应为 {}',
      en: 'the closing balance is {}; opening balance and lines give {}',
    },
    { zh: '请核对期初、期末和明细是否齐全', en: 'check both balances, and whether lines are missing' },
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/**
 * Refuses a statement that does not add up.
 * @param found the figure printed, then the one that the statement's other figures give
 */
export function sumRefusal(code: keyof typeof SUM, at: string, ...found: readonly string[]): Refusal {
  return refusalOf(SUM[code], code, at, { found });
}

const STATE = {
  unknown_reconciliation: [
    { zh: '没有这份对账单', en: 'there is no such imported statement' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_proposal: [
    { zh: '没有这个差异处理', en: 'there is no such proposal on a difference' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_closing: [
    { zh: '没有这个结清申请', en: 'there is no such proposed closing' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_profile: [
    { zh: '没有这个对账单格式', en: 'there is no such statement profile' },
    { zh: '请选已有格式，或随文件写明列名', en: 'choose an existing profile, or give one with the file' },
  ],
  profile_without_amounts: [
    { zh: '格式没有写明日期或金额所在列', en: 'the profile names no date column or no amount column' },
    {
      zh: '写明日期，以及收付两栏或金额一栏',
      en: 'name the date column, and either two columns (received, paid) or one column of amounts',
    },
  ],
  balances_wanted: [
    {
      zh: '账户对账单须写期初和期末余额，征收明细不写',
      en: 'an account statement gives opening and closing balance; a list of collected premiums gives none',
    },
    { zh: '请改正', en: 'correct it' },
  ],
  account_not_of_party: [
    { zh: '该方不提供此账户的对账单', en: 'this party issues no statements of the account' },
    {
      zh: '银行对收入户、支出户，财政对专户，国库和税务对国库',
      en: 'bank: income and expenditure account; finance: special account; treasury and tax: treasury',
    },
  ],
  party_of_other_department: [
    { zh: '这是另一部门的对账资料', en: 'these records belong to another department' },
    { zh: '请由该部门或医保办理', en: 'have that department or health insurance do it' },
  ],
  file_imported_before: [
    { zh: '这个文件已经导入过', en: 'this file was imported before' },
    { zh: '请核对文件', en: 'check the file' },
  ],
  books_missing: [
    { zh: '该险种没有账套，或此月尚未建账', en: 'no books of this insurance type are open in the month' },
    { zh: '请核对统筹区、险种和月份', en: 'check pool, type and month' },
  ],
  month_not_next: [
    { zh: '上一个月尚未对清', en: 'the month before is not reconciled' },
    { zh: '请按月依次对账', en: 'reconcile month by month' },
  ],
  opening_not_previous_closing: [
    {
      zh: '期初余额不等于上月对账单的期末余额',
      en: "the opening balance differs from the closing balance of the month before's statement",
    },
    { zh: '请向对方核实', en: 'ask the other party' },
  ],
  month_reconciled: [
    { zh: '该月已经对清', en: 'the month is already reconciled' },
    { zh: '以后发现的差异在下一个月处理', en: 'work on differences found later in the next month' },
  ],
  statement_replaced: [
    { zh: '这份对账单已由后来导入的替代', en: 'a statement imported later has replaced this one' },
    { zh: '请打开后来的一份', en: 'open the later one' },
  ],
  item_not_open: [
    { zh: '这一笔已经对上或不在本期', en: 'this line is already matched, or not of this period' },
    { zh: '请重新打开对账', en: 'open the reconciliation again' },
  ],
  item_proposed: [
    { zh: '这一笔已有待复核的处理', en: 'a proposal for this line is waiting for a decision' },
    { zh: '请先复核', en: 'have it decided first' },
  ],
  event_not_of_account: [
    { zh: '所写凭证没有记入此账户', en: 'the event named does not move this account' },
    { zh: '请写更正凭证的号码', en: 'name the event that corrects it' },
  ],
  event_does_not_mend: [
    {
      zh: '更正须使账户变动 {} 元，该事项变动 {} 元',
      en: 'the correction must move the account by {} yuan; the event moves it by {}',
    },
    { zh: '请换用金额相符的更正', en: 'name a correction of the same amount' },
  ],
  posting_is_the_funds: [
    {
      zh: '记账须由基金经办提出、基金复核批准',
      en: 'postings are proposed by a fund maker and approved by a fund checker',
    },
    {
      zh: '请由兼有基金经办（复核）职责的人员办理',
      en: 'have it done by somebody who is also a fund maker (checker)',
    },
  ],
  nothing_to_reverse: [
    {
      zh: '这一笔不是账本事项，不能冲销',
      en: 'the line is not a ledger event, so there is nothing to reverse',
    },
    { zh: '请按模板补记', en: 'post it by a template' },
  ],
  event_wanted: [
    {
      zh: '更正须写明凭证号或要记的账，二者取一；其他处理都不写',
      en: 'a correction gives either the event that corrects it or the posting to make; no other resolution gives one',
    },
    { zh: '请改正', en: 'correct the request' },
  ],
  differences_open: [
    { zh: '还有 {} 笔差异未经两人处理', en: '{} differences have not been resolved by two people' },
    { zh: '逐笔说明、更正或向对方提出', en: 'explain, correct or claim each of them' },
  ],
  closing_proposed: [
    { zh: '已有待复核的结清申请', en: 'a proposed closing is waiting for a decision' },
    { zh: '请先复核', en: 'have it decided first' },
  ],
  party_awaited: [
    { zh: '对方部门尚未确认余额调节表', en: 'the other department has not confirmed the balance adjustment' },
    {
      zh: '请对方部门的对账复核人员先确认，再由医保复核结清',
      en: 'a reconciliation checker of that department confirms, then health insurance closes',
    },
  ],
  party_confirms: [
    { zh: '余额调节表由对方部门的人员确认', en: 'the other department confirms the balance adjustment' },
    {
      zh: '请由对方部门的对账复核人员确认；银行以其对账单为凭，不在平台确认',
      en: 'have a reconciliation checker of that department confirm; for a bank its statement stands as confirmation',
    },
  ],
  confirmer_took_part: [
    {
      zh: '说明或复核过本月差异、提出结清的人不能再代表对方确认',
      en: 'a person who worked on the differences or proposed the closing may not confirm for the other department',
    },
    { zh: '请由对方部门的另一人确认', en: 'have another person of the department confirm' },
  ],
  books_close: [
    { zh: '结清由记账的医保复核', en: 'health insurance, which keeps the books, closes the month' },
    { zh: '对方部门以确认余额调节表参加对账', en: 'the other department takes part by confirming' },
  ],
  amount_is_no_timing: [
    {
      zh: '金额不符的两笔以后也对不上，不能作在途',
      en: 'two different amounts of one movement never match later, so they cannot be marked as in transit',
    },
    { zh: '请更正记错的一方，或向对方提出', en: 'correct the wrong side, or raise it with the other party' },
  ],
  timing_overdue: [
    { zh: '{}：已两次转入下月仍未对上，不能再作在途', en: '{}: carried over twice without a match' },
    { zh: '请更正，或向对方提出', en: 'correct it, or raise it with the other party' },
  ],
  ledger_month_open: [
    { zh: '账本此月尚未结账', en: 'the month is not yet closed in the ledger' },
    { zh: '更正记完并结账之后再结清对账', en: 'post the corrections and close the month first' },
  ],
  ledger_changed_before: [
    { zh: '已对清月份的账面余额有变', en: 'the ledger balance of a reconciled month has changed' },
    { zh: '请用 tongchou verify 查验账本', en: 'check the ledger with tongchou verify' },
  ],
  record_decided: [
    { zh: '已有结论', en: 'a decision has already been recorded' },
    { zh: '如有需要请重新提交', en: 'if necessary, make a new proposal' },
  ],
  same_person: [
    { zh: '提出人不能复核自己提出的事项', en: 'the proposer may not decide' },
    { zh: '请由另一人复核', en: 'have another person decide' },
  ],
  changed_meanwhile: [
    { zh: '提出之后对账结果有变', en: 'the reconciliation has changed since it was proposed' },
    { zh: '请退回后重新提出', en: 'reject the proposal and make a new one' },
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

export type ReconciliationFault = keyof typeof STATE;

/** Refuses a step that the state of a reconciliation does not allow. */
export function reconciliationRefusal(
  code: ReconciliationFault,
  at: string,
  { clause, found = '' }: { readonly clause?: string; readonly found?: string | readonly string[] } = {},
): Refusal {
  return refusalOf(STATE[code], code, at, { clause, found: [found].flat() });
}
