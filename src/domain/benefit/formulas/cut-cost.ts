import type { BandedPayment } from '#domain/benefit/formulas/banded-payment';
import type { FormulaContext } from '#rules/formula/pack-formula';
import type { Expr } from '#rules/formula/expression';

/**
 * The in-scope cost whose payment the yearly cap cut (S-R1). Bands are paid from the lowest, so the cut begins
 * in one band: of its cost the share that was cut, and all cost above it. One rounding.
 * @param room what was left of the cap before this admission
 */
export function cutCost(
  { operators: f }: FormulaContext,
  inBands: Expr<'fen'>,
  { payable, bandEnds }: BandedPayment,
  room: Expr<'fen'>,
): Expr<'fen'> {
  const nothing = f.constant('fen', '0.00');
  // Where the cut begins in a band, something is payable in it; the proof that the divisor is above zero
  // cannot see that, and a fen as the least divisor changes nothing.
  const leastDivisor = f.constant('fen', '0.01');
  const bottom = { cost: nothing, payable: nothing };
  const ends = [...bandEnds, { cost: inBands, payable }];
  const beginningIn = ends.map((end, at) => {
    const start = ends[at - 1] ?? bottom;
    const cut = f.mulDiv(
      f.subtract(end.cost, start.cost),
      f.subtract(end.payable, room),
      f.max(f.subtract(end.payable, start.payable), leastDivisor),
      'half_up',
    );
    return f.add([f.subtract(inBands, end.cost), cut]);
  });
  const chosen = beginningIn.reduce((lower, here, at) =>
    f.if(f.compare(ends[at - 1]?.payable ?? nothing, 'at_most', room), here, lower),
  );
  return f.if(f.compare(payable, 'above', room), chosen, nothing);
}
