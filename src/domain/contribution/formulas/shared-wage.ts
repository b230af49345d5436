import type { PackFormula } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/contribution/formulas/names';
import { giveOutParts } from '#domain/contribution/formulas/parts';

/**
 * Employer and employee each pay a rate of the wage, held between floor and cap (C-R1). Each amount is rounded
 * once (C-R2); a share of what the employee pays goes to the account.
 */
export const sharedWage: PackFormula = {
  name: 'shared_wage',
  takes: {
    floor: { unit: 'fen' },
    cap: { unit: 'fen' },
    employerRate: { unit: 'rate' },
    employeeRate: { unit: 'rate' },
    accountShare: { unit: 'rate' },
  },
  build: (context) => {
    const { operators: f, value } = context;
    const wage = f.input('monthlyWage', 'fen', NAMES.monthlyWage);
    const base = f.clamp(wage, value('floor', 'fen'), value('cap', 'fen'), NAMES.base);
    const ofEmployee = f.timesRate(base, value('employeeRate', 'rate'));
    giveOutParts(context, {
      base,
      employer: f.round(f.timesRate(base, value('employerRate', 'rate')), 'half_up', NAMES.employer),
      employee: f.round(ofEmployee, 'half_up', NAMES.employee),
      toAccount: f.round(f.timesRate(ofEmployee, value('accountShare', 'rate')), 'half_up', NAMES.toAccount),
    });
  },
};
