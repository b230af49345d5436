import { chinaDateOf } from '#application/pack-life/china-time';
import { decideWithin } from '#application/payout/decide-within';
import { postAll, type Posting } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import type { CsvRow, TextSource } from '#application/ports/csv-reader';
import type { PaymentRun, PaymentRunLine } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import { checkAnswer, type AnswerLine } from '#domain/payout/check-answer';
import { eventAmounts, totalOf } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import { parsePlainDate } from '#kernel/plain-date';

/** The columns of a bank's answer file: the line as it was sent, and what became of it. */
const COLUMNS = [
  { name: 'run', content: { kind: 'text' } },
  { name: 'line', content: { kind: 'decimal', maxDecimals: 0 } },
  { name: 'account', content: { kind: 'text' } },
  { name: 'amount', content: { kind: 'decimal', maxDecimals: 2 } },
  { name: 'outcome', content: { kind: 'choice', options: ['paid', 'rejected'] } },
  { name: 'reason', content: { kind: 'text' }, optional: true },
  { name: 'date', content: { kind: 'text' } },
  { name: 'reference', content: { kind: 'text' }, optional: true },
] as const;

type Row = CsvRow<(typeof COLUMNS)[number]['name']>;

export interface ImportedAnswer {
  /** Lines that this file said something new of. */
  readonly paid: number;
  readonly rejected: number;
  /** Lines that had been said before, all of them where the file was imported before. */
  readonly known: number;
}

/**
 * Imports a bank's answer to a run, whole or not at all. What was rejected goes back into the expenditure account and is
 * owed again (NAT-28.7, NAT-P.11); the same file or line a second time changes nothing, and a line that says otherwise
 * than before is refused.
 */
export async function importAnswer(
  { payoutStore, readCsv, hash }: Pick<PayoutServices, 'payoutStore' | 'readCsv' | 'hash'>,
  scope: Scope,
  id: string,
  source: TextSource,
  now: string,
): Promise<Decision<ImportedAnswer>> {
  const rows = readCsv(source, COLUMNS);
  if (!rows.allowed) return rows;
  const answer = readLines(rows.value, id);
  if (!answer.allowed) return answer;
  const file = { hash: hash(source.text), name: source.file };
  return decideWithin(payoutStore, scope, async (office) => {
    const run = await office.findRun(id);
    if (run === undefined) return refuse(flowRefusal('unknown_payment_run', id));
    await office.lock(run);
    if (run.sentAt === null) return refuse(flowRefusal('run_not_sent', id));
    if (run.payer === null) return refuse(flowRefusal('no_bank_file', id));
    if (await office.hasAnswer(id, file.hash)) {
      return allow({ paid: 0, rejected: 0, known: answer.value.length });
    }
    const lines = new Map((await office.listRunLines(id)).map((line) => [line.line, line]));
    const sent = new Map(
      [...lines].map(([line, { number, answers, ...amounts }]) => {
        return [line, { line, number: number ?? '', amount: totalOf(amounts), answers }] as const;
      }),
    );
    const days = { sentOn: chinaDateOf(run.sentAt), today: chinaDateOf(now) };
    const checked = checkAnswer(answer.value, sent, days);
    if (!checked.allowed) return checked;
    const { added, known } = checked.value;
    const rejected = added.filter(({ outcome }) => outcome === 'rejected');
    const postings = rejected.map((said) =>
      takenBack(run, present(lines.get(said.line), 'a line'), said, scope.userId, now),
    );
    const posted = await postAll(office, run, postings);
    if (!posted.allowed) return posted;
    await office.recordAnswer(id, file, added, posted.value, scope.userId, now);
    return allow({ paid: added.length - rejected.length, rejected: rejected.length, known });
  });
}

function readLines(rows: readonly Row[], run: string): Decision<readonly AnswerLine[]> {
  const refusals: Refusal[] = [];
  const lines = rows.flatMap(({ file, line, cells }) => {
    const at = `${file}:${line}`;
    const on = parsePlainDate(cells.date);
    const amount = parseYuan(cells.amount);
    if (cells.run !== run) refusals.push(unreadable('answer_of_other_run', `${at} run`));
    if (on === undefined) refusals.push(unreadable('answer_date_wrong', `${at} date`));
    if (on === undefined || typeof amount === 'string') return [];
    const outcome = cells.outcome === 'paid' ? ('paid' as const) : ('rejected' as const);
    const { account: number, reason, reference } = cells;
    return [{ line: Number(cells.line), number, amount, outcome, reason, on, reference, at }];
  });
  return allowUnless(refusals, () => lines);
}

/** A prepayment that never left is undone; anything else is owed again, and the money waits among what came back. */
function takenBack(
  run: PaymentRun,
  line: PaymentRunLine,
  said: AnswerLine,
  by: string,
  now: string,
): Posting {
  const head = {
    key: `payment_run ${run.id} ${line.line} sent_back`,
    effectiveOn: said.on,
    now,
    actor: by,
    note: said.reason,
  };
  if (run.purpose === 'prepayment') return { ...head, reverses: present(line.event, 'its event') };
  const { pooled, account } = line;
  return {
    ...head,
    template: 'payment_rejected',
    pool: run.pool,
    insuranceType: run.insuranceType,
    counterparty: line.counterparty,
    amounts: eventAmounts(['pooled', 'account'], run.insuranceType, { pooled, account }),
  };
}

function unreadable(code: 'answer_of_other_run' | 'answer_date_wrong', at: string): Refusal {
  const what =
    code === 'answer_of_other_run'
      ? { zh: '回盘文件属于另一批次', en: 'the line is of another payment run' }
      : { zh: '日期须写成 2026-03-31', en: 'the date is not written as 2026-03-31' };
  return { code, at, what, next: { zh: '请核对文件', en: 'check the file' } };
}
