import { assert, present } from '#kernel/assert';
import type { Formula } from '#rules/formula/node';

/** What comes before the name of a running total where its row's amount is an output. */
export const AMOUNT = 'amount/';

/**
 * The formula with one more output for each running total: what the row adds to it. One row alone is given its
 * totals; whoever runs a year row by row adds these up.
 */
export function withTotalAmounts(formula: Formula): Formula {
  const amounts = formula.nodes.flatMap((node) =>
    node.op === 'running'
      ? [[`${AMOUNT}${node.total}`, present(node.args[0], 'what is added up')] as const]
      : [],
  );
  assert(amounts.length > 0, 'a formula with running totals');
  return { ...formula, outputs: { ...formula.outputs, ...Object.fromEntries(amounts) } };
}
