import type { PackFormula } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/contribution/formulas/names';
import { giveOutParts } from '#domain/contribution/formulas/parts';
import type { RowRefusal } from '#rules/formula/node';

const BELOW_FLOOR: RowRefusal = {
  code: 'base_below_floor',
  field: 'monthlyWage',
  what: { zh: '申报的缴费基数低于下限', en: 'the declared base lies below the floor' },
  next: {
    zh: '请申报不低于下限的基数；灵活就业人员不由平台代为提高',
    en: 'declare a base that is not below the floor; it is not raised for the person',
  },
};

/**
 * A flexible worker alone pays a rate of a base of their own declaring: under the floor it is refused, above
 * the cap it is capped (C-R1). The account gets a rate of the base.
 */
export const declaredWage: PackFormula = {
  name: 'declared_wage',
  takes: {
    floor: { unit: 'fen' },
    cap: { unit: 'fen' },
    rate: { unit: 'rate' },
    accountRate: { unit: 'rate' },
  },
  build: (context) => {
    const { operators: f, value } = context;
    const declared = f.input('monthlyWage', 'fen', NAMES.monthlyWage);
    const isEnough = f.compare(declared, 'at_least', value('floor', 'fen'));
    const base = f.min(f.assert(isEnough, declared, BELOW_FLOOR), value('cap', 'fen'), NAMES.base);
    giveOutParts(context, {
      base,
      employee: f.round(f.timesRate(base, value('rate', 'rate')), 'half_up', NAMES.employee),
      toAccount: f.round(f.timesRate(base, value('accountRate', 'rate')), 'half_up', NAMES.toAccount),
    });
  },
};
