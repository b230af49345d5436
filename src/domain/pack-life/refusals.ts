import type { PackEvent } from '#domain/pack-life/pack-event';
import type { PackState, PackVersion } from '#domain/pack-life/pack-life';
import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';

export const PACK_STATE_WORDS: Readonly<Record<PackState, Bilingual>> = {
  draft: { zh: '待核对', en: 'draft' },
  checked: { zh: '已核对', en: 'checked' },
  approved: { zh: '已批准', en: 'approved' },
  in_force: { zh: '施行', en: 'in force' },
  superseded: { zh: '被替代', en: 'superseded' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export function noName(): Refusal {
  return {
    code: 'name_missing',
    at: 'by',
    what: { zh: '未说明由谁办理', en: 'nobody is named' },
    next: { zh: '请写明姓名', en: 'name the person who does it' },
  };
}

export function earlierThanKnown(now: string, known: string): Refusal {
  return {
    code: 'earlier_than_known',
    at: now,
    what: { zh: `早于已记录的最后一事（${known}）`, en: `earlier than the last thing recorded (${known})` },
    next: { zh: '请校正本机时钟', en: "correct this machine's clock" },
  };
}

export function alreadySubmitted(hash: string): Refusal {
  return {
    code: 'already_submitted',
    at: short(hash),
    what: { zh: '这个版本已经提交过', en: 'this version has been submitted before' },
    next: { zh: '请接着办理，或修改后提交新版本', en: 'go on with it, or change the pack and submit that' },
  };
}

export function notSubmitted(hash: string): Refusal {
  return {
    code: 'not_submitted',
    at: short(hash),
    what: { zh: '这个版本尚未提交', en: 'this version has not been submitted' },
    next: { zh: '请先提交', en: 'submit it first' },
  };
}

export function wrongState({ hash, state }: PackVersion, needed: readonly PackState[]): Refusal {
  const words = needed.map((each) => PACK_STATE_WORDS[each]);
  return {
    code: 'wrong_state',
    at: short(hash),
    what: {
      zh: `此版本现为“${PACK_STATE_WORDS[state].zh}”，须为“${words.map(({ zh }) => zh).join('”或“')}”`,
      en: `the version is ${PACK_STATE_WORDS[state].en}, not ${words.map(({ en }) => en).join(' or ')}`,
    },
    next: {
      zh: '顺序为：提交、核对、批准、施行；请重看各版本',
      en: 'the order is submit, check, approve, put in force; look at the versions again',
    },
  };
}

export function casesFailed(hash: string, failed: readonly string[]): Refusal {
  return {
    code: 'cases_failed',
    at: short(hash),
    what: { zh: `范例不符：${failed.join('、')}`, en: `worked cases do not hold: ${failed.join(', ')}` },
    next: {
      zh: '请改正后提交新版本，或改正范例',
      en: 'correct the pack and submit that, or correct the case',
    },
  };
}

/** Refuses to put a version in force by other worked cases than those it was checked by. */
export function casesChanged(hash: string, checked: string, present: string | null): Refusal {
  const [was, is] = [short(checked), present === null ? '–' : short(present)];
  return {
    code: 'cases_changed',
    at: short(hash),
    what: {
      zh: `核对以后范例有改动：核对时为 ${was}，现为 ${is}`,
      en: `the worked cases were changed since the check: they were ${was} and are ${is} now`,
    },
    next: {
      zh: '请恢复核对时的范例文件；确需改动的，撤回此版本，重新提交并核对',
      en: 'restore the files of the cases as checked; where they had to change, withdraw the version, submit and check anew',
    },
  };
}

export function samePerson(hash: string, { event, actor }: PackEvent): Refusal {
  const did = event === 'submitted' ? { zh: '提交', en: 'submitted' } : { zh: '核对', en: 'checked' };
  return {
    code: 'same_person',
    at: short(hash),
    what: {
      zh: `${actor}${did.zh}过这个版本，不能再批准它`,
      en: `${actor} ${did.en} this version and may not approve it`,
    },
    next: { zh: '请由另一人批准', en: 'have another person approve it' },
  };
}

export function draftNeverInForce(hash: string, parts: readonly string[]): Refusal {
  return {
    code: 'draft_never_in_force',
    at: short(hash),
    what: {
      zh: `${parts.join('、')} 仍是征求意见稿，可以模拟，不得施行（R-7）`,
      en: `${parts.join(', ')} is a consultation draft: it may be simulated and never goes in force (R-7)`,
    },
    next: { zh: '请等正式文件印发后提交新版本', en: 'submit a new version when the document is issued' },
  };
}

export function notAfterLast(from: PlainDate, last: string, start: PlainDate): Refusal {
  return {
    code: 'not_after_last',
    at: from,
    what: {
      zh: `版本 ${short(last)} 自 ${start} 起施行，新版本须在此后施行`,
      en: `version ${short(last)} is in force from ${start}; a new one must start after that`,
    },
    next: {
      zh: '请改日期，或先撤回该版本',
      en: 'choose a later day, or withdraw that version first',
    },
  };
}

export function stillInForce(from: PlainDate, last: string, until: PlainDate): Refusal {
  return {
    code: 'still_in_force',
    at: from,
    what: {
      zh: `版本 ${short(last)} 到 ${until} 才停止施行`,
      en: `version ${short(last)} stays in force until ${until}`,
    },
    next: { zh: `请自 ${until} 或之后施行`, en: `start on ${until} or later` },
  };
}

export function dateMissing(hash: string): Refusal {
  return {
    code: 'date_missing',
    at: short(hash),
    what: {
      zh: '此版本在施行，未说明自哪天起停止',
      en: 'the version is in force; no day is given for its end',
    },
    next: {
      zh: '请写明停止施行的第一天；写施行首日即视为从未施行',
      en: 'give the first day on which it no longer holds; its own first day undoes it whole',
    },
  };
}

export function dateNotWanted(hash: string): Refusal {
  return {
    code: 'date_not_wanted',
    at: short(hash),
    what: { zh: '此版本没有施行，撤回不需日期', en: 'the version is not in force; no day is wanted' },
    next: { zh: '请去掉日期', en: 'leave the day out' },
  };
}

export function endsBeforeStart(hash: string, from: PlainDate, start: PlainDate): Refusal {
  return {
    code: 'ends_before_start',
    at: from,
    what: {
      zh: `版本 ${short(hash)} 自 ${start} 起施行，不能在此前停止`,
      en: `version ${short(hash)} is in force from ${start} and cannot end before`,
    },
    next: { zh: `请自 ${start} 或之后撤回`, en: `withdraw it from ${start} or later` },
  };
}

function short(hash: string): string {
  return hash.slice(0, 12);
}
