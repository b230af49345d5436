import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

/* What a request may have wrong before the ledger is asked; what the ledger answers is in `posting-refusals`. */

function refusal(code: string, at: string, what: Bilingual, next: Bilingual): Refusal {
  return { code, at, what, next };
}

export function badMonth(at: string, text: string): Refusal {
  return refusal(
    'bad_month',
    at,
    { zh: `${text} 不是月份`, en: `${text} is not a month` },
    { zh: '请写成 2026-01', en: 'write it as 2026-01' },
  );
}

export function badDay(at: string, text: string): Refusal {
  return refusal(
    'bad_day',
    at,
    { zh: `${text} 不是日期`, en: `${text} is not a day of the calendar` },
    { zh: '请写成 2026-01-31', en: 'write it as 2026-01-31' },
  );
}

/** Refuses a day after today: what has not happened is not posted. */
export function dayAhead(at: string, day: string, today: string): Refusal {
  return refusal(
    'day_ahead',
    at,
    { zh: `业务日期 ${day} 晚于今天（${today}）`, en: `${day} lies after today (${today})` },
    { zh: '请核对日期；尚未发生的业务不记账', en: 'check the day; what has not happened is not posted' },
  );
}

/** Refuses a day before the first month of the books; earlier events come in with the opening balances. */
export function beforeBooks(at: string, day: string, firstMonth: string): Refusal {
  return refusal(
    'before_books',
    at,
    {
      zh: `业务日期 ${day} 早于建账月份（${firstMonth}）`,
      en: `${day} lies before the first month of the books (${firstMonth})`,
    },
    {
      zh: '请核对日期；建账以前的事项由期初余额带入',
      en: 'check the day; events before the books come in with the opening balances',
    },
  );
}

/** An event already posted under the same bank voucher and account. */
export interface VoucherUse {
  readonly voucher: string;
  /** Statutory account of the deposit, such as `1003`. */
  readonly account: string;
  readonly event: bigint;
  readonly key: string;
  readonly effectiveOn: string;
  /** The payment run that posted the event; null for other events. */
  readonly run: string | null;
}

/** Refuses a second event under one bank voucher: it would post the same money twice (NAT-144.39-c). */
export function voucherUsed({ voucher, account, event, effectiveOn }: VoucherUse): Refusal {
  return {
    ...refusal(
      'voucher_used',
      voucher,
      {
        zh: `银行回单号 ${voucher} 在科目 ${account} 已用于事项 ${event}（${effectiveOn}）`,
        en: `bank voucher ${voucher} is already used on account ${account} for event ${event} of ${effectiveOn}`,
      },
      {
        zh: '请核对回单；一张回单只对应一笔收付',
        en: 'check the voucher; each voucher covers one receipt or payment',
      },
    ),
    clause: 'NAT-144.39-c',
  };
}

/** Refuses a template that only a workflow posts by, because its second person must decide (NAT-P.11). */
export function postedByWorkflow(at: string, template: Bilingual, workflow: Bilingual): Refusal {
  return {
    ...refusal(
      'posted_by_workflow',
      at,
      {
        zh: `“${template.zh}”由${workflow.zh}记账，不能单独录入`,
        en: `"${template.en}" is posted by ${workflow.en} and cannot be entered alone`,
      },
      { zh: `请在${workflow.zh}办理`, en: `use ${workflow.en}` },
    ),
    clause: 'NAT-P.11',
  };
}

/** Refuses to close a month before its last day has passed. */
export function monthNotOver(at: string, month: string): Refusal {
  return refusal(
    'month_not_over',
    at,
    { zh: `${month} 还没有过完`, en: `${month} is not over` },
    { zh: '请在月末之后结账', en: 'close it after its last day' },
  );
}

export function badAmount(at: string, text: string): Refusal {
  return refusal(
    'bad_amount',
    at,
    { zh: `${text} 不是金额`, en: `${text} is not an amount` },
    { zh: '请写成元，至多两位小数，如 1234.50', en: 'write yuan with at most two decimals, such as 1234.50' },
  );
}

/** Refuses a negative amount; only an event that corrects an earlier one may have one. */
export function negativeAmount(at: string, text: string): Refusal {
  return refusal(
    'negative_amount',
    at,
    { zh: `金额 ${text} 小于零`, en: `${text} is below zero` },
    {
      zh: '请填正数；更正请写明被更正的事项，冲销请用冲销',
      en: 'give a positive amount; for a correction name the event it corrects, and reverse a mistake',
    },
  );
}

export function keyRepeated(at: string, key: string): Refusal {
  return refusal(
    'key_repeated',
    at,
    { zh: `业务号 ${key} 在一批中重复`, en: `the key ${key} is used twice in one batch` },
    { zh: '每项用一个业务号', en: 'give each event its own key' },
  );
}

/** Refuses a batch in which two events name the same approval or the same event to reverse. */
export function numberRepeated(at: string, number: string): Refusal {
  return refusal(
    'number_repeated',
    at,
    { zh: `编号 ${number} 在一批中重复使用`, en: `the number ${number} is used twice in one batch` },
    { zh: '每项只用一次', en: 'use each number once' },
  );
}

