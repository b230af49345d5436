import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';

export type AnswerOutcome = 'paid' | 'rejected';

/** What became of a line, as the bank says it. */
export interface GivenAnswer {
  readonly outcome: AnswerOutcome;
  /** Why it was rejected; empty when it was paid. */
  readonly reason: string;
  readonly on: PlainDate;
  readonly reference: string;
}

/** What the bank says of one line. */
export interface AnswerLine extends GivenAnswer {
  readonly line: number;
  readonly number: string;
  readonly amount: bigint;
  /** `file:line`, for refusals. */
  readonly at: string;
}

/** A line as it was sent, with what the bank has said of it before. */
export interface SentLine {
  readonly line: number;
  readonly number: string;
  readonly amount: bigint;
  readonly answers: readonly GivenAnswer[];
}

export interface CheckedAnswer {
  /** Said for the first time. */
  readonly added: readonly AnswerLine[];
  /** Said before, and the same. */
  readonly known: number;
}

/** Between which days an answer may lie, both in China: the run was sent, and what has not happened is not booked. */
interface AnswerDays {
  readonly sentOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * Holds a bank's answer against what was sent: known lines, with their account and amount, each once. What was said
 * before is known where it is the same again, and refused where it is said otherwise; a payment may come back after it
 * was paid, and never the other way round.
 */
export function checkAnswer(
  answer: readonly AnswerLine[],
  sent: ReadonlyMap<number, SentLine>,
  days: AnswerDays,
): Decision<CheckedAnswer> {
  const refusals: Refusal[] = [];
  const added: AnswerLine[] = [];
  const seen = new Set<number>();
  let known = 0;
  for (const said of answer) {
    const line = sent.get(said.line);
    const fault = seen.has(said.line) ? FAULTS.repeated : faultOf(said, line, days);
    seen.add(said.line);
    if (fault !== undefined) refusals.push({ ...fault, at: said.at });
    else if (saidBefore(said, line) === undefined) added.push(said);
    else known += 1;
  }
  const [first, ...others] = refusals;
  return first === undefined ? allow({ added, known }) : refuse(first, ...others);
}

/** What the bank has said of the line with this outcome. */
function saidBefore({ outcome }: AnswerLine, line: SentLine | undefined): GivenAnswer | undefined {
  return line?.answers.find((given) => given.outcome === outcome);
}

function faultOf(
  said: AnswerLine,
  line: SentLine | undefined,
  { sentOn, today }: AnswerDays,
): Omit<Refusal, 'at'> | undefined {
  if (line === undefined) return FAULTS.unknown;
  if (line.number !== said.number) return FAULTS.number;
  if (line.amount !== said.amount) return FAULTS.amount;
  if (said.on < sentOn) return FAULTS.day;
  if (said.on > today) return FAULTS.ahead;
  if (said.outcome === 'rejected' && said.reason.trim() === '') return FAULTS.reason;
  const before = saidBefore(said, line);
  if (before !== undefined) return isSame(before, said) ? undefined : saidOtherwise(said.line, before);
  const other = line.answers[0];
  if (other === undefined) return undefined;
  if (said.outcome === 'paid') return FAULTS.otherwise;
  return said.on < other.on ? FAULTS.back : undefined;
}

function isSame(one: GivenAnswer, other: GivenAnswer): boolean {
  return one.on === other.on && one.reason === other.reason && one.reference === other.reference;
}

/** The same outcome with another day, reason or number: one of the two is wrong, and a person has to say which. */
function saidOtherwise(line: number, { on, reason, reference }: GivenAnswer): Omit<Refusal, 'at'> {
  const told = [on, reason, reference].filter((part) => part !== '').join(', ');
  return fault(
    'answer_differs_from_before',
    `第 ${line} 行以前已回盘，内容不同（原为：${told}）`,
    `line ${line} was answered before, and otherwise: ${told}`,
  );
}

function fault(code: string, zh: string, en: string): Omit<Refusal, 'at'> {
  const next = { zh: '请向银行核实，改正后重新导入', en: 'ask the bank, and import a corrected file' };
  return { code, clause: 'NAT-28.7', what: { zh, en }, next };
}

const FAULTS = {
  unknown: fault('answer_line_unknown', '批次中没有这一行', 'the run has no such line'),
  repeated: fault('answer_line_repeated', '同一行出现两次', 'a line is answered twice in one file'),
  number: fault('answer_account_differs', '账号与送出的不一致', 'the account is not the one that was sent'),
  amount: fault('answer_amount_differs', '金额与送出的不一致', 'the amount is not the one that was sent'),
  day: fault('answer_before_sending', '日期早于送出日', 'the day lies before the run was sent'),
  ahead: fault('day_ahead', '日期晚于今天，尚未发生', 'the day lies after today and has not come'),
  back: fault(
    'answer_before_payment',
    '退回日期早于此行的付讫日期',
    'the line comes back before the day on which it was paid',
  ),
  reason: fault('answer_reason_missing', '退回而未写原因', 'a payment was rejected without a reason'),
  otherwise: fault(
    'answer_contradicts',
    '此行已回盘为退回，不能再回盘为已付',
    'the line was rejected before and cannot be paid afterwards',
  ),
};
