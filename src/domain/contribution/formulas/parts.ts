import type { FormulaContext } from '#rules/formula/pack-formula';
import { NAMES } from '#domain/contribution/formulas/names';
import type { Expr } from '#rules/formula/expression';

/** The amounts of one person's contribution, in the order of the contract. */
export const PARTS = ['base', 'employer', 'employee', 'subsidy', 'aidPaid', 'toAccount', 'toPool'] as const;
export type Part = (typeof PARTS)[number];

/**
 * Gives out all parts. A payer whom the rule does not know pays nothing, by that rule; the pool gets what is
 * paid in less what goes to the account (C-R2), so that the parts always add up.
 */
export function giveOutParts(
  { operators: f, output }: FormulaContext,
  parts: Partial<Record<Exclude<Part, 'toPool'>, Expr<'fen'>>>,
): void {
  const part = (name: Exclude<Part, 'toPool'>): Expr<'fen'> =>
    parts[name] ?? f.constant('fen', '0.00', NAMES[name]);
  const [employer, employee, subsidy, aidPaid] = [
    part('employer'),
    part('employee'),
    part('subsidy'),
    part('aidPaid'),
  ];
  const toAccount = part('toAccount');
  output('base', part('base'));
  output('employer', employer);
  output('employee', employee);
  output('subsidy', subsidy);
  output('aidPaid', aidPaid);
  output('toAccount', toAccount);
  output('toPool', f.subtract(f.add([employer, employee, subsidy, aidPaid]), toAccount, NAMES.toPool));
}
