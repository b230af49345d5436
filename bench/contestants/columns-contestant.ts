import { repeat, type Contestant } from '#bench/contestants/contestant';
import { chunkOf, type Claims } from '#bench/rows/claims';
import type { Results } from '#bench/rows/results';
import { present } from '#kernel/assert';
import { compileColumns } from '#rules/targets/columns';
import type { TargetPlan } from '#rules/targets/plan';

/** The columns target: the compiled loop over the same arrays as the one written by hand. */
export function columnsContestant(plan: TargetPlan, cells: Float64Array, claims: Claims): Contestant {
  const program = compileColumns(plan);
  const chunk = chunkOf(claims);
  const results = program.newResults(claims.length);
  const pass = (): void => program.run(chunk, cells, program.newCarried(), results);
  const output = (name: string): Float64Array =>
    present(results.outputs[plan.outputs.indexOf(name)], `the output ${name}`);
  return {
    key: 'columns',
    rows: claims.length,
    results: (): Results => {
      pass();
      return {
        fundPaid: output('fundPaid'),
        largeExpensePaid: output('largeExpensePaid'),
        personPaid: output('personPaid'),
      };
    },
    run: (seconds) => repeat(claims.length, seconds, pass),
  };
}
