import type { Movement } from '#domain/adjustment-year/posted-lines';
import { isLine, partsOfLine, type LineKind } from '#domain/adjustment-year/year-line';
import type { YearPhase, YearStepKind } from '#domain/adjustment-year/year-step';
import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

export const PHASE_WORDS: Readonly<Record<YearPhase, { readonly zh: string; readonly en: string }>> = {
  gathering: { zh: '数据归集', en: 'gathering figures' },
  frozen: { zh: '数据已锁定', en: 'figures frozen' },
  dropping: { zh: '撤销更正待确认', en: 'dropping to be confirmed' },
  proposed: { zh: '方案已提出', en: 'proposed' },
  checked: { zh: '已复核', en: 'checked' },
  approved: { zh: '已批准', en: 'approved' },
  paying: { zh: '拨付中', en: 'being paid' },
  final: { zh: '已办结', en: 'final' },
};

export const STEP_WORDS: Readonly<
  Record<YearStepKind | 'dropped', { readonly zh: string; readonly en: string }>
> = {
  opened: { zh: '立项', en: 'opened' },
  frozen: { zh: '锁定数据', en: 'figures frozen' },
  proposed: { zh: '提出方案', en: 'proposed' },
  checked: { zh: '复核', en: 'checked' },
  returned: { zh: '退回', en: 'returned' },
  dropped: { zh: '撤销更正', en: 'correction dropped' },
  approved: { zh: '批准', en: 'approved' },
  paid: { zh: '上解下拨', en: 'paid' },
  corrected: { zh: '启动更正', en: 'correction opened' },
  drop_asked: { zh: '申请撤销更正', en: 'dropping asked for' },
};

export const LINE_WORDS: Readonly<Record<LineKind, { readonly zh: string; readonly en: string }>> = {
  levy: { zh: '上解', en: 'levy' },
  burden: { zh: '各方承担上解', en: 'burden remitted' },
  recovery: { zh: '追回上解', en: 'recovery remitted' },
  allocation: { zh: '下拨', en: 'allocation' },
  treasury: { zh: '财政补足', en: 'cover by the treasury' },
  reserve: { zh: '提取风险储备', en: 'risk reserve set aside' },
  release: { zh: '动用风险储备', en: 'risk reserve released' },
  legacy: { zh: '动用统筹前结余', en: 'balance from before pooling used' },
};

/** Names a line by its kind and pool; a text that is no line is quoted as written. */
function lineWords(line: string): { readonly zh: string; readonly en: string } {
  if (!isLine(line)) return { zh: `“${line}”`, en: `"${line}"` };
  const { kind, pool } = partsOfLine(line);
  const { zh, en } = LINE_WORDS[kind];
  return pool === '' ? { zh, en: `"${en}"` } : { zh: `${pool} 的${zh}`, en: `"${en}" of ${pool}` };
}

type Cited = Pick<Movement, 'line' | 'clauses'>;

export function wrongPhase(kind: YearStepKind | 'dropped', phase: YearPhase): Refusal {
  const [step, now] = [STEP_WORDS[kind], PHASE_WORDS[phase]];
  return {
    code: 'wrong_state',
    at: phase,
    what: {
      zh: `当前为“${now.zh}”，不能办理“${step.zh}”`,
      en: `the year is at "${now.en}"; the step "${step.en}" is not possible now`,
    },
    next: { zh: '请按当前步骤办理', en: 'take the step that comes next' },
  };
}

export function sameMaker(): Refusal {
  return {
    code: 'same_person',
    at: '',
    what: {
      zh: '须由另一人办理：您参与了数据、方案或申请',
      en: 'another person must do it: you made a figure, the proposal or the request',
    },
    next: { zh: '请由未参与的人员办理', en: 'have someone decide who took no part in it' },
  };
}

export function sameChecker(): Refusal {
  return {
    code: 'third_person_missing',
    at: '',
    what: {
      zh: '须由第三人批准：方案是您复核的',
      en: 'a third person must approve it: you checked the proposal',
    },
    next: {
      zh: '请由经办、复核以外的人员批准；所辖地区只有两人担任时，请先为第三人申请“基金复核”角色',
      en: 'have someone approve who neither made nor checked it; where only two people hold the roles, first request the role of fund checker for a third',
    },
  };
}

export function nothingOpen(): Refusal {
  return {
    code: 'nothing_open',
    at: 'payments',
    what: { zh: '没有待付款项', en: 'no line has an open amount' },
    next: { zh: '请核对办理状态', en: 'check the state of the year' },
  };
}

export function lineNotOpen(index: number, line: string): Refusal {
  return {
    code: 'line_not_open',
    at: `payments[${index}].line`,
    what: {
      zh: `${lineWords(line).zh}没有待付金额，或重复列出`,
      en: `the line ${lineWords(line).en} has no open amount, or is listed twice`,
    },
    next: { zh: '请从待付清单中选择', en: 'choose one of the open lines' },
  };
}

export function paymentTooLarge(index: number, line: string, open: Fen): Refusal {
  return {
    code: 'payment_above_open',
    at: `payments[${index}].amount`,
    what: {
      zh: `${lineWords(line).zh}待付 ${formatYuan(open)} 元，金额不在其内`,
      en: `the line ${lineWords(line).en} has ${formatYuan(open)} yuan open; the amount does not lie within that`,
    },
    next: {
      zh: '请改为不超过待付的金额；退回须一次付清',
      en: 'give at most the open amount; a repayment must be made in full at once',
    },
  };
}

/** Refuses to remit a treasury's share before the treasury has paid it to the pool. */
export function treasuryNotReceived({ line, clauses: [clause] }: Cited, most: Fen): Refusal {
  return {
    code: 'treasury_not_received',
    at: line,
    ...(clause === undefined ? {} : { clause }),
    what: {
      zh: `${lineWords(line).zh}由财政承担，已到账而未上划的为 ${formatYuan(most)} 元；统筹区的其他资金不能代垫`,
      en: `the treasury bears the line ${lineWords(line).en}; ${formatYuan(most)} yuan of it have been received and not yet remitted, and other money of the pool may not replace it`,
    },
    next: {
      zh: '请先按银行回单登记“财政补足”到账，再上划',
      en: "first record the treasury's payment from the bank's slip, then remit it",
    },
  };
}

/** Refuses to complete a year while a treasury still owes its share. */
export function treasuryOpen({ line, amount, clauses: [clause] }: Cited & { readonly amount: Fen }): Refusal {
  return {
    code: 'treasury_open',
    at: line,
    ...(clause === undefined ? {} : { clause }),
    what: {
      zh: `${lineWords(line).zh}还有 ${formatYuan(amount)} 元未到账，年度不能办结`,
      en: `${formatYuan(amount)} yuan of the line ${lineWords(line).en} have not been received; the year cannot be completed`,
    },
    next: {
      zh: '请催缴；到账后按银行回单登记此款',
      en: "demand the payment; once it is received, record it on this line from the bank's slip",
    },
  };
}

export function badAmount(at: string): Refusal {
  return {
    code: 'bad_amount',
    at,
    what: { zh: '不是金额', en: 'it is not an amount' },
    next: {
      zh: '请写成元，至多两位小数，如 1234.50',
      en: 'write yuan with at most two decimals, such as 1234.50',
    },
  };
}
