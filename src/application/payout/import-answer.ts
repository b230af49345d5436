import { chinaDateOf } from '#application/time/china-time';
import { postAll, type Posting } from '#application/payout/post-all';
import type { PayoutServices } from '#application/payout/services';
import type { CsvRow, TextSource } from '#application/ports/csv-reader';
import type { PaymentRun, PaymentRunLine, PayoutOffice } from '#application/ports/payout-store';
import { decideWithin } from '#application/transaction/decide-within';
import { voucherUsed } from '#domain/fund/event-refusals';
import type { Scope } from '#domain/identity/account';
import { checkAnswer, type AnswerLine } from '#domain/payout/check-answer';
import { eventAmounts, totalOf } from '#domain/payout/purpose';
import { flowRefusal } from '#domain/payout/refusals';
import { normaliseReference } from '#domain/reconciliation/line';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseYuan } from '#kernel/fen';
import { parsePlainDate } from '#kernel/plain-date';

/** Columns of a bank's answer file: the line as sent, and its outcome. */
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
  /** Lines newly answered as paid by this file. */
  readonly paid: number;
  readonly rejected: number;
  /** Lines already answered before; all of them where the file was imported before. */
  readonly known: number;
}

/**
 * Imports a bank's answer to a run, whole or not at all. Rejected payments return to the expenditure account and are
 * owed again (NAT-28.7, NAT-P.11). The same file or line a second time changes nothing; an answer that differs from an
 * earlier one is refused.
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
    const [used, ...others] = await usedForPayments(office, run, added);
    if (used !== undefined) return refuse(used, ...others);
    const posted = await postAll(office, run, postings, run.id);
    if (!posted.allowed) return posted;
    await office.recordAnswer(id, file, added, posted.value, scope.userId, now);
    return allow({ paid: added.length - rejected.length, rejected: rejected.length, known });
  });
}

/** Refuses a bank reference of this run's payments that is used by another movement of the account. */
async function usedForPayments(
  office: Pick<PayoutOffice, 'listPaymentVouchers'>,
  run: PaymentRun,
  added: readonly AnswerLine[],
): Promise<readonly Refusal[]> {
  const given = added.filter(({ outcome }) => outcome === 'paid');
  const numbers = given.map(({ reference }) => normaliseReference(reference)).filter((one) => one !== '');
  const uses = await office.listPaymentVouchers(run, [...new Set(numbers)]);
  return uses.filter((use) => use.run !== run.id).map(voucherUsed);
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

/**
 * Posts a rejected line: a prepayment is reversed; any other payment is owed again, and its money waits as returned.
 */
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
    voucher: said.reference,
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
