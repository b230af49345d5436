import type { Movement } from '#domain/adjustment-year/posted-lines';
import { isLine, partsOfLine, type LineKind } from '#domain/adjustment-year/year-line';
import type { YearPhase, YearStepKind } from '#domain/adjustment-year/year-step';
import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

export const PHASE_WORDS: Readonly<Record<YearPhase, { readonly zh: string; readonly en: string }>> = {
  gathering: { zh: '数据归集', en: 'gathering figures' },
  frozen: { zh: '数据已锁定', en: 'figures frozen' },
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
};

export const LINE_WORDS: Readonly<Record<LineKind, { readonly zh: string; readonly en: string }>> = {
  levy: { zh: '上解', en: 'the levy' },
  burden: { zh: '承担款上解', en: 'what is borne' },
  recovery: { zh: '追回上解', en: 'recoveries' },
  allocation: { zh: '下拨', en: 'the allocation' },
  treasury: { zh: '财政补足', en: "the treasury's part" },
  reserve: { zh: '提取风险储备', en: 'the reserve' },
  release: { zh: '动用风险储备', en: 'the release of the reserve' },
  legacy: { zh: '动用统筹前结余', en: 'the balance from before pooling' },
};

/** A line that somebody named: by its kind and pool, or as it was written where it is none. */
function lineWords(line: string): { readonly zh: string; readonly en: string } {
  if (!isLine(line)) return { zh: `“${line}”`, en: `"${line}"` };
  const { kind, pool } = partsOfLine(line);
  const { zh, en } = LINE_WORDS[kind];
  return pool === '' ? { zh, en } : { zh: `${pool} 的${zh}`, en: `${en} of ${pool}` };
}

type Cited = Pick<Movement, 'line' | 'clauses'>;

export function wrongPhase(kind: YearStepKind | 'dropped', phase: YearPhase): Refusal {
  const [step, now] = [STEP_WORDS[kind], PHASE_WORDS[phase]];
  return {
    code: 'wrong_state',
    at: phase,
    what: {
      zh: `当前为“${now.zh}”，不能办理“${step.zh}”`,
      en: `the year is at "${now.en}"; the step "${step.en}" does not follow`,
    },
    next: { zh: '请按当前步骤办理', en: 'do the step that is next' },
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
    next: { zh: '请由未参与的人员办理', en: 'have someone decide who made none of it' },
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
      en: 'have someone approve who neither made nor checked it; where a place has two people only, a grant of fund checker to a third comes first',
    },
  };
}

export function reasonMissing(): Refusal {
  return {
    code: 'reason_missing',
    at: 'note',
    what: { zh: '未写理由', en: 'no reason is given' },
    next: { zh: '请写明理由或文号', en: 'give the reason or the number of the document' },
  };
}

export function nothingOpen(): Refusal {
  return {
    code: 'nothing_open',
    at: 'payments',
    what: { zh: '没有待付款项', en: 'nothing is open' },
    next: { zh: '请核对办理状态', en: 'look at the state of the year' },
  };
}

export function lineNotOpen(index: number, line: string): Refusal {
  return {
    code: 'line_not_open',
    at: `payments[${index}].line`,
    what: {
      zh: `${lineWords(line).zh}没有待付金额，或重复列出`,
      en: `nothing is open on ${lineWords(line).en}, or it is named twice`,
    },
    next: { zh: '请从待付清单中选择', en: 'choose from what is open' },
  };
}

export function paymentTooLarge(index: number, line: string, open: Fen): Refusal {
  return {
    code: 'payment_above_open',
    at: `payments[${index}].amount`,
    what: {
      zh: `${lineWords(line).zh}待付 ${formatYuan(open)} 元，金额不在其内`,
      en: `${formatYuan(open)} yuan are open on ${lineWords(line).en}; the amount is no part of it`,
    },
    next: {
      zh: '请改为不超过待付的金额；退回须一次付清',
      en: 'pay no more than that; money that goes back goes whole',
    },
  };
}

