import type { StatementCheck } from '#domain/statement/check-drawn';
import type { Refusal } from '#kernel/decision';
import { formatYuanGrouped } from '#kernel/fen';

/** Refuses a pool or fund that does not exist or lies outside the caller's places. */
export function unknownSubject(id: string): Refusal {
  return {
    code: 'unknown_pool',
    at: id,
    what: { zh: `没有统筹区或调剂金 ${id}`, en: `there is no pool or fund ${id}` },
    next: { zh: '请核对编号和所辖地区', en: 'check the id and your places' },
  };
}

export function unknownStatement(id: string): Refusal {
  return {
    code: 'unknown_statement',
    at: id,
    what: { zh: '没有这份报表', en: 'there is no such statement' },
    next: { zh: '请从报表清单中选择', en: 'choose one from the list' },
  };
}

export function badPeriod(text: string): Refusal {
  return {
    code: 'bad_period',
    at: 'period',
    what: { zh: `“${text}”不是月份或年度`, en: `"${text}" is neither a month nor a year` },
    next: { zh: '请写成 2026-03 或 2026', en: 'write it as 2026-03 or 2026' },
  };
}

export function notFund(id: string): Refusal {
  return {
    code: 'not_a_fund',
    at: id,
    clause: 'NAT-28.5',
    what: {
      zh: '汇总报表以调剂金为主体',
      en: 'a consolidated statement covers an adjustment fund and its pools',
    },
    next: { zh: '请指定调剂金的编号', en: 'name an adjustment fund' },
  };
}

export function membersOutside(fund: string): Refusal {
  return {
    code: 'members_outside',
    at: fund,
    clause: 'NAT-28.5',
    what: { zh: '部分统筹区不在您的地区内，不能汇总', en: 'some pools of the fund lie outside your places' },
    next: {
      zh: '请由所辖全部统筹区的人员办理',
      en: 'have it drawn by someone who sees every pool of the fund',
    },
  };
}

export function booksNotOpened(subject: string): Refusal {
  return {
    code: 'books_not_opened',
    at: subject,
    clause: 'NAT-28.2',
    what: { zh: '该险种尚未建账', en: 'no books are open for this insurance type' },
    next: { zh: '请先建账', en: 'open the books first' },
  };
}

export function beforeBooks(subject: string, firstMonth: string): Refusal {
  return {
    code: 'before_books',
    at: 'period',
    what: { zh: `${subject} 自 ${firstMonth} 起建账`, en: `the books of ${subject} begin in ${firstMonth}` },
    next: { zh: '请选择建账以后的期间', en: 'choose a later period' },
  };
}

export function periodOpen(open: readonly string[]): Refusal {
  return {
    code: 'period_open',
    at: 'period',
    clause: 'NAT-28.10',
    what: {
      zh: `尚未结账：${open.join('、')}`,
      en: `the period is not closed in the books of ${open.join(', ')}`,
    },
    next: { zh: '请先结账再编制报表', en: 'close its months before drawing up the statement' },
  };
}

/** Number of places that one refusal names; the page shows them all. */
const MOST_NAMED = 5;

/** Refuses a statement whose arithmetic check fails, naming at most `MOST_NAMED` cells and their differences. */
export function statementFaulty({ form, id, name, failures }: StatementCheck): Refusal {
  const named = failures.slice(0, MOST_NAMED);
  const left = failures.length - named.length;
  const list = (language: 'zh' | 'en', between: string): string =>
    named.map((one) => `${one.name[language]} ${formatYuanGrouped(one.difference)}`).join(between);
  return {
    code: 'statement_faulty',
    at: `${form} ${id}`,
    clause: 'NAT-28.10',
    what: {
      zh: `勾稽关系不成立：${name.zh}（相差：${list('zh', '；')}${left === 0 ? '' : `；另有 ${left} 处`}）`,
      en: `a check fails: ${name.en} (difference: ${list('en', '; ')}${left === 0 ? '' : `; and ${left} more`})`,
    },
    next: {
      zh: '请打开该行查明分录，更正后再编制',
      en: 'open the line, find the wrong entries and correct them first',
    },
  };
}

export function statementUndecided(): Refusal {
  return {
    code: 'statement_undecided',
    at: 'period',
    what: { zh: '已有一份报表等待复核', en: 'a version is already waiting for review' },
    next: { zh: '请先复核该版本', en: 'have that version reviewed first' },
  };
}

export function statementChanged(): Refusal {
  return {
    code: 'changed_meanwhile',
    at: 'period',
    what: { zh: '他人刚刚编制了同一报表', en: 'someone else has just drawn up the same statement' },
    next: { zh: '请刷新后再试', en: 'reload and try again' },
  };
}

export function statementPublished(corrects: string): Refusal {
  return {
    code: 'statement_published',
    at: corrects,
    what: { zh: '该期间报表已发布', en: 'the statement of this period is already published' },
    next: {
      zh: '更正须引用原报表并说明原因',
      en: 'for a correction, cite that statement and give the reason',
    },
  };
}

export function correctionWrong(asked: string): Refusal {
  return {
    code: 'correction_wrong',
    at: asked,
    what: { zh: '所引用的不是现行版本', en: 'the statement cited is not the current version' },
    next: { zh: '请引用现行版本', en: 'cite the current published version' },
  };
}

export function statementUnchanged(): Refusal {
  return {
    code: 'statement_unchanged',
    at: 'corrects',
    what: {
      zh: '与现行版本完全相同，无须更正',
      en: 'it is identical to the current version, so no correction is needed',
    },
    next: {
      zh: '已结账月份的更正记入以后月份',
      en: 'corrections of a closed month are posted, and shown, in a later month',
    },
  };
}

export function statementDecided(id: string): Refusal {
  return {
    code: 'decided_meanwhile',
    at: id,
    what: { zh: '该报表已经复核', en: 'a decision has already been recorded' },
    next: { zh: '无须再办', en: 'nothing more needs to be done' },
  };
}

export function samePerson(): Refusal {
  return {
    code: 'same_person',
    at: 'session',
    what: { zh: '编制人不能复核自己的报表', en: 'the person who drew up a statement may not review it' },
    next: { zh: '请由另一人复核', en: 'have another person decide' },
  };
}

export function unknownCell(at: string): Refusal {
  return {
    code: 'unknown_cell',
    at,
    what: { zh: '报表没有这一格', en: 'the statement has no such cell' },
    next: { zh: '请从报表中选择行和列', en: 'choose a line and a column of the statement' },
  };
}
