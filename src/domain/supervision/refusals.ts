import type { Refusal } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';
import { refusalOf, type RefusalWords } from '#kernel/refusal-words';

const WORDS = {
  supervision_not_named: [
    { zh: '该地政策包没有列出监管方式', en: 'the policy of the place lists no methods of supervision' },
    { zh: '请先在政策包的 supervision.yaml 中写明', en: 'list them in supervision.yaml of the pack first' },
  ],
  unknown_line: [
    { zh: '政策没有这一监管方式', en: 'the policy has no such method of supervision' },
    { zh: '请从政策所列的监管方式中选择', en: 'choose one that the policy lists' },
  ],
  unknown_stage: [
    {
      zh: '环节须为政策所列之一；政策未列的不填',
      en: 'the stage must be one that the policy lists; give none where it lists none',
    },
    { zh: '请从政策所列的环节中选择', en: 'choose one that the policy lists' },
  ],
  departments_missing: [
    {
      zh: '须列明参与部门，并包括立项人所在部门',
      en: 'list each department that takes part once, among them that of the person who opens the case',
    },
    { zh: '请补上或改正部门', en: 'complete or correct the departments' },
  ],
  joint_needs_two: [
    { zh: '部门联合监管须有两个以上部门参与', en: 'joint supervision needs at least two departments' },
    { zh: '请补上参与部门，或改用其他监管方式', en: 'add the other departments, or choose another method' },
  ],
  other_place_wanted: [
    {
      zh: '异地就医监管须写明另一地；其他方式不写',
      en: 'off-site supervision names the other place; the other methods name none',
    },
    { zh: '请改正另一地', en: 'correct the other place' },
  ],
  other_place_unknown: [
    {
      zh: '另一地不是同一调剂金的统筹区，也不在登记的地区之内',
      en: 'the other place is no pool of the same fund, nor a registered place of one',
    },
    {
      zh: '请从同一调剂金的统筹区中选择；在此之外的，选“调剂范围以外”（outside-of-fund）',
      en: 'choose a pool of the same fund; for any other place, give outside-of-fund',
    },
  ],
  not_a_body: [
    {
      zh: '被检查对象须为单位代码，不得为个人证件号码',
      en: "the examined party is given by its institution code, never by a person's id",
    },
    { zh: '请填写机构、单位或机关的代码', en: 'give the code of the institution, employer or office' },
  ],
  document_missing: [
    { zh: '没有文件名称或文件的 SHA-256', en: 'the document or its SHA-256 is missing' },
    { zh: '请补上文件和校验值', en: 'give both' },
  ],
  bad_day: [
    { zh: '日期不对，或晚于今天', en: 'it is not a day of the calendar, or lies in the future' },
    { zh: '请改正日期', en: 'correct the day' },
  ],
  unknown_clause: [
    { zh: '政策包及其上级包中没有该条款', en: 'neither the pack nor a pack it extends has the clause' },
    { zh: '请填写违反的条款编号', en: 'give the id of the clause that was breached' },
  ],
  case_closed: [
    { zh: '事项已办结', en: 'the case is closed' },
    { zh: '请另立新的事项', en: 'open a new case' },
  ],
  report_waits: [
    { zh: '该问题已有整改情况待确认', en: 'a report on this finding is waiting for confirmation' },
    { zh: '请先由另一人确认或退回', en: 'have another person confirm or refuse it first' },
  ],
  finding_settled: [
    { zh: '该问题已整改完毕', en: 'the finding is settled' },
    { zh: '无须再报', en: 'no further report is needed' },
  ],
  nothing_reported: [
    { zh: '没有退回金额，也没有损失', en: 'neither a returned amount nor a loss is given' },
    {
      zh: '请填写退回的记账事项或损失金额',
      en: 'name the events that posted the returned money, or give the loss',
    },
  ],
  bad_amount: [
    { zh: '金额须大于零；损失不得为负', en: 'amounts must be above zero, and a loss must not be negative' },
    { zh: '请改正金额', en: 'correct the amount' },
  ],
  event_repeated: [
    { zh: '同一记账事项列了两次', en: 'the same event is listed twice' },
    { zh: '请每个事项只列一次', en: 'list each event once' },
  ],
  event_not_recovery: [
    {
      zh: '该事项不是本统筹区本险种已记账的追回款，或已冲销',
      en: 'the event is not a posted recovery of this pool and insurance type, or it has been reversed',
    },
    {
      zh: '请选择“追回当年待遇”或“追回以前年度待遇”的记账事项',
      en: 'name an event that posted a recovered benefit, of this or of an earlier year',
    },
  ],
  event_counted: [
    { zh: '该记账事项已计入另一问题', en: 'the event is already counted for another finding' },
    { zh: '一笔追回款只能计一次，请选择其他事项', en: 'a recovery counts once: name another event' },
  ],
  report_decided: [
    { zh: '该整改情况已有结论', en: 'a decision on the report has already been recorded' },
    { zh: '请重看该事项', en: 'open the case again' },
  ],
  same_person: [
    { zh: '须由另一人确认', en: 'another person must confirm it' },
    { zh: '请由未报告整改的人员确认', en: 'have it confirmed by someone who did not report it' },
  ],
  findings_open: [
    { zh: '仍有问题未整改完毕', en: 'some findings are not settled' },
    {
      zh: '各问题整改经确认或核为损失后方可办结',
      en: 'have each finding rectified or settled as a loss, and confirmed',
    },
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/**
 * Refuses a step of a supervision case.
 * @param at the member of the request that is wrong, or the number of the case, finding or report
 */
export function supervisionRefusal(code: keyof typeof WORDS, at: string, clause?: string): Refusal {
  return refusalOf(WORDS[code], code, at, { clause });
}

export function aboveOpen(at: string, open: Fen): Refusal {
  return {
    code: 'above_open',
    at,
    what: {
      zh: `退回与损失合计超过尚未整改的 ${formatYuan(open)} 元`,
      en: `returned amount and loss together exceed the ${formatYuan(open)} yuan that are not yet rectified`,
    },
    next: { zh: '请改为不超过该金额', en: 'report at most that amount' },
  };
}

export function aboveEvent(at: string, recovered: Fen): Refusal {
  return {
    code: 'above_event',
    at,
    what: {
      zh: `该记账事项只追回 ${formatYuan(recovered)} 元`,
      en: `the event recovered only ${formatYuan(recovered)} yuan`,
    },
    next: { zh: '请改为不超过该金额', en: 'count at most that amount' },
  };
}

export function unknownRecord(number: bigint): Refusal {
  return {
    code: 'unknown_supervision',
    at: String(number),
    what: {
      zh: '所辖范围内没有这个监督检查记录',
      en: 'there is no such supervision record within your places',
    },
    next: { zh: '请从监督检查列表中选择', en: 'choose one from the list of cases' },
  };
}
