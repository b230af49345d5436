import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';

/* What a request may have wrong before the ledger is asked; what the ledger answers is in `posting-refusals`. */

function refusal(code: string, at: string, what: Bilingual, next: Bilingual): Refusal {
  return { code, at, what, next };
}

export function badMonth(at: string, text: string): Refusal {
  return refusal(
    'bad_month',
    at,
    { zh: `${text} 不是月份`, en: `${text} is no month` },
    { zh: '请写成 2026-01', en: 'write it as 2026-01' },
  );
}

export function badDay(at: string, text: string): Refusal {
  return refusal(
    'bad_day',
    at,
    { zh: `${text} 不是日期`, en: `${text} is no day of the calendar` },
    { zh: '请写成 2026-01-31', en: 'write it as 2026-01-31' },
  );
}

/** What has not happened is not booked: a day that lies ahead is a slip of the pen. */
export function dayAhead(at: string, day: string, today: string): Refusal {
  return refusal(
    'day_ahead',
    at,
    { zh: `业务日期 ${day} 晚于今天（${today}）`, en: `${day} lies after today (${today})` },
    { zh: '请核对日期；尚未发生的业务不记账', en: 'check the day; what has not happened is not booked' },
  );
}

/** A template by which a workflow posts, so that a second person stands behind what leaves the fund. */
export function postedByWorkflow(at: string, template: Bilingual, workflow: Bilingual): Refusal {
  return {
    ...refusal(
      'posted_by_workflow',
      at,
      {
        zh: `“${template.zh}”由${workflow.zh}记账，不能单独录入`,
        en: `"${template.en}" is posted by ${workflow.en}, not by itself`,
      },
      { zh: `请在${workflow.zh}办理`, en: `do it by ${workflow.en}` },
    ),
    clause: 'NAT-P.11',
  };
}

/** A month that still goes on takes what happens in it. */
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
    { zh: `${text} 不是金额`, en: `${text} is no amount` },
    { zh: '请写成元，至多两位小数，如 1234.50', en: 'write yuan with at most two decimals, such as 1234.50' },
  );
}

export function keyRepeated(at: string, key: string): Refusal {
  return refusal(
    'key_repeated',
    at,
    { zh: `业务号 ${key} 在一批中重复`, en: `the key ${key} stands twice in one batch` },
    { zh: '每项用一个业务号', en: 'give each event a key of its own' },
  );
}

/** An approval, or an event to undo, can be named by one event only. */
export function numberRepeated(at: string, number: string): Refusal {
  return refusal(
    'number_repeated',
    at,
    { zh: `编号 ${number} 在一批中重复使用`, en: `the number ${number} is used twice in one batch` },
    { zh: '每项只用一次', en: 'use it once' },
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
    { zh: '可直接记账', en: 'post it without' },
  );
}

export function causeNotAllowed(at: string, cause: string, causes: readonly string[]): Refusal {
  return refusal(
    'cause_not_allowed',
    at,
    {
      zh: `事由 ${cause} 不在许可之列`,
      en: `the cause ${cause} is not one for which this money may be used`,
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

/** What is not split yet would be left out of the year's result (NAT-28.8). */
export function premiumsNotSplit(at: string, accounts: string): Refusal {
  return refusal(
    'premiums_not_split',
    at,
    {
      zh: `科目 ${accounts} 尚有待分摊金额（NAT-28.8）`,
      en: `the accounts ${accounts} hold what has not been split yet (NAT-28.8)`,
    },
    { zh: '请先按实分摊，再作年终结转', en: 'split it between the funds first, then close the year' },
  );
}

/** After December nothing could close the year any more: its income and expenditure would never reach the balance. */
export function yearNotClosed(at: string, accounts: string): Refusal {
  return {
    ...refusal(
      'year_not_closed',
      at,
      {
        zh: `年终结转尚未办理：科目 ${accounts} 仍有余额，12 月结账后就不能再结转`,
        en: `the year is not closed: ${accounts} still hold income or expenditure, and after December nothing can close them`,
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
    { zh: '该年收入、支出均已结清', en: 'income and expenditure of the year are nil already' },
    { zh: '无须再结转', en: 'there is nothing to be done' },
  );
}

export function tooManyClosings(at: string): Refusal {
  return refusal(
    'too_many_closings',
    at,
    { zh: '该年已多次结转', en: 'the year has been closed too many times' },
    { zh: '请核对日记账中的结转与冲销', en: 'look at its closings and reversals in the journal' },
  );
}
