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

export const STEP_WORDS: Readonly<Record<YearStepKind, { readonly zh: string; readonly en: string }>> = {
  opened: { zh: '立项', en: 'opened' },
  frozen: { zh: '锁定数据', en: 'figures frozen' },
  proposed: { zh: '提出方案', en: 'proposed' },
  checked: { zh: '复核', en: 'checked' },
  returned: { zh: '退回', en: 'returned' },
  approved: { zh: '批准', en: 'approved' },
  paid: { zh: '上解下拨', en: 'paid' },
  corrected: { zh: '启动更正', en: 'correction opened' },
};

export function wrongPhase(kind: YearStepKind, phase: YearPhase): Refusal {
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
    what: { zh: `${line} 没有待付金额，或重复列出`, en: `nothing is open on ${line}, or it is named twice` },
    next: { zh: '请从待付清单中选择', en: 'choose from what is open' },
  };
}

export function paymentTooLarge(index: number, line: string, open: Fen): Refusal {
  return {
    code: 'payment_above_open',
    at: `payments[${index}].amount`,
    what: {
      zh: `${line} 待付 ${formatYuan(open)} 元，金额不在其内`,
      en: `${formatYuan(open)} yuan are open on ${line}; the amount is no part of it`,
    },
    next: {
      zh: '请改为不超过待付的金额；退回须一次付清',
      en: 'pay no more than that; money that goes back goes whole',
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

export function notOutOfHundred(highest: string): Refusal {
  return {
    code: 'points_not_hundred',
    at: 'content.scores',
    what: { zh: `各项满分合计 ${highest}，须为 100 分`, en: `the points add up to ${highest}, not to 100` },
    next: { zh: '请按考核办法改正各项满分', en: 'correct the points as the plan of the year has them' },
  };
}
