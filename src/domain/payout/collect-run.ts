import { compareCodePoints } from '#kernel/code-points';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { positivePart } from '#kernel/fen';
import { PURPOSES, totalOf, type FundAmounts, type Payable, type Purpose } from '#domain/payout/purpose';
import { bankDetailsRefusal, runRefusal } from '#domain/payout/refusals';

/** A run may be large, and its file has to be looked through by people and banks. */
const MOST_LINES = 20_000;

/** What one counterparty is paid within a run. */
export interface RunLine extends FundAmounts {
  readonly counterparty: string;
  /** The confirmed bank account that is paid to; null in a run that only sets off. */
  readonly payee: string | null;
}

/** Whom to pay, and how much where it is not all that is owed. */
export interface WantedLine {
  readonly counterparty: string;
  readonly pooled?: bigint;
  readonly account?: bigint;
}

export interface RunFacts {
  readonly purpose: Purpose;
  /** What may be paid: open, less what other runs under way will pay. */
  readonly payables: readonly Payable[];
  /** The bank account of each counterparty that was confirmed last. */
  readonly payees: ReadonlyMap<string, string>;
  /** Of returned payments: the account that the bank sent them back from. */
  readonly sentBackFrom: ReadonlyMap<string, string>;
  /** Everything of the purpose where undefined. */
  readonly wanted: readonly WantedLine[] | undefined;
}

export interface CollectedRun {
  readonly lines: readonly RunLine[];
  /** Who is owed and not in the run, and why: bank details are missing or not yet corrected. */
  readonly leftOut: readonly { readonly counterparty: string; readonly code: string }[];
}

/**
 * The lines of a payment run: one for each counterparty, never more than is owed (NAT-P.11). Where the run takes all of
 * a purpose, who cannot be paid yet is left out by name; where it names its payees, that is refused.
 */
export function collectRun(facts: RunFacts): Decision<CollectedRun> {
  const { purpose, wanted } = facts;
  if (purpose === 'prepayment' && wanted === undefined) return refuse(runRefusal('amounts_missing', 'lines'));
  const payable = payableOf(facts);
  const asked = wanted ?? [...payable.keys()].map((counterparty) => ({ counterparty }));
  const lines: RunLine[] = [];
  const leftOut: { counterparty: string; code: string }[] = [];
  const refusals: Refusal[] = [];
  for (const one of asked.toSorted((a, b) => compareCodePoints(a.counterparty, b.counterparty))) {
    const line = lineOf(one, facts, payable.get(one.counterparty));
    if (line.allowed) lines.push(line.value);
    else if (wanted === undefined) {
      leftOut.push(...line.refusals.map(({ code }) => ({ counterparty: one.counterparty, code })));
    } else refusals.push(...line.refusals);
  }
  const repeated = asked.find(
    (one, index) => asked.findIndex(({ counterparty }) => counterparty === one.counterparty) < index,
  );
  if (repeated !== undefined) refusals.push(runRefusal('payee_repeated', repeated.counterparty));
  if (lines.length > MOST_LINES) refusals.push(runRefusal('too_many_lines', 'lines'));
  if (lines.length === 0 && refusals.length === 0) refusals.push(runRefusal('nothing_to_pay', purpose));
  const [first, ...others] = refusals;
  return first === undefined ? allow({ lines, leftOut }) : refuse(first, ...others);
}

/** What each counterparty may be paid for the purpose; a set-off is bounded by what was paid in advance as well. */
function payableOf({ purpose, payables }: RunFacts): ReadonlyMap<string, FundAmounts> {
  const of = (wanted: Payable['purpose']): ReadonlyMap<string, Payable> =>
    new Map(payables.filter((one) => one.purpose === wanted).map((one) => [one.counterparty, one]));
  if (purpose === 'prepayment') return new Map();
  if (purpose !== 'set_off') return positiveOnly(of(purpose));
  const advances = of('advance');
  const lesser = [...of('benefit').values()].map(({ counterparty, pooled }) => {
    const advance = advances.get(counterparty)?.pooled ?? 0n;
    return [counterparty, { pooled: pooled < advance ? pooled : advance, account: 0n }] as const;
  });
  return positiveOnly(new Map(lesser));
}

function positiveOnly(amounts: ReadonlyMap<string, FundAmounts>): ReadonlyMap<string, FundAmounts> {
  const parts = [...amounts].map(([counterparty, { pooled, account }]) => {
    return [counterparty, { pooled: positivePart(pooled), account: positivePart(account) }] as const;
  });
  return new Map(parts.filter(([, part]) => totalOf(part) > 0n));
}

function lineOf(
  { counterparty, pooled, account }: WantedLine,
  { purpose, payees, sentBackFrom }: RunFacts,
  open: FundAmounts | undefined,
): Decision<RunLine> {
  const rule = PURPOSES[purpose];
  if (!rule.parties.includes(counterparty.split(':')[0] ?? '')) {
    return refuse(runRefusal('payee_of_other_kind', counterparty));
  }
  const named = { pooled: pooled ?? 0n, account: account ?? 0n };
  const isNamed = pooled !== undefined || account !== undefined;
  const amounts = isNamed ? named : open;
  if (amounts === undefined) return refuse(runRefusal('nothing_owed', counterparty));
  if (totalOf(amounts) <= 0n || amounts.pooled < 0n || amounts.account < 0n) {
    return refuse(runRefusal('amount_not_positive', counterparty));
  }
  const mayBe = purpose === 'prepayment' ? { pooled: amounts.pooled, account: 0n } : open;
  if (amounts.pooled > (mayBe?.pooled ?? 0n) || amounts.account > (mayBe?.account ?? 0n)) {
    return refuse(runRefusal('above_what_is_owed', counterparty));
  }
  if (!rule.isPaid) return allow({ counterparty, ...amounts, payee: null });
  const payee = payees.get(counterparty);
  if (payee === undefined) return refuse(bankDetailsRefusal('bank_details_missing', counterparty));
  if (purpose === 'returned' && sentBackFrom.get(counterparty) === payee) {
    return refuse(bankDetailsRefusal('bank_details_not_corrected', counterparty));
  }
  return allow({ counterparty, pooled: amounts.pooled, account: amounts.account, payee });
}
