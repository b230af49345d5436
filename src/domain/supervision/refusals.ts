import type { Bilingual } from '#kernel/bilingual';
import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

const WORDS = {
  supervision_not_named: [
    { zh: '该地政策包没有列出监管方式', en: 'the policy of the place names no lines of supervision' },
    { zh: '请先在政策包的 supervision.yaml 中写明', en: 'name them in supervision.yaml of the pack first' },
  ],
  unknown_line: [
    { zh: '政策没有这一监管方式', en: 'the policy has no such line of supervision' },
    { zh: '请从政策所列的监管方式中选择', en: 'choose one of those that the policy names' },
  ],
  unknown_stage: [
    {
      zh: '环节须为政策所列之一；政策未列的不填',
      en: 'the stage is one that the policy names, or none where it names none',
    },
    { zh: '请从政策所列的环节中选择', en: 'choose one of those that the policy names' },
  ],
  departments_missing: [
    {
      zh: '须列明参与部门，并包括立项人所在部门',
      en: 'the departments are named once each, with that of who opens among them',
    },
    { zh: '请补上或改正部门', en: 'name them all' },
  ],
  joint_needs_two: [
    { zh: '部门联合监管须有两个以上部门参与', en: 'a joint line needs at least two departments' },
    { zh: '请补上参与部门，或改用其他监管方式', en: 'name the others, or choose another line' },
  ],
  other_place_wanted: [
    {
      zh: '异地就医监管须写明另一地；其他方式不写',
      en: 'an off-site line names another place; the others name none',
    },
    { zh: '请改正另一地', en: 'correct the other place' },
  ],
  not_a_body: [
    {
      zh: '被检查对象须为单位代码，不得为个人证件号码',
      en: 'who is examined is a body by its code, never a person',
    },
    { zh: '请填写机构、单位或机关的代码', en: 'give the code of the institution, employer or office' },
  ],
  document_missing: [
    { zh: '没有文件名称或文件的 SHA-256', en: 'the document or its SHA-256 is missing' },
    { zh: '请补上文件和校验值', en: 'give both' },
  ],
  bad_day: [
    { zh: '日期不对，或晚于今天', en: 'it is no day, or one that has not come' },
    { zh: '请改正日期', en: 'correct the day' },
  ],
  unknown_clause: [
    { zh: '政策包及其上级包中没有该条款', en: 'neither the pack nor those it extends know the clause' },
    { zh: '请填写违反的条款编号', en: 'give the id of the clause that was breached' },
  ],
  case_closed: [
    { zh: '事项已办结', en: 'the case is closed' },
    { zh: '请另立新的事项', en: 'open another case' },
  ],
  report_waits: [
    { zh: '该问题已有整改情况待确认', en: 'a report on this finding waits for its confirmation' },
    { zh: '请先由另一人确认或退回', en: 'have another person confirm or refuse it first' },
  ],
  finding_settled: [
    { zh: '该问题已整改完毕', en: 'the finding is settled' },
    { zh: '无须再报', en: 'nothing more is to be reported' },
  ],
  nothing_reported: [
    { zh: '没有退回金额，也没有损失', en: 'nothing was returned and nothing is settled as loss' },
    { zh: '请填写退回的记账事项或损失金额', en: 'name the events of what came back, or the loss' },
  ],
  bad_amount: [
    { zh: '金额须大于零；损失不得为负', en: 'amounts are above zero, and a loss is not below' },
    { zh: '请改正金额', en: 'correct the amount' },
  ],
  event_repeated: [
    { zh: '同一记账事项列了两次', en: 'an event is named twice' },
    { zh: '请每个事项只列一次', en: 'name each event once' },
  ],
  event_not_recovery: [
    {
      zh: '该事项不是本统筹区本险种已记账的追回款，或已冲销',
      en: 'it is no posted recovery of this pool and type, or it was reversed',
    },
    {
      zh: '请选择“追回当年待遇”或“追回以前年度待遇”的记账事项',
      en: 'name an event by which a benefit was recovered',
    },
  ],
  event_counted: [
    { zh: '该记账事项已计入另一问题', en: 'the event is counted for another finding' },
    { zh: '一笔追回款只能计一次，请选择其他事项', en: 'a recovery counts once: name another event' },
  ],
  report_decided: [
    { zh: '该整改情况已有结论', en: 'the report has been decided' },
    { zh: '请重看该事项', en: 'look at the case again' },
  ],
  same_person: [
    { zh: '须由另一人确认', en: 'another person must confirm it' },
    { zh: '请由未报告整改的人员确认', en: 'have someone decide who did not report it' },
  ],
  reason_missing: [
    { zh: '未写退回理由', en: 'no reason is given' },
    { zh: '请写明理由', en: 'give the reason' },
  ],
  findings_open: [
    { zh: '仍有问题未整改完毕', en: 'a finding is not settled' },
    {
      zh: '各问题整改经确认或核为损失后方可办结',
      en: 'have each of them rectified or settled as loss, and confirmed',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [Bilingual, Bilingual]>>;

/** Why supervision cannot go on so; `at` is a member of the request or a number. */
export function supervisionRefusal(code: keyof typeof WORDS, at: string, clause?: string): Refusal {
  const [what, next] = WORDS[code];
  return { code, at, ...(clause === undefined ? {} : { clause }), what, next };
}

export function aboveOpen(at: string, open: Fen): Refusal {
  return {
    code: 'above_open',
    at,
    what: {
      zh: `退回与损失合计超过尚未整改的 ${formatYuan(open)} 元`,
      en: `what is returned and lost is above the ${formatYuan(open)} yuan that are open`,
    },
    next: { zh: '请改为不超过该金额', en: 'report no more than that' },
  };
}

export function aboveEvent(at: string, recovered: Fen): Refusal {
  return {
    code: 'above_event',
    at,
    what: {
      zh: `该记账事项只追回 ${formatYuan(recovered)} 元`,
      en: `the event recovered ${formatYuan(recovered)} yuan only`,
    },
    next: { zh: '请改为不超过该金额', en: 'count no more than that' },
  };
}

export function unknownRecord(number: bigint): Refusal {
  return {
    code: 'unknown_supervision',
    at: String(number),
    what: {
      zh: '所辖范围内没有这个监督检查记录',
      en: 'there is no such record of supervision within your places',
    },
    next: { zh: '请从监督检查列表中选择', en: 'choose one from the list of cases' },
  };
}
