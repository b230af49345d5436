import type { EntryRow, EventRow, LedgerRows } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { createTally } from '#application/proof/tally';

/**
 * Payment runs against the ledger, from rows alone: each line that was sent cleared what it says, what came back was taken
 * back whole, a run's total is the sum of what was cleared for it and was approved by another person, and no event that
 * pays for a run lacks its line. Looked at are lines, runs and every event of a template that pays.
 */
export interface PaymentChecks {
  /** Posted events with their entries, in any order. */
  look(event: EventRow, stored: readonly EntryRow[]): void;
  check(): LedgerCheck;
}

/** The payment runs of a ledger: held whole, for they are as few as what they gather is many. */
export interface PaymentRows {
  readonly runs: Awaited<ReturnType<LedgerRows['paymentRuns']>>;
  readonly lines: Awaited<ReturnType<LedgerRows['paymentLines']>>;
  readonly postings: Awaited<ReturnType<LedgerRows['paymentPostings']>>;
  readonly decisions: Awaited<ReturnType<LedgerRows['paymentDecisions']>>;
  readonly ends: Awaited<ReturnType<LedgerRows['paymentEnds']>>;
}

export async function readPayments(rows: LedgerRows): Promise<PaymentRows> {
  return {
    runs: await rows.paymentRuns(),
    lines: await rows.paymentLines(),
    postings: await rows.paymentPostings(),
    decisions: await rows.paymentDecisions(),
    ends: await rows.paymentEnds(),
  };
}

/** Templates whose events pay for runs, or take back what a run paid. */
const PAYING = new Set([
  'benefit_paid',
  'large_expense_premium_paid',
  'refund_paid',
  'transfer_out_paid',
  'institution_prepaid',
  'prepayment_set_off',
  'payment_repeated',
  'payment_rejected',
]);

interface Cleared {
  readonly pooled: bigint;
  readonly account: bigint;
}

const NOTHING: Cleared = { pooled: 0n, account: 0n };

export function createPaymentChecks({ runs, lines, postings, decisions, ends }: PaymentRows): PaymentChecks {
  const tally = createTally('payment_runs', {
    zh: '支付批次与其在账上清偿的相等',
    en: 'payment runs equal what the ledger cleared for them',
  });
  const runOf = new Map(runs.map((run) => [run.id, run]));
  const lineOf = new Map(lines.map((line) => [`${line.run} ${line.line}`, line]));
  const postingOf = new Map(postings.map((posting) => [posting.event, posting]));
  /** What each posting cleared; left out where its event is not there, or is of other books. */
  const cleared = new Map<string, Cleared>();
  const lookAtPostings = (): void => {
    for (const { event, run, line, step } of postings) {
      const stated = lineOf.get(`${run} ${line}`);
      const sign = step === 'sent' ? 1n : -1n;
      const { pooled, account } = cleared.get(event) ?? NOTHING;
      const isWrong =
        stated === undefined ||
        pooled !== sign * BigInt(stated.pooled) ||
        account !== sign * BigInt(stated.account);
      tally.look(isWrong, `run ${run} line ${line} ${step}`);
    }
  };
  const lookAtRuns = (): void => {
    const ofLines = sumsBy(lines, ({ pooled, account }) => BigInt(pooled) + BigInt(account));
    const ofLedger = sumsBy(
      postings.filter(({ step }) => step === 'sent'),
      ({ event }) => {
        const { pooled, account } = cleared.get(event) ?? NOTHING;
        return pooled + account;
      },
    );
    const approvers = new Map(
      decisions.filter(({ decision }) => decision === 'approved').map((one) => [one.run, one.decidedBy]),
    );
    for (const { run: id, outcome } of ends) {
      if (outcome !== 'sent') continue;
      const run = runOf.get(id);
      const approver = approvers.get(id);
      const isWrong =
        run === undefined ||
        approver === undefined ||
        approver === run.proposedBy ||
        BigInt(run.total) !== ofLines.get(id) ||
        BigInt(run.total) !== ofLedger.get(id);
      tally.look(isWrong, `run ${id}`);
    }
  };
  return {
    look: (event, stored) => {
      const posting = postingOf.get(event.number);
      if (PAYING.has(event.template ?? ''))
        tally.look(posting === undefined && event.key.startsWith('payment_run '), `event ${event.number}`);
      if (posting === undefined) return;
      const run = runOf.get(posting.run);
      if (run === undefined || run.pool !== event.pool || run.insuranceType !== event.insuranceType) return;
      const account = run.purpose === 'prepayment' ? 'advance' : 'payable';
      const counterparty = lineOf.get(`${posting.run} ${posting.line}`)?.counterparty;
      const own = stored.filter((entry) => entry.account === account && entry.counterparty === counterparty);
      cleared.set(event.number, { pooled: sumOf(own, 'pooled'), account: sumOf(own, 'account') });
    },
    check: () => {
      lookAtPostings();
      lookAtRuns();
      return tally.check();
    },
  };
}

function sumOf(entries: readonly EntryRow[], fund: string): bigint {
  return entries
    .filter((entry) => entry.fund === fund)
    .reduce((sum, { debit, credit }) => sum + BigInt(debit) - BigInt(credit), 0n);
}

function sumsBy<Row extends { readonly run: string }>(
  rows: readonly Row[],
  amountOf: (row: Row) => bigint,
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(row.run, (sums.get(row.run) ?? 0n) + amountOf(row));
  return sums;
}
