import type { FormulaContext } from '#rules/formula/pack-formula';
import type { Expr } from '#rules/formula/expression';
import type { NodeName } from '#rules/formula/node';

/** What a payer pays for one admission under its yearly cap. */
export interface CappedPayment {
  readonly paid: Expr<'fen'>;
  /** What was left of the cap before this admission. */
  readonly room: Expr<'fen'>;
  /** What counts against the cap in the year, this admission's included. */
  readonly year: Expr<'fen'>;
}

export interface CapNames {
  readonly before: NodeName;
  readonly room: NodeName;
  readonly paid: NodeName;
  readonly year: NodeName;
}

/**
 * A payer's cap limits its payments of the year: this admission gets what the cap allows of the year's payable
 * with it, less what it allowed before it. Written as the smaller of payable and room, which is the same.
 * @param total the running total of what is payable before the cap
 */
export function cappedByYear(
  { operators: f }: FormulaContext,
  total: string,
  payable: Expr<'fen'>,
  cap: Expr<'fen'>,
  names: CapNames,
): CappedPayment {
  const before = f.running(total, payable, names.before);
  const room = f.subtract(cap, f.min(cap, before), names.room);
  return {
    paid: f.min(payable, room, names.paid),
    room,
    year: f.min(cap, f.add([before, payable]), names.year),
  };
}
