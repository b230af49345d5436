import { compareCodePoints } from '#kernel/code-points';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { maskNumber } from '#domain/payout/bank-account';
import { openAmounts, type OpenAmounts } from '#domain/payout/open-amounts';
import { PURPOSES, totalOf, type FundAmounts, type Payable, type Purpose } from '#domain/payout/purpose';
import { noBankDetails, runRefusal, sentBackRefusal } from '#domain/payout/refusals';

/** Upper bound of lines of a run, whose file people and banks read through. */
const MOST_LINES = 20_000;

/** The payment to one counterparty within a run. */
export interface RunLine extends FundAmounts {
  readonly counterparty: string;
  /** The confirmed bank account paid to; null in a run that only sets off. */
  readonly payee: string | null;
}

/** A counterparty to pay, with an amount unless all that is owed is paid. */
export interface WantedLine {
  readonly counterparty: string;
  readonly pooled?: bigint;
  readonly account?: bigint;
}

/** The bank account of a payee that was last confirmed. */
export interface PayeeAccount {
  readonly id: string;
  readonly number: string;
  /** Reason for which the bank sent a payment back, which ends the account's use (NAT-28.7); null if it did not. */
  readonly sentBackFor: string | null;
}

export interface RunFacts {
  readonly purpose: Purpose;
  /** Category of benefit; null where the purpose has none. */
  readonly category: string | null;
  /** Amounts that may be paid: open obligations less what other runs under way will pay. */
  readonly payables: readonly Payable[];
  readonly payees: ReadonlyMap<string, PayeeAccount>;
  /** The payees to pay; undefined for all of the purpose. */
  readonly wanted: readonly WantedLine[] | undefined;
}

export interface CollectedRun {
  readonly lines: readonly RunLine[];
  /** Counterparties that are owed money but left out, with the reason: no bank details, or a debt without category. */
  readonly leftOut: readonly { readonly counterparty: string; readonly code: string }[];
}

/**
 * Draws up the lines of a payment run: one a counterparty, never more than is owed (NAT-P.11). A run for all of a
 * purpose leaves out, by name, those who cannot be paid yet; a run that names its payees, or is left without any, is
 * refused instead.
 */
export function collectRun(facts: RunFacts): Decision<CollectedRun> {
  const { purpose, wanted } = facts;
  if (purpose === 'prepayment' && wanted === undefined) return refuse(runRefusal('amounts_missing', 'lines'));
  const payable = openAmounts(facts.payables, facts);
  const asked = wanted ?? [...payable.keys()].map((counterparty) => ({ counterparty }));
  const lines: RunLine[] = [];
  const leftOut: { counterparty: string; code: string }[] = [];
  const refusals: Refusal[] = [];
  for (const one of asked.toSorted((a, b) => compareCodePoints(a.counterparty, b.counterparty))) {
    const line = lineOf(one, facts, payable.get(one.counterparty));
    if (line.allowed) lines.push(line.value);
    else {
      leftOut.push(...line.refusals.map(({ code }) => ({ counterparty: one.counterparty, code })));
      refusals.push(...line.refusals);
    }
  }
  if (wanted === undefined && lines.length > 0) refusals.length = 0;
  const repeated = asked.find(
    (one, index) => asked.findIndex(({ counterparty }) => counterparty === one.counterparty) < index,
  );
  if (repeated !== undefined) refusals.push(runRefusal('payee_repeated', repeated.counterparty));
  if (lines.length > MOST_LINES) refusals.push(runRefusal('too_many_lines', 'lines'));
  if (lines.length === 0 && refusals.length === 0) refusals.push(runRefusal('nothing_to_pay', purpose));
  const [first, ...others] = refusals;
  return first === undefined ? allow({ lines, leftOut }) : refuse(first, ...others);
}

function lineOf(
  { counterparty, pooled, account }: WantedLine,
  { purpose, payees }: RunFacts,
  open: OpenAmounts | undefined,
): Decision<RunLine> {
  const rule = PURPOSES[purpose];
  if (!rule.parties.includes(counterparty.split(':')[0] ?? '')) {
    return refuse(runRefusal('payee_of_other_kind', counterparty));
  }
  const named = { pooled: pooled ?? 0n, account: account ?? 0n };
  const isNamed = pooled !== undefined || account !== undefined;
  const amounts = isNamed ? named : open?.own;
  if (amounts === undefined) return refuse(runRefusal('nothing_owed', counterparty));
  if (!isNamed && totalOf(amounts) === 0n) return refuse(runRefusal('category_unknown', counterparty));
  if (totalOf(amounts) <= 0n || amounts.pooled < 0n || amounts.account < 0n) {
    return refuse(runRefusal('amount_not_positive', counterparty));
  }
  const mayBe = purpose === 'prepayment' ? { pooled: amounts.pooled, account: 0n } : open?.most;
  if (amounts.pooled > (mayBe?.pooled ?? 0n) || amounts.account > (mayBe?.account ?? 0n)) {
    return refuse(runRefusal('above_what_is_owed', counterparty));
  }
  const line = { counterparty, pooled: amounts.pooled, account: amounts.account };
  if (!rule.isPaid) return allow({ ...line, payee: null });
  const payee = payees.get(counterparty);
  if (payee === undefined) return refuse(noBankDetails(counterparty));
  if (payee.sentBackFor !== null) {
    return refuse(sentBackRefusal(counterparty, maskNumber(payee.number), payee.sentBackFor));
  }
  return allow({ ...line, payee: payee.id });
}
