import type { PackFormula } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/contribution/formulas/names';

/**
 * At retirement the years paid and deemed are held against those required; what is missing can be paid at once:
 * both rates × the base of retirement × the months missing, all to the pool (C-R4).
 */
export const retirementTopUp: PackFormula = {
  name: 'retirement_top_up',
  takes: {
    floor: { unit: 'fen' },
    cap: { unit: 'fen' },
    employerRate: { unit: 'rate' },
    employeeRate: { unit: 'rate' },
    requiredYears: { unit: 'count' },
  },
  build: ({ operators: f, value, output }) => {
    const wage = f.input('monthlyWage', 'fen', NAMES.monthlyWage);
    const base = f.clamp(wage, value('floor', 'fen'), value('cap', 'fen'), NAMES.base);
    const required = f.timesCount(
      value('requiredYears', 'count'),
      f.constant('count', '12'),
      NAMES.monthsRequired,
    );
    const counted = f.add(
      [
        f.input('monthsActual', 'count', NAMES.monthsActual),
        f.input('monthsDeemed', 'count', NAMES.monthsDeemed),
      ],
      NAMES.monthsCounted,
    );
    const missing = f.max(f.subtract(required, counted), f.constant('count', '0'), NAMES.monthsMissing);
    const rates = f.add([value('employerRate', 'rate'), value('employeeRate', 'rate')]);
    const owed = f.timesCount(f.timesRate(base, rates), missing);
    output('base', base);
    output('monthsRequired', required);
    output('monthsCounted', counted);
    output('monthsMissing', missing);
    output('topUp', f.round(owed, 'half_up', NAMES.topUp));
  },
};
