import type { StatementCheck } from '#domain/statement/check-drawn';
import type { Refusal } from '#kernel/decision';
import { formatYuanGrouped } from '#kernel/fen';

/** No such pool or fund, or not within the caller's places. */
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
    next: { zh: '请从报表清单中选择', en: 'choose one of the list' },
  };
}

export function badPeriod(text: string): Refusal {
  return {
    code: 'bad_period',
    at: 'period',
    what: { zh: `“${text}”不是月份或年度`, en: `"${text}" is no month and no year` },
    next: { zh: '请写成 2026-03 或 2026', en: 'write it like 2026-03 or 2026' },
  };
}

export function notFund(id: string): Refusal {
  return {
    code: 'not_a_fund',
    at: id,
    clause: 'NAT-28.5',
    what: {
      zh: '汇总报表以调剂金为主体',
      en: 'a consolidated statement is of an adjustment fund and its pools',
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
    next: { zh: '请由所辖全部统筹区的人员办理', en: 'have someone draw it who sees every pool of the fund' },
  };
}

export function booksNotOpened(subject: string): Refusal {
  return {
    code: 'books_not_opened',
    at: subject,
    clause: 'NAT-28.2',
    what: { zh: '该险种尚未建账', en: 'no books are opened for this insurance type' },
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

/** As many places as one refusal names; the page shows them all. */
const MOST_NAMED = 5;

/** What must hold and does not, once, with the places by their names. */
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
      en: `what must hold does not: ${name.en} (off: ${list('en', '; ')}${left === 0 ? '' : `; and ${left} more`})`,
    },
    next: {
      zh: '请打开该行查明分录，更正后再编制',
      en: 'open the line, find the entries and correct them first',
    },
  };
}

export function statementUndecided(): Refusal {
  return {
    code: 'statement_undecided',
    at: 'period',
    what: { zh: '已有一份报表等待复核', en: 'a version is waiting to be decided' },
    next: { zh: '请先复核该版本', en: 'have that version decided first' },
  };
}

export function statementChanged(): Refusal {
  return {
    code: 'changed_meanwhile',
    at: 'period',
    what: { zh: '他人刚刚编制了同一报表', en: 'another has drawn up the same statement meanwhile' },
    next: { zh: '请刷新后再试', en: 'look again and retry' },
  };
}

export function statementPublished(corrects: string): Refusal {
  return {
    code: 'statement_published',
    at: corrects,
    what: { zh: '该期间报表已发布', en: 'the statement of this period is published' },
    next: { zh: '更正须引用原报表并说明原因', en: 'a correction cites it and says why' },
  };
}

export function correctionWrong(asked: string): Refusal {
  return {
    code: 'correction_wrong',
    at: asked,
    what: { zh: '所引用的不是现行版本', en: 'it is not the version in force' },
    next: { zh: '请引用现行版本', en: 'cite the published version that is in force' },
  };
}

export function statementUnchanged(): Refusal {
  return {
    code: 'statement_unchanged',
    at: 'corrects',
    what: { zh: '与现行版本完全相同，无须更正', en: 'it is the same as the version in force' },
    next: {
      zh: '已结账月份的更正记入以后月份',
      en: 'what corrects a closed month is posted, and shown, later',
    },
  };
}

export function statementDecided(id: string): Refusal {
  return {
    code: 'decided_meanwhile',
    at: id,
    what: { zh: '该报表已经复核', en: 'it has been decided' },
    next: { zh: '无须再办', en: 'nothing is left to decide' },
  };
}

export function samePerson(): Refusal {
  return {
    code: 'same_person',
    at: 'session',
    what: { zh: '编制人不能复核自己的报表', en: 'who drew it up may not decide on it' },
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
