import { postYear, proposalLines } from '#application/adjustment-year/post-year';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { openedYear } from '#application/adjustment-year/opened-year';
import { chinaDateOf } from '#application/time/china-time';
import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import { decideWithin } from '#application/transaction/decide-within';
import { choosePayments, type AskedPayment } from '#domain/adjustment-year/choose-payments';
import { decideStep } from '#domain/adjustment-year/decide-step';
import { treasuryOf } from '#domain/adjustment-year/movement-command';
import {
  differences,
  openPayments,
  type Movement,
  type PostedLine,
} from '#domain/adjustment-year/posted-lines';
import { badAmount, nothingOpen } from '#domain/adjustment-year/refusals';
import { partsOfLine } from '#domain/adjustment-year/year-line';
import type { YearStep } from '#domain/adjustment-year/year-step';
import { postingRefusal } from '#domain/fund/posting-refusals';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, formatYuan, parseYuan, ZERO_FEN } from '#kernel/fen';
import { parsePlainDate } from '#kernel/plain-date';

interface WantedLine {
  readonly line: string;
  readonly amount: string;
  /** Number of the bank voucher. */
  readonly voucher?: string | undefined;
}

export interface WantedPayment {
  /** Key of the request: a request sent again is the same payment. */
  readonly key: string;
  /** Day of the bank's payment; today if left out. */
  readonly on?: string | undefined;
  /** Lines with amounts in yuan; left out for all that can be paid. A treasury's payment must be named. */
  readonly payments?: readonly WantedLine[] | undefined;
  readonly note: string;
}

/**
 * Pays what an approved version owes: levies, recoveries, allocations, in full or in part; the first payment also marks
 * money within the pools' own books (reserve, balances from before pooling). One transaction. Neither the fund nor a
 * pool pays more than its special account holds, nor a county for its treasury before the treasury has paid (JH-4.7-d).
 * The year is final once nothing is open, including what treasuries owe.
 */
export async function payYear(
  services: YearServices,
  scope: Scope,
  id: string,
  wanted: WantedPayment,
  now: string,
): Promise<Decision<{ readonly posted: number; readonly isFinal: boolean }>> {
  const on = parsePlainDate(wanted.on ?? chinaDateOf(now));
  if (on === undefined || on > chinaDateOf(now)) return refuse(refusals.badPaymentDay(wanted.on ?? ''));
  const asked = readPayments(wanted.payments);
  if (!asked.allowed) return asked;
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const done = state.steps.find(({ requestKey }) => requestKey === wanted.key);
    if (done !== undefined)
      return isSameRequest(done, wanted)
        ? allow({ posted: 0, isFinal: state.phase === 'final' })
        : refuse(postingRefusal('key_reused', wanted.key));
    const place = decideStep(state, 'paid', { by: scope.userId, note: wanted.note });
    if (!place.allowed) return place;
    const approvedOn = chinaDateOf(present(state.approved, 'the approval that is paid').at);
    if (on < approvedOn) return refuse(refusals.paidBeforeApproval(on, approvedOn));
    const lines = proposalLines(opened.value);
    const posted = await office.listPostings(id);
    const internal = differences(lines, posted, 'internal');
    const open = openPayments(lines, posted);
    const chosen = choosePayments(open, posted, asked.value);
    if (!chosen.allowed) return chosen;
    const movements = [...internal, ...chosen.value];
    const recorded = await recordedReceipts(office, year, chosen.value);
    if (!recorded.allowed) return recorded;
    const { sequence, version } = place.value;
    const after: readonly PostedLine[] = [
      ...posted,
      ...movements.map((movement) => ({ ...movement, version, event: 0n })),
    ];
    const isFinal = openPayments(lines, after).length === 0;
    // Approved before approvals told that they leave nothing to pay, a version is final by a payment of nothing.
    if (movements.length === 0 && !isFinal) return refuse(nothingOpen());
    const content = {
      isFinal,
      on,
      asked: askedLines(wanted),
      sequence,
      movements: movements.map(({ line, part, amount, voucher }) => {
        return { line, part, amount: formatYuan(amount), ...(voucher === undefined ? {} : { voucher }) };
      }),
    };
    const signature = { by: scope.userId, now, note: wanted.note, requestKey: wanted.key };
    const step = recordedStep(services.hash, 'paid', place.value, signature, content);
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    const result = await postYear(office, opened.value, step, movements, on);
    return result.allowed ? allow({ ...result.value, isFinal }) : result;
  });
}

/** Lists what a request names, to be kept with its payment; null where it names no lines. */
function askedLines({ payments }: WantedPayment): readonly (readonly (string | null)[])[] | null {
  return payments?.map(({ line, amount, voucher = null }) => [line, amount, voucher]) ?? null;
}

/** Whether a request under the key of a recorded payment says the same; a day left out is that of the record. */
function isSameRequest({ content, note }: YearStep, wanted: WantedPayment): boolean {
  const before = JSON.parse(content) as { readonly on: string; readonly asked?: unknown };
  // Payments recorded before requests were kept are known by their day and note alone.
  const isAsked =
    before.asked === undefined || JSON.stringify(before.asked) === JSON.stringify(askedLines(wanted));
  return isAsked && note === wanted.note && (wanted.on ?? before.on) === before.on;
}

/** Refuses a receipt that was already posted by hand: recorded again it would count twice. */
async function recordedReceipts(
  office: YearOffice,
  { insuranceType }: AdjustmentYear,
  chosen: readonly Movement[],
): Promise<Decision<null>> {
  const faults: Refusal[] = [];
  for (const { line, amount } of chosen) {
    const { kind, pool } = partsOfLine(line);
    if (kind !== 'treasury' || amount < ZERO_FEN) continue;
    const owed = await office.findReceivable({ pool, insuranceType }, treasuryOf(pool));
    if (amount > owed) faults.push(refusals.receiptRecorded(line, fen(owed)));
  }
  return allowUnless(faults, () => null);
}

function readPayments(payments: WantedPayment['payments']): Decision<readonly AskedPayment[] | undefined> {
  if (payments === undefined) return allow(undefined);
  const faults: Refusal[] = [];
  const read = payments.flatMap(({ line, amount: text, voucher }, index): readonly AskedPayment[] => {
    const amount = parseYuan(text);
    if (typeof amount === 'bigint') return [{ line, amount, ...(voucher === undefined ? {} : { voucher }) }];
    faults.push(badAmount(`payments[${index}].amount`));
    return [];
  });
  return allowUnless(faults, () => read);
}
