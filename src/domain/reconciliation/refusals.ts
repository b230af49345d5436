import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

type Words = readonly [Bilingual, Bilingual];

const FILE = {
  headings_missing: [
    { zh: '找不到列齐规定列名的首行：{}', en: 'no row has all headings of the profile: {}' },
    { zh: '请选对格式，或随文件写明列名', en: 'choose the right profile, or give one with the file' },
  ],
  rows_after_totals: [
    { zh: '合计行之下还有内容', en: 'something stands below the row of totals' },
    { zh: '一个文件只放一个账户一个月', en: 'a file holds one month of one account' },
  ],
  statement_day_wrong: [
    { zh: '“{}”不是日期', en: '"{}" is no day' },
    { zh: '写成 2026-03-31', en: 'write it as 2026-03-31' },
  ],
  statement_amount_wrong: [
    { zh: '“{}”不是精确到分的金额', en: '"{}" is no amount to the fen' },
    { zh: '写成普通十进制数，最多两位小数', en: 'write a plain decimal with at most two decimals' },
  ],
  amount_missing: [
    { zh: '没有金额或金额为零', en: 'there is no amount, or it is nil' },
    { zh: '每行一笔收或付', en: 'a line is one receipt or one payment' },
  ],
  amount_on_both_sides: [
    { zh: '收付两栏都有金额', en: 'both columns of amounts are filled' },
    { zh: '每行一笔收或付', en: 'a line is one receipt or one payment' },
  ],
  direction_unknown: [
    { zh: '不认识收付标志“{}”', en: 'the mark "{}" says neither received nor paid' },
    { zh: '请核对格式的标志', en: 'check the marks of the profile' },
  ],
  file_unreadable: [
    { zh: '文件无法读取（{}）', en: 'the file cannot be read ({})' },
    { zh: '请提供 CSV 或 XLSX 文件', en: 'give a CSV file or a workbook (XLSX)' },
  ],
} as const satisfies Readonly<Record<string, Words>>;

/** What is wrong with the file of a statement, by code; `found` is what stands there. */
export function fileRefusal(code: keyof typeof FILE, at: string, found = ''): Refusal {
  return filled(FILE[code], code, at, [found]);
}

const SUM = {
  statement_day_outside: [
    { zh: '{} 不在对账月份之内', en: '{} lies outside the month' },
    { zh: '请核对月份', en: 'check the month' },
  ],
  statement_balance_wrong: [
    { zh: '余额 {}，按上一行应为 {}', en: 'the balance is {}, by the line before it {}' },
    { zh: '请向对方核实这一行', en: 'ask the other party about this line' },
  ],
  statement_total_wrong: [
    { zh: '合计 {}，逐行相加为 {}', en: 'the total is {}, the lines give {}' },
    { zh: '请向对方核实合计', en: 'ask the other party about the total' },
  ],
  statement_closing_wrong: [
    { zh: '期末余额 {}，按期初和明细应为 {}', en: 'the closing balance is {}, opening and lines give {}' },
    { zh: '请核对期初、期末和明细是否齐全', en: 'check both balances, and whether lines are missing' },
  ],
} as const satisfies Readonly<Record<string, Words>>;

/** A statement that does not add up: what is printed and what its own figures give. */
export function sumRefusal(code: keyof typeof SUM, at: string, ...found: readonly string[]): Refusal {
  return filled(SUM[code], code, at, found);
}

