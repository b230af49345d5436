import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

export function memberMissing(member: string): Refusal {
  return {
    code: 'missing_field',
    at: `content.${member}`,
    what: { zh: '缺少此项', en: 'this field is missing' },
    next: { zh: '请补充', en: 'fill it in' },
  };
}

export function memberNotWanted(member: string, kind: string): Refusal {
  return {
    code: 'unknown_field',
    at: `content.${member}`,
    what: { zh: `${kind} 没有这一项`, en: `${kind} has no such field` },
    next: { zh: '请删除', en: 'leave it out' },
  };
}

export function matterDecided(id: string): Refusal {
  return {
    code: 'grant_decided',
    at: id,
    what: { zh: '该事项已有结论', en: 'a decision on the matter has already been recorded' },
    next: { zh: '请重看列表', en: 'open the list again' },
  };
}

export function grantTooLarge(applied: string): Refusal {
  return {
    code: 'grant_above_application',
    at: 'granted',
    what: { zh: `超过申请额 ${applied} 元`, en: `the amount exceeds the ${applied} yuan applied for` },
    next: { zh: '请改为不超过申请额的金额', en: 'grant at most that amount' },
  };
}

export function assessmentOpen(pool: string): Refusal {
  return {
    code: 'assessment_open',
    at: pool,
    what: {
      zh: `${pool} 本年度的考核已提出，尚未审定`,
      en: `an assessment of ${pool} for this year is waiting for a decision`,
    },
    next: { zh: '请先审定或退回该考核', en: 'have it granted or refused first' },
  };
}

/** Refuses a second handover of a year: a granted one is replaced by one that names it, and not added to. */
export function handedOver(pool: string): Refusal {
  return {
    code: 'already_submitted',
    at: pool,
    what: { zh: '该年度的移交已经登记', en: 'a handover of this year is already recorded' },
    next: {
      zh: '尚未同意的，请由复核人退回原登记；已同意而有误的，请提出更正并写明更正哪一项',
      en: 'have a checker refuse it while it waits; if it was granted and is wrong, ask for a correction that names it',
    },
  };
}

/** Refuses the same paper for a further application: it would be paid twice. */
export function documentUsed(document: string): Refusal {
  return {
    code: 'already_submitted',
    at: 'documentHash',
    what: {
      zh: `材料“${document}”已提出过本年度的紧急申请`,
      en: `an application of this year already rests on the document "${document}"`,
    },
    next: {
      zh: '另有需要的请附新材料；原申请有误的，请提出更正',
      en: 'give a new document for a further need; ask for a correction if the application was wrong',
    },
  };
}

export function notCorrectable(id: string): Refusal {
  return {
    code: 'not_correctable',
    at: 'corrects',
    what: {
      zh: `事项 ${id} 不能更正：不是同一统筹区、险种、年度、类别的已同意事项，或已有更正`,
      en: `the matter ${id} cannot be corrected: it is not a granted one of the same pool, insurance type, year and kind, or a correction of it is recorded`,
    },
    next: {
      zh: '请从事项列表中选择现行有效的一项；待决定的更正请先办结',
      en: 'choose the one in force from the list of matters; have a waiting correction decided first',
    },
  };
}

export function correctionNotWanted(kind: string): Refusal {
  return {
    code: 'unknown_field',
    at: 'corrects',
    what: {
      zh: `${kind} 以最后同意的一项为准，不用更正`,
      en: `of several granted matters of the kind ${kind} the last counts; none is corrected`,
    },
    next: { zh: '请另行提出，不写更正', en: 'ask for a new one without naming a correction' },
  };
}

/** Refuses a grant above what the pool lacks, or of an unknown shortage, without a stated reason. */
export function grantAboveShortage(shortage: Fen | undefined, clause: string | undefined): Refusal {
  const known = shortage === undefined ? undefined : formatYuan(shortage);
  return {
    code: 'grant_above_shortage',
    at: 'note',
    ...(clause === undefined ? {} : { clause }),
    what:
      known === undefined
        ? {
            zh: '账本尚不能测算该统筹区的支付缺口，未说明核定依据',
            en: 'the books do not yet let the shortage of the pool be reckoned, and no reason is given',
          }
        : {
            zh: `超过测算的支付缺口 ${known} 元，未说明理由`,
            en: `the amount exceeds the reckoned shortage of ${known} yuan, and no reason is given`,
          },
    next: {
      zh: '请按实际缺口核定，或在说明中写明理由',
      en: 'grant what the pool actually lacks, or state the reason in the note',
    },
  };
}

/** Refuses an application of a cause that the policy never pays (JX-R8): granted, it would have no effect. */
export function causeNotPaid(causes: readonly string[], clause: string | undefined): Refusal {
  return {
    code: 'cause_not_paid',
    at: 'content.cause',
    ...(clause === undefined ? {} : { clause }),
    what: {
      zh: '本地政策的紧急调剂不认这一事由，同意后也不拨付',
      en: 'the policy pays no emergency allocation of this cause; granting it would have no effect',
    },
    next: {
      zh: `可认的事由：${causes.map((cause) => CAUSE_WORDS[cause]?.zh ?? cause).join('、')}；已提出的请不同意`,
      en: `causes that it pays: ${causes.map((cause) => CAUSE_WORDS[cause]?.en ?? cause).join(', ')}; refuse what was asked for already`,
    },
  };
}

const CAUSE_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  public_health: { zh: '突发公共卫生事件', en: 'public-health emergency' },
  policy: { zh: '政策重大变动', en: 'major policy change' },
};