/** Of what a treasury bears, which goes up once it has come in. */
export function treasuryNotReceived({ line, clauses: [clause] }: Cited, most: Fen): Refusal {
  return {
    code: 'treasury_not_received',
    at: line,
    ...(clause === undefined ? {} : { clause }),
    what: {
      zh: `${lineWords(line).zh}由财政承担，已到账而未上划的为 ${formatYuan(most)} 元；统筹区的其他资金不能代垫`,
      en: `the treasury bears ${lineWords(line).en}; ${formatYuan(most)} yuan of it have come in and not gone up, and no other money of the pool stands in`,
    },
    next: {
      zh: '请先按银行回单登记“财政补足”到账，再上划',
      en: "record first, from the bank's slip, what came in on the treasury's line",
    },
  };
}

/** A receivable from a government: the year is not complete before it has come in. */
export function treasuryOpen({ line, amount, clauses: [clause] }: Cited & { readonly amount: Fen }): Refusal {
  return {
    code: 'treasury_open',
    at: line,
    ...(clause === undefined ? {} : { clause }),
    what: {
      zh: `${lineWords(line).zh}还有 ${formatYuan(amount)} 元未到账，年度不能办结`,
      en: `${formatYuan(amount)} yuan of ${lineWords(line).en} have not come in; the year is not complete without`,
    },
    next: {
      zh: '请催缴；到账后按银行回单登记此款',
      en: "press for it; once it has come in, record it on this line from the bank's slip",
    },
  };
}

export function memberMissing(member: string): Refusal {
  return {
    code: 'missing_field',
    at: `content.${member}`,
    what: { zh: '缺少此项', en: 'it is missing' },
    next: { zh: '请补充', en: 'give it' },
  };
}

export function memberNotWanted(member: string, kind: string): Refusal {
  return {
    code: 'unknown_field',
    at: `content.${member}`,
    what: { zh: `${kind} 没有这一项`, en: `${kind} has no such member` },
    next: { zh: '请删除', en: 'leave it out' },
  };
}

export function badAmount(at: string): Refusal {
  return {
    code: 'bad_amount',
    at,
    what: { zh: '不是金额', en: 'it is no amount' },
    next: {
      zh: '请写成元，至多两位小数，如 1234.50',
      en: 'write yuan with at most two decimals, such as 1234.50',
    },
  };
}

export function causeMixed(): Refusal {
  return {
    code: 'cause_mixed',
    at: 'content.cause',
    what: { zh: '同一统筹区同一年度的紧急申请须为同一事由', en: 'a pool applies for one cause in a year' },
    next: {
      zh: '请并入原申请，或先由复核人退回原申请',
      en: 'add to the first application, or have it refused first',
    },
  };
}

export function handedOver(pool: string): Refusal {
  return {
    code: 'already_submitted',
    at: pool,
    what: { zh: '该年度的移交已经登记', en: 'the handover of this year is recorded already' },
    next: { zh: '请先由复核人退回原登记', en: 'have the first one refused if it is wrong' },
  };
}

export function matterDecided(id: string): Refusal {
  return {
    code: 'grant_decided',
    at: id,
    what: { zh: '该事项已有结论', en: 'the matter has been decided' },
    next: { zh: '请重看列表', en: 'look at the list again' },
  };
}

export function grantTooLarge(applied: string): Refusal {
  return {
    code: 'grant_above_application',
    at: 'granted',
    what: { zh: `超过申请额 ${applied} 元`, en: `it is above the ${applied} yuan applied for` },
    next: { zh: '请改为不超过申请额的金额', en: 'grant no more than that' },
  };
}

export function assessmentOpen(pool: string): Refusal {
  return {
    code: 'assessment_open',
    at: pool,
    what: {
      zh: `${pool} 本年度的考核已提出，尚未审定`,
      en: `an assessment of ${pool} for this year waits for its decision`,
    },
    next: { zh: '请先审定或退回该考核', en: 'have that one granted or refused first' },
  };
}
