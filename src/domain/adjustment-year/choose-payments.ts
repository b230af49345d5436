import type { Movement } from '#domain/adjustment-year/posted-lines';
import * as refusals from '#domain/adjustment-year/refusals';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { ZERO_FEN, type Fen } from '#kernel/fen';

/** A payment as it is asked for; a levy may be paid in parts. */
export interface AskedPayment {
  readonly line: string;
  readonly amount: Fen;
}

/**
 * The payments of one step out of what is open: all of it, or the parts that are asked for. None is above what is
 * open, and none goes the other way; money that goes back does so whole.
 */
export function choosePayments(
  open: readonly Movement[],
  asked: readonly AskedPayment[] | undefined,
): Decision<readonly Movement[]> {
  if (asked === undefined) return allow(open);
  if (asked.length === 0) return refuse(refusals.nothingOpen());
  const faults: Refusal[] = [];
  const chosen = asked.flatMap(({ line, amount }, index): readonly Movement[] => {
    const owed = open.find((one) => one.line === line);
    const isRepeated = asked.findIndex((one) => one.line === line) !== index;
    if (owed === undefined || isRepeated) faults.push(refusals.lineNotOpen(index, line));
    else if (!isPart(amount, owed.amount)) faults.push(refusals.paymentTooLarge(index, line, owed.amount));
    else return [{ ...owed, amount }];
    return [];
  });
  return allowUnless(faults, () => chosen);
}

function isPart(amount: Fen, owed: Fen): boolean {
  return owed < ZERO_FEN ? amount === owed : amount > ZERO_FEN && amount <= owed;
}
