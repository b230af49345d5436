import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';

export type AnswerOutcome = 'paid' | 'rejected';

/** The outcome of a line as the bank reports it. */
export interface GivenAnswer {
  readonly outcome: AnswerOutcome;
  /** The bank's reason for a rejection; empty when the line was paid. */
  readonly reason: string;
  readonly on: PlainDate;
  readonly reference: string;
}

/** The bank's answer on one line. */
export interface AnswerLine extends GivenAnswer {
  readonly line: number;
  readonly number: string;
  readonly amount: bigint;
  /** `file:line`, for refusals. */
  readonly at: string;
}

/** A line as sent, with the bank's earlier answers on it. */
export interface SentLine {
  readonly line: number;
  readonly number: string;
  readonly amount: bigint;
  readonly answers: readonly GivenAnswer[];
}

export interface CheckedAnswer {
  /** Answers given for the first time. */
  readonly added: readonly AnswerLine[];
  /** Number of answers already given with the same content. */
  readonly known: number;
}

/** The first and last day, in China, that an answer may have: the day the run was sent, and today. */
interface AnswerDays {
  readonly sentOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * Checks a bank's answer against the lines sent: each line known, with its account and amount, and answered once. An
 * answer given before is accepted if it is the same and refused if it differs. A paid line may come back later, never
 * the other way round.
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

/** Finds the bank's earlier answer on the line with the same outcome. */
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

/**
 * Refuses the same outcome with another day, reason or reference: one of the two is wrong, and a person must decide
 * which.
 */
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
