import type { FundAmounts } from '#domain/payout/purpose';

/** A line of a run by its number. */
export interface LineRef {
  readonly run: string;
  readonly line: number;
}

/** A line that the bank sent back, or one that pays again what came back, of one counterparty. */
export interface ReturnedLine extends LineRef, FundAmounts {
  readonly counterparty: string;
}

/** A line that came back, and one that pays of it again; `pooled` and `account` are how much, in fen. */
export interface Repeat extends FundAmounts {
  readonly returned: LineRef;
  readonly repeatedBy: LineRef;
}

const FUNDS = ['pooled', 'account'] as const;

/**
 * Which payments pay again what came back: what a counterparty is owed of payments that came back is one sum in the books,
 * and what came back first is paid again first.
 * @param returned in the order in which they came back; advances, which are undone, are not among them
 * @param repeats in the order in which they were proposed, those that wait or were sent
 */
export function pairReturned(
  returned: readonly ReturnedLine[],
  repeats: readonly ReturnedLine[],
): readonly Repeat[] {
  const open = returned.map((line) => ({ line, pooled: line.pooled, account: line.account }));
  return repeats.flatMap((repeat): readonly Repeat[] => {
    const left = { pooled: repeat.pooled, account: repeat.account };
    // A payment that itself came back pays nothing of its own return.
    const own = open.filter(
      ({ line }) =>
        line.counterparty === repeat.counterparty && (line.run !== repeat.run || line.line !== repeat.line),
    );
    return own.flatMap((one): readonly Repeat[] => {
      const paid = { pooled: 0n, account: 0n };
      for (const fund of FUNDS) {
        paid[fund] = left[fund] < one[fund] ? left[fund] : one[fund];
        left[fund] -= paid[fund];
        one[fund] -= paid[fund];
      }
      if (paid.pooled + paid.account === 0n) return [];
      return [{ returned: refOf(one.line), repeatedBy: refOf(repeat), ...paid }];
    });
  });
}

/** Lines that came back, with what of them no payment pays again. */
export function stillOpen(
  returned: readonly ReturnedLine[],
  pairs: readonly Repeat[],
): readonly ReturnedLine[] {
  return returned.filter((line) => {
    const paid = pairs.filter(
      ({ returned: { run, line: number } }) => run === line.run && number === line.line,
    );
    return FUNDS.some((fund) => paid.reduce((sum, one) => sum + one[fund], 0n) < line[fund]);
  });
}

function refOf({ run, line }: ReturnedLine): LineRef {
  return { run, line };
}
