import { repeat, type Contestant } from '#bench/contestants/contestant';
import { AMOUNT, withTotalAmounts } from '#bench/contestants/row-totals';
import type { Claims } from '#bench/rows/claims';
import { newResults, OUTPUTS, type Results } from '#bench/rows/results';
import { present } from '#kernel/assert';
import type { Formula } from '#rules/formula/node';
import { encodeVector } from '#rules/targets/encode-vector';
import { planTargets } from '#rules/targets/plan';
import type { ColumnData } from '#rules/targets/rows';
import { compileScalar } from '#rules/targets/scalar';
import type { ValueVector } from '#rules/formula/value-vector';

/** The scalar target: one call a row, with the facts put together and the year's totals added up around it. */
export function scalarContestant(formula: Formula, values: ValueVector, claims: Claims): Contestant {
  const pass = scalarPass(formula, values, claims);
  const results = newResults(claims.length);
  return {
    key: 'scalar',
    rows: claims.length,
    results: () => {
      pass(results);
      return results;
    },
    run: (seconds) => repeat(claims.length, seconds, () => pass(results)),
  };
}

function scalarPass(formula: Formula, values: ValueVector, claims: Claims): (results: Results) => void {
  const extended = withTotalAmounts(formula);
  const amounts = Object.keys(extended.outputs).filter((name) => name.startsWith(AMOUNT));
  const plan = planTargets(extended, [...OUTPUTS, ...amounts]);
  const { layout, settle } = compileScalar(plan);
  const { cells } = encodeVector(plan, values);
  const columns: readonly ColumnData[] = layout.fields.map(
    ({ field }) => claims[field as Exclude<keyof Claims, 'length'>],
  );
  const amountAt = layout.totals.map(
    ({ total }) => OUTPUTS.length + amounts.indexOf(`${AMOUNT}${present(total, 'a total')}`),
  );
  const facts = new Float64Array(columns.length);
  const totals = new Float64Array(layout.totals.length);
  const out = new Float64Array(plan.outputs.length);
  return (results) => {
    const { fundPaid, largeExpensePaid, personPaid } = results;
    for (let row = 0; row < claims.length; row += 1) {
      if (claims.starts[row] === 1) totals.fill(0);
      for (let at = 0; at < columns.length; at += 1) facts[at] = columns[at]?.[row] ?? NaN;
      if (settle(facts, totals, cells, out)) {
        for (let at = 0; at < totals.length; at += 1) {
          (totals[at] as number) += out[amountAt[at] as number] as number;
        }
      } else {
        out.fill(NaN);
        totals.fill(NaN);
      }
      fundPaid[row] = out[0] as number;
      largeExpensePaid[row] = out[1] as number;
      personPaid[row] = out[2] as number;
    }
  };
}
