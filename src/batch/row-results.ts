import type { RowsUnderVectors } from '#batch/scenario-vectors';
import type { ColumnsProgram } from '#rules/targets/columns';
import type { Carried, ColumnResults } from '#rules/targets/rows';

/** Rows of a chunk that the engine gives at most; results are kept no longer than one chunk. */
export const CHUNK_ROWS = 2048;

/** What each row comes to: asked for only where rows are written, or a refused one is to be named. */
export class RowResults {
  readonly #program: ColumnsProgram;
  readonly #scenarios: number;
  #results: readonly ColumnResults[] = [];

  constructor(program: ColumnsProgram, scenarios: number) {
    this.#program = program;
    this.#scenarios = scenarios;
  }

  /**
   * @param carried what ran over into the chunk, scenario by scenario; it is written over
   * @returns by scenario, until the next chunk is asked for
   */
  of({ rows, vectors }: RowsUnderVectors, carried: Carried): readonly ColumnResults[] {
    const count = this.#scenarios;
    if (this.#results.length === 0) {
      this.#results = Array.from({ length: count }, () => this.#program.newResults(CHUNK_ROWS));
    }
    const part = (of: Float64Array, scenario: number): Float64Array =>
      of.subarray((scenario * of.length) / count, ((scenario + 1) * of.length) / count);
    for (const [scenario, results] of this.#results.entries()) {
      this.#program.run(rows, part(vectors, scenario), part(carried, scenario), results);
    }
    return this.#results;
  }
}
