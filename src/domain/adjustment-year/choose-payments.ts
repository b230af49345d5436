import { postedAmount, type Movement, type PostedLine } from '#domain/adjustment-year/posted-lines';
import * as refusals from '#domain/adjustment-year/refusals';
import { partsOfLine, treasuryLineOf } from '#domain/adjustment-year/year-line';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, minFen, ZERO_FEN, type Fen } from '#kernel/fen';

/** A requested payment; a levy may be paid in parts. */
export interface AskedPayment {
  readonly line: string;
  readonly amount: Fen;
  /** Number of the bank's voucher behind it. */
  readonly voucher?: string;
}

/**
 * Chooses the payments of one step among the open lines: all that can be paid, or the parts requested. None exceeds the
 * open amount or reverses its direction; repayments are made in full. A treasury's payment counts only when named,
 * because only the bank can say that it came in; it is posted first.
 */
export function choosePayments(
  open: readonly Movement[],
  posted: readonly PostedLine[],
  asked: readonly AskedPayment[] | undefined,
): Decision<readonly Movement[]> {
  if (asked === undefined) {
    const payable = open
      .filter((one) => !awaitsTreasury(one))
      .map((one) => ({ ...one, amount: payableNow(one, posted) }))
      .filter(({ amount }) => amount !== ZERO_FEN);
    const isOnlyAwaited = payable.length === 0 && open.length > 0;
    return isOnlyAwaited ? allowUnless(openReceivables(open), () => payable) : allow(payable);
  }
  if (asked.length === 0) return refuse(refusals.nothingOpen());
  const faults: Refusal[] = [];
  const chosen = asked.flatMap(({ line, amount, voucher }, index): readonly Movement[] => {
    const owed = open.find((one) => one.line === line);
    const isRepeated = asked.findIndex((one) => one.line === line) !== index;
    if (owed === undefined || isRepeated) faults.push(refusals.lineNotOpen(index, line));
    else if (!isPart(amount, owed.amount)) faults.push(refusals.paymentTooLarge(index, line, owed.amount));
    else return [{ ...owed, amount, ...(voucher === undefined ? {} : { voucher }) }];
    return [];
  });
  const ordered = [
    ...chosen.filter((one) => awaitsTreasury(one)),
    ...chosen.filter((one) => !awaitsTreasury(one)),
  ];
  faults.push(...ordered.flatMap((one) => aboveReceived(one, ordered, posted)));
  return allowUnless(faults, () => ordered);
}

/** Reckons what can be paid now on an open line; of a treasury's share at most what the treasury has paid. */
export function payableNow(
  { line, amount }: Movement,
  posted: readonly PostedLine[],
  received: Fen = ZERO_FEN,
): Fen {
  const source = treasuryLineOf(line);
  if (source === undefined || amount < ZERO_FEN) return amount;
  const held = postedAmount(posted, source, 'paid') + received - postedAmount(posted, line, 'paid');
  return held < ZERO_FEN ? ZERO_FEN : minFen(amount, fen(held));
}

function awaitsTreasury({ line, amount }: Movement): boolean {
  return partsOfLine(line).kind === 'treasury' && amount > ZERO_FEN;
}

function aboveReceived(
  movement: Movement,
  chosen: readonly Movement[],
  posted: readonly PostedLine[],
): readonly Refusal[] {
  const source = treasuryLineOf(movement.line);
  const received = chosen.find(({ line }) => line === source)?.amount ?? ZERO_FEN;
  const most = payableNow(movement, posted, received);
  return movement.amount <= most ? [] : [refusals.treasuryNotReceived(movement, most)];
}

/** Lists receivables from treasuries that keep a year from being completed. */
function openReceivables(open: readonly Movement[]): readonly Refusal[] {
  return open.filter((one) => awaitsTreasury(one)).map((one) => refusals.treasuryOpen(one));
}

function isPart(amount: Fen, owed: Fen): boolean {
  return owed < ZERO_FEN ? amount === owed : amount > ZERO_FEN && amount <= owed;
}