export function unknownTemplate(at: string, template: string): Refusal {
  return refusal(
    'template_unknown',
    at,
    { zh: `该政策包没有记账模板 ${template}`, en: `the pack has no journal template ${template}` },
    { zh: '请查看记账模板列表', en: 'look at the list of templates' },
  );
}

export function approvalNeedless(at: string, template: string): Refusal {
  return refusal(
    'approval_not_wanted',
    at,
    { zh: `模板 ${template} 不需审批`, en: `the template ${template} needs no approval` },
    { zh: '可直接记账', en: 'post it without an approval' },
  );
}

export function causeNotAllowed(at: string, cause: string, causes: readonly string[]): Refusal {
  return refusal(
    'cause_not_allowed',
    at,
    {
      zh: `事由 ${cause} 不在许可之列`,
      en: `this money may not be used for the cause ${cause}`,
    },
    { zh: `可选：${causes.join('、')}`, en: `one of: ${causes.join(', ')}` },
  );
}

export function unknownEvent(number: string): Refusal {
  return refusal(
    'unknown_event',
    number,
    { zh: '所辖范围内没有这个事项', en: 'there is no such event within your pools' },
    { zh: '请查看事项列表', en: 'look at the journal' },
  );
}

export function unknownApproval(number: string): Refusal {
  return refusal(
    'unknown_approval',
    number,
    { zh: '所辖范围内没有这个审批申请', en: 'there is no such request within your pools' },
    { zh: '请查看审批列表', en: 'look at the list of approvals' },
  );
}

/** Refuses to close a year while premiums or interest are not split: the year's result would lack them (NAT-28.8). */
export function premiumsNotSplit(at: string, accounts: string): Refusal {
  return refusal(
    'premiums_not_split',
    at,
    {
      zh: `科目 ${accounts} 尚有待分摊金额（NAT-28.8）`,
      en: `the accounts ${accounts} hold amounts that are not yet split (NAT-28.8)`,
    },
    { zh: '请先按实分摊，再作年终结转', en: 'split them between the funds first, then close the year' },
  );
}

/** Refuses to close December before the year-end closing, which nothing could post afterwards (NAT-28.2). */
export function yearNotClosed(at: string, accounts: string): Refusal {
  return {
    ...refusal(
      'year_not_closed',
      at,
      {
        zh: `年终结转尚未办理：科目 ${accounts} 仍有余额，12 月结账后就不能再结转`,
        en: `the year is not closed: ${accounts} still have balances, and once December is closed they cannot be carried over`,
      },
      { zh: '请先由基金经办办理年终结转', en: 'have a fund maker close the year first' },
    ),
    clause: 'NAT-28.2',
  };
}

export function nothingToClose(at: string): Refusal {
  return refusal(
    'nothing_to_close',
    at,
    { zh: '该年收入、支出均已结清', en: 'income and expenditure of the year are already zero' },
    { zh: '无须再结转', en: 'no closing is needed' },
  );
}

export function tooManyClosings(at: string): Refusal {
  return refusal(
    'too_many_closings',
    at,
    { zh: '该年已多次结转', en: 'the year has been closed too many times' },
    { zh: '请核对日记账中的结转与冲销', en: 'check its closings and reversals in the journal' },
  );
}

/** Refuses an approval of amounts returned from an earlier year that does not name the year. */
export function yearMissing(at: string, template: string, clause: string | undefined): Refusal {
  return cited(
    clause,
    refusal(
      'year_missing',
      at,
      {
        zh: `${template} 退回以前年度的金额，须写明年度`,
        en: `${template} returns amounts of an earlier year, and the year is missing`,
      },
      { zh: '请写明原分摊所属年度', en: 'name the year in which they were posted' },
    ),
  );
}

export function yearNotWanted(at: string, template: string): Refusal {
  return refusal(
    'year_not_wanted',
    at,
    { zh: `${template} 不涉及以前年度`, en: `${template} does not concern an earlier year` },
    { zh: '请去掉年度', en: 'leave the year out' },
  );
}

export function yearNotOver(at: string, year: number, clause: string | undefined): Refusal {
  return cited(
    clause,
    refusal(
      'year_not_over',
      at,
      { zh: `${year} 年尚未结束`, en: `${year} is not over` },
      { zh: '请写以前年度', en: 'name an earlier year' },
    ),
  );
}

/** Refuses to return more than was posted in the year less what was returned before. */
export function aboveGiven(at: string, year: number, left: Fen, clause: string | undefined): Refusal {
  const yuan = formatYuan(left);
  return cited(
    clause,
    refusal(
      'above_given',
      at,
      {
        zh: `${year} 年转入的金额扣除已退回的，还可退回 ${yuan} 元`,
        en: `of what was posted in ${year}, less earlier returns, ${yuan} yuan can still be returned`,
      },
      { zh: '请核对年度、方向与金额', en: 'check the year, the direction and the amount' },
    ),
  );
}

/** Refuses two returns of one template and books in one call: each is checked against the returns before it. */
export function secondReturn(at: string, template: string): Refusal {
  return refusal(
    'second_return',
    at,
    {
      zh: `同一批中 ${template} 对同一账套列了两次`,
      en: `${template} is listed twice for the same books in one call`,
    },
    { zh: '请分次提交', en: 'post the second one on its own' },
  );
}

function cited(clause: string | undefined, told: Refusal): Refusal {
  return clause === undefined ? told : { ...told, clause };
}
