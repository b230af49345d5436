import type { FormulaContext } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/benefit/formulas/names';
import { present } from '#kernel/assert';
import type { Expr } from '#rules/formula/expression';

/** What the fund owes for one admission before its yearly cap, and how it came about. */
export interface BandedPayment {
  readonly payable: Expr<'fen'>;
  /** The year's cost in the bands, this admission's included. */
  readonly year: Expr<'fen'>;
  /** Where each band but the last ends: this admission's cost up to there, and what the fund owes for it. */
  readonly bandEnds: readonly { readonly cost: Expr<'fen'>; readonly payable: Expr<'fen'> }[];
}

/**
 * The bands run on over the year: this admission's cost lies where the earlier ones ended, and each stretch of
 * it is paid at its band's rate. The sum is rounded once (S-R1). Care off site can take a share of all rates.
 */
export function bandedPayment(context: FormulaContext, inBands: Expr<'fen'>): BandedPayment {
  const { operators: f, value, members } = context;
  const before = f.running('inBands', inBands, NAMES.inBandsBefore);
  const year = f.add([before, inBands], NAMES.inBandsYear);
  const [first, ...higher] = members('bandRate', 'band');
  const thresholds = higher.map((band) => value('bandFrom', 'fen', { cell: { band } }));
  const firstRate = value('bandRate', 'rate', { cell: { band: present(first, 'a first band') } });
  const rates = higher.map((band) => value('bandRate', 'rate', { cell: { band } }));
  const nothing = f.constant('rate', '0%');

  /** What is owed for the lowest `count` bands: those above are taken at no rate. */
  const owed = (count: number): Expr<'exact'> => {
    const known = rates.map((rate, at) => (at + 1 < count ? rate : nothing));
    const scale = f.marginal(before, year, { thresholds, rates: [firstRate, ...known] });
    return context.has('offSiteFactor') ? f.timesRate(scale, value('offSiteFactor', 'rate')) : scale;
  };

  return {
    payable: f.round(owed(1 + rates.length), 'half_up', NAMES.payable),
    year,
    bandEnds: thresholds.map((threshold, at) => ({
      cost: f.subtract(f.clamp(threshold, before, year), before),
      payable: f.round(owed(at + 1), 'half_up'),
    })),
  };
}
