import { assert } from '#kernel/assert';

/** Outputs that all contestants give for each row, in this order; whole fen. */
export const OUTPUTS = ['fundPaid', 'largeExpensePaid', 'personPaid'] as const;

/** What a contestant found: the outputs by row, NaN where the row is refused. */
export interface Results {
  readonly fundPaid: Float64Array;
  readonly largeExpensePaid: Float64Array;
  readonly personPaid: Float64Array;
}

export function newResults(length: number): Results {
  return {
    fundPaid: new Float64Array(length),
    largeExpensePaid: new Float64Array(length),
    personPaid: new Float64Array(length),
  };
}

export function refuseRow(results: Results, row: number): void {
  for (const output of OUTPUTS) results[output][row] = NaN;
}

/** Ends the benchmark at the first row in which two contestants differ: their speed could not be compared. */
export function checkEqual(name: string, found: Results, expected: Results, rows: number): void {
  for (const output of OUTPUTS) {
    for (let row = 0; row < rows; row += 1) {
      const [a, b] = [found[output][row], expected[output][row]];
      assert(
        Object.is(a, b),
        `${name} gives ${a ?? 'nothing'} for ${output} of row ${row}, not ${b ?? 'nothing'}`,
      );
    }
  }
}
