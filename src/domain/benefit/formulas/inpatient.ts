import { admissionCost } from '#domain/benefit/formulas/admission-cost';
import { bandedPayment } from '#domain/benefit/formulas/banded-payment';
import type { FormulaContext, PackFormula } from '#rules/formula/pack-formula';
import { cappedByYear } from '#domain/benefit/formulas/capped-by-year';
import { cutCost } from '#domain/benefit/formulas/cut-cost';
import { deductible } from '#domain/benefit/formulas/deductible';
import { NAMES } from '#domain/benefit/formulas/names';
import type { Expr } from '#rules/formula/expression';
import type { RowRefusal } from '#rules/formula/node';

const DISCHARGED_EARLIER: RowRefusal = {
  code: 'discharged_before_admission',
  field: 'dischargedOn',
  what: { zh: '出院日期早于入院日期', en: 'the day of discharge is before the day of admission' },
  next: { zh: '请改正日期', en: 'correct the dates' },
};

/**
 * The benefit of one admission (S-R1, S-R2, S-R4): what is in scope, the deductible, the fund's bands over the
 * year under its cap, then the large-expense layer for what the cap cut; the person bears the rest. Parts add
 * up to the cost to the fen.
 */
export const inpatient: PackFormula = {
  name: 'inpatient',
  takes: {
    firstPayShare: { unit: 'rate' },
    deductible: { unit: 'fen' },
    minorAge: { unit: 'count' },
    minorDeductibleShare: { unit: 'rate' },
    aidedDeductibleShare: { unit: 'rate' },
    bandFrom: { unit: 'fen' },
    bandRate: { unit: 'rate' },
    offSiteFactor: { unit: 'rate', optional: true },
    cap: { unit: 'fen' },
    largeFrom: { unit: 'fen' },
    largeRate: { unit: 'rate' },
    largeCap: { unit: 'fen' },
  },
  build: (context) => {
    const { operators: f, value, output, neverAbove } = context;
    const { cost, firstPay, inScope } = admissionCost(context);
    const borne = deductible(context, inScope);
    const inBands = f.subtract(inScope, borne, NAMES.inBands);
    const banded = bandedPayment(context, inBands);
    const fund = cappedByYear(context, 'payable', banded.payable, value('cap', 'fen'), {
      before: NAMES.payableBefore,
      room: NAMES.fundRoom,
      paid: NAMES.fundPaid,
      year: NAMES.fundPaidYear,
    });
    // The cut cost is never more than the fund leaves (S-R2); held to it, so that the proof sees it too.
    const leftInBands = f.subtract(inBands, fund.paid);
    const cutAsIs = cutCost(context, inBands, banded, fund.room);
    const cut = f.clamp(cutAsIs, f.constant('fen', '0.00'), leftInBands, NAMES.cutCost);
    const large = largeExpense(context, cut);
    const leftByFund = f.subtract(cost, fund.paid, NAMES.leftByFund);
    const personPaid = f.subtract(leftByFund, large.paid, NAMES.personPaid);

    output('days', daysInHospital(context));
    output('firstPay', firstPay);
    output('inScope', inScope);
    output('deductible', borne);
    output('fundPaid', fund.paid);
    output('largeExpensePaid', large.paid);
    output('personPaid', personPaid);
    output('inBandsYear', banded.year);
    output('fundPaidYear', fund.year);
    output('largePaidYear', large.year);
    for (const part of [firstPay, inScope, borne, fund.paid, large.paid, personPaid]) neverAbove(part, cost);
    neverAbove(f.add([fund.paid, large.paid]), cost);
  },
};

/** The next layer takes what the fund's cap cut, above its own threshold of the year, to its own cap. */
function largeExpense(context: FormulaContext, cut: Expr<'fen'>): ReturnType<typeof cappedByYear> {
  const { operators: f, value } = context;
  const before = f.running('cutCost', cut, NAMES.cutCostBefore);
  const exact = f.marginal(before, f.add([before, cut]), {
    thresholds: [value('largeFrom', 'fen')],
    rates: [f.constant('rate', '0%'), value('largeRate', 'rate')],
  });
  const payable = f.round(exact, 'half_up', NAMES.largePayable);
  return cappedByYear(context, 'largePayable', payable, value('largeCap', 'fen'), {
    before: NAMES.largePayableBefore,
    room: NAMES.largeRoom,
    paid: NAMES.largeExpensePaid,
    year: NAMES.largePaidYear,
  });
}

function daysInHospital({ operators: f }: FormulaContext): Expr<'count'> {
  const admittedOn = f.input('admittedOn', 'date', NAMES.admittedOn);
  const dischargedOn = f.input('dischargedOn', 'date', NAMES.dischargedOn);
  const isOrdered = f.compare(admittedOn, 'at_most', dischargedOn);
  return f.daysBetween(admittedOn, f.assert(isOrdered, dischargedOn, DISCHARGED_EARLIER), NAMES.days);
}
