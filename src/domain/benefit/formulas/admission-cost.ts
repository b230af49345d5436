import type { FormulaContext } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/benefit/formulas/names';
import type { Expr } from '#rules/formula/expression';
import type { RowRefusal } from '#rules/formula/node';

/** The cost of one admission, split as the catalogue splits it. The four parts add up to the cost. */
export interface AdmissionCost {
  readonly cost: Expr<'fen'>;
  readonly firstPay: Expr<'fen'>;
  /** Cost − self-paid − above limit − first-pay. */
  readonly inScope: Expr<'fen'>;
}

/**
 * What of an admission's cost is in scope (S-R1). The parts are sums over the bill's lines; parts that add up
 * to more than the whole are refused, never cut.
 */
export function admissionCost({ operators: f, value }: FormulaContext): AdmissionCost {
  const cost = f.input('cost', 'fen', NAMES.cost);
  const afterSelfPaid = f.subtract(cost, part('selfPaid', cost));
  const eligible = f.subtract(afterSelfPaid, part('aboveLimit', afterSelfPaid), NAMES.eligible);
  const share = value('firstPayShare', 'rate');
  const firstPay = f.round(f.timesRate(part('firstPayBase', eligible), share), 'half_up', NAMES.firstPay);
  return { cost, firstPay, inScope: f.subtract(eligible, firstPay, NAMES.inScope) };

  /** A part of a whole. The assertion makes the smaller of the two the part itself; the proof reads it there. */
  function part(field: 'selfPaid' | 'aboveLimit' | 'firstPayBase', whole: Expr<'fen'>): Expr<'fen'> {
    const given = f.input(field, 'fen', NAMES[field]);
    return f.assert(f.compare(given, 'at_most', whole), f.min(given, whole), partAboveWhole(field));
  }
}

function partAboveWhole(field: string): RowRefusal {
  return {
    code: 'part_above_whole',
    field,
    what: { zh: '此项费用大于其所属的费用', en: 'this part of the cost is more than what it is part of' },
    next: { zh: '请核对费用各项', en: 'check the parts of the cost' },
  };
}