const STATE = {
  unknown_reconciliation: [
    { zh: '没有这份对账单', en: 'there is no such statement to reconcile' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_proposal: [
    { zh: '没有这个差异处理', en: 'there is no such proposal for a difference' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_closing: [
    { zh: '没有这个结清申请', en: 'there is no such proposed closing' },
    { zh: '请核对编号', en: 'check its id' },
  ],
  unknown_profile: [
    { zh: '没有这个对账单格式', en: 'there is no such profile of statements' },
    { zh: '请选已有格式，或随文件写明列名', en: 'choose one that there is, or give one with the file' },
  ],
  profile_without_amounts: [
    { zh: '格式没有写明日期或金额所在列', en: 'the profile names no column of days or of amounts' },
    { zh: '写明日期，以及收付两栏或金额一栏', en: 'name the day, and two columns of amounts or one' },
  ],
  balances_wanted: [
    {
      zh: '账户对账单须写期初和期末余额，征收明细不写',
      en: 'statements of an account give both balances, levied premiums give none',
    },
    { zh: '请改正', en: 'correct it' },
  ],
  account_not_of_party: [
    { zh: '该方不提供此账户的对账单', en: 'this party gives no statements of the account' },
    {
      zh: '银行对收入户、支出户，财政对专户，国库和税务对国库',
      en: 'bank: income and expenditure account; finance: special account; treasury and tax: treasury',
    },
  ],
  party_of_other_department: [
    { zh: '这是另一部门的对账资料', en: 'these are lines of another department' },
    { zh: '请由该部门或医保办理', en: 'that department or health insurance does it' },
  ],
  file_imported_before: [
    { zh: '这个文件已经导入过', en: 'this file was imported before' },
    { zh: '请核对文件', en: 'check the file' },
  ],
  books_missing: [
    { zh: '该险种没有账套，或此月尚未建账', en: 'there are no books of this type in the month' },
    { zh: '请核对统筹区、险种和月份', en: 'check pool, type and month' },
  ],
  month_not_next: [
    { zh: '上一个月尚未对清', en: 'the month before is not reconciled' },
    { zh: '请按月依次对账', en: 'reconcile month by month' },
  ],
  opening_not_previous_closing: [
    {
      zh: '期初余额不等于上月对账单的期末余额',
      en: 'the opening balance is not the closing one of the month before',
    },
    { zh: '请向对方核实', en: 'ask the other party' },
  ],
  month_reconciled: [
    { zh: '该月已经对清', en: 'the month has been reconciled' },
    { zh: '以后发现的差异在下一个月处理', en: 'what is found later is worked in the next month' },
  ],
  statement_replaced: [
    { zh: '这份对账单已由后来导入的替代', en: 'a statement that was imported later stands in its place' },
    { zh: '请打开后来的一份', en: 'open the later one' },
  ],
  item_not_open: [
    { zh: '这一笔已经对上或不在本期', en: 'this line is matched, or not of this period' },
    { zh: '请重新打开对账', en: 'open the reconciliation again' },
  ],
  item_proposed: [
    { zh: '这一笔已有待复核的处理', en: 'a proposal for this line waits for its decision' },
    { zh: '请先复核', en: 'have it decided first' },
  ],
  event_not_of_account: [
    { zh: '所写凭证没有记入此账户', en: 'the event named does not touch this account' },
    { zh: '请写更正凭证的号码', en: 'name the event that corrects it' },
  ],
  event_does_not_mend: [
    {
      zh: '更正须使账户变动 {} 元，该事项变动 {} 元',
      en: 'the correction must move {} yuan, the event moves {}',
    },
    { zh: '请换用金额相符的更正', en: 'take a correction of the same amount' },
  ],
  posting_is_the_funds: [
    {
      zh: '记账须由基金经办提出、基金复核批准',
      en: 'who keeps the fund proposes and approves what is posted',
    },
    {
      zh: '请由兼有基金经办（复核）职责的人员办理',
      en: 'have it done by somebody who is fund maker (checker) as well',
    },
  ],
  nothing_to_reverse: [
    {
      zh: '这一笔不是账本事项，不能冲销',
      en: 'the line is no event of the ledger, so nothing can be reversed',
    },
    { zh: '请按模板补记', en: 'post by a template' },
  ],
  event_wanted: [
    {
      zh: '更正须写明凭证号或要记的账，二者取一；其他处理都不写',
      en: 'a correction names its event or says what to post, one of the two; nothing else does',
    },
    { zh: '请改正', en: 'correct it' },
  ],
  reason_wanted: [
    { zh: '没有写明原因', en: 'no reason is given' },
    { zh: '请写明', en: 'give it' },
  ],
  differences_open: [
    { zh: '还有 {} 笔差异未经两人处理', en: '{} differences have not been worked by two people' },
    { zh: '逐笔说明、更正或向对方提出', en: 'explain, correct or claim each of them' },
  ],
  closing_proposed: [
    { zh: '已有待复核的结清申请', en: 'a proposed closing waits for its decision' },
    { zh: '请先复核', en: 'have it decided first' },
  ],
  ledger_month_open: [
    { zh: '账本此月尚未结账', en: 'the ledger’s month is open' },
    { zh: '更正记完并结账之后再结清对账', en: 'post corrections and close the month first' },
  ],
  ledger_changed_before: [
    { zh: '已对清月份的账面余额有变', en: 'the ledger’s balance of a reconciled month has changed' },
    { zh: '请用 tongchou verify 查验账本', en: 'check the ledger by tongchou verify' },
  ],
  record_decided: [
    { zh: '已有结论', en: 'it has been decided' },
    { zh: '如有需要请重新提交', en: 'propose it anew if need be' },
  ],
  proposed_by_same_person: [
    { zh: '提出人不能复核自己提出的事项', en: 'whoever proposed it may not decide' },
    { zh: '请由另一人复核', en: 'have another person decide' },
  ],
  changed_meanwhile: [
    { zh: '提出之后对账结果有变', en: 'the reconciliation has changed since it was proposed' },
    { zh: '请退回后重新提出', en: 'reject it and propose it anew' },
  ],
} as const satisfies Readonly<Record<string, Words>>;

export type ReconciliationFault = keyof typeof STATE;

/** Why something cannot be done in the state that a reconciliation is in. */
export function reconciliationRefusal(
  code: ReconciliationFault,
  at: string,
  { clause, found = '' }: { readonly clause?: string; readonly found?: string | readonly string[] } = {},
): Refusal {
  return { ...filled(STATE[code], code, at, [found].flat()), ...(clause === undefined ? {} : { clause }) };
}

function filled([what, next]: Words, code: string, at: string, found: readonly string[]): Refusal {
  const fill = (text: string): string => {
    let index = 0;
    return text.replaceAll('{}', () => found[index++] ?? '');
  };
  return { code, at, what: { zh: fill(what.zh), en: fill(what.en) }, next };
}
