import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';

export type AnswerOutcome = 'paid' | 'rejected';

/** What the bank says of one line. */
export interface AnswerLine {
  readonly line: number;
  readonly number: string;
  readonly amount: bigint;
  readonly outcome: AnswerOutcome;
  /** Why it was rejected; empty when it was paid. */
  readonly reason: string;
  readonly on: PlainDate;
  readonly reference: string;
  /** `file:line`, for refusals. */
  readonly at: string;
}

/** A line as it was sent, with what the bank has said of it before. */
export interface SentLine {
  readonly line: number;
  readonly number: string;
  readonly amount: bigint;
  readonly answers: readonly AnswerOutcome[];
}

export interface CheckedAnswer {
  /** Said for the first time. */
  readonly added: readonly AnswerLine[];
  /** Said before, and the same. */
  readonly known: number;
}

/**
 * Holds a bank's answer against what was sent: known lines, with their account and amount, each once. What was said
 * before is known already; a payment may come back after it was paid, and never the other way round.
 */
export function checkAnswer(
  answer: readonly AnswerLine[],
  sent: ReadonlyMap<number, SentLine>,
  sentOn: PlainDate,
): Decision<CheckedAnswer> {
  const refusals: Refusal[] = [];
  const added: AnswerLine[] = [];
  const seen = new Set<number>();
  let known = 0;
  for (const said of answer) {
    const fault = seen.has(said.line) ? FAULTS.repeated : faultOf(said, sent.get(said.line), sentOn);
    seen.add(said.line);
    if (fault !== undefined) refusals.push({ ...fault, at: said.at });
    else if (sent.get(said.line)?.answers.includes(said.outcome) === true) known += 1;
    else added.push(said);
  }
  const [first, ...others] = refusals;
  return first === undefined ? allow({ added, known }) : refuse(first, ...others);
}

function faultOf(
  said: AnswerLine,
  line: SentLine | undefined,
  sentOn: PlainDate,
): Omit<Refusal, 'at'> | undefined {
  if (line === undefined) return FAULTS.unknown;
  if (line.number !== said.number) return FAULTS.number;
  if (line.amount !== said.amount) return FAULTS.amount;
  if (said.on < sentOn) return FAULTS.day;
  if (said.outcome === 'rejected' && said.reason.trim() === '') return FAULTS.reason;
  if (said.outcome === 'paid' && line.answers.includes('rejected') && !line.answers.includes('paid')) {
    return FAULTS.otherwise;
  }
  return undefined;
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
  reason: fault('answer_reason_missing', '退回而未写原因', 'a payment was rejected without a reason'),
  otherwise: fault(
    'answer_contradicts',
    '此行已回盘为退回，不能再回盘为已付',
    'the line was rejected before and cannot be paid afterwards',
  ),
};
