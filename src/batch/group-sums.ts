import type { RowsUnderVectors } from '#batch/scenario-vectors';
import type { ScenariosProgram, ScenarioSums } from '#rules/targets/columns-scenarios';
import { rowsOf } from '#rules/targets/columns-split';
import type { Carried } from '#rules/targets/rows';

/** Sums of one scenario by group, exact however many rows come in; plain data that a thread can be sent. */
export interface GroupTotals {
  /** By group, then by output. */
  readonly sums: readonly bigint[];
  readonly claims: readonly number[];
  readonly refused: readonly number[];
}

/**
 * Adds up what rows come to in every scenario, by group. Doubles hold the sums of as many rows as are proved to
 * be exact; then they are moved to whole numbers without a limit.
 */
export class GroupSums {
  readonly #program: ScenariosProgram;
  readonly #carried: Carried;
  readonly #pending: ScenarioSums;
  readonly #moved: bigint[];
  readonly #claims: Float64Array;

  constructor(program: ScenariosProgram, scenarios: number, groups: number) {
    this.#program = program;
    this.#carried = program.newCarried(scenarios);
    this.#pending = program.newSums(scenarios, groups);
    this.#moved = new Array<bigint>(this.#pending.sums.length).fill(0n);
    this.#claims = new Float64Array(groups);
  }

  /** What runs over into the next chunk, scenario by scenario. */
  carried(): Carried {
    return this.#carried.slice();
  }

  /**
   * @param groupOf each row's group
   * @returns how many rows were refused, in all scenarios together
   */
  add({ rows, vectors }: RowsUnderVectors, groupOf: Uint16Array): number {
    const before = this.#refusedRows();
    for (let from = 0; from < rows.length;) {
      if (this.#pending.rows === this.#program.exactRows) this.#move();
      const to = Math.min(rows.length, from + this.#program.exactRows - this.#pending.rows);
      const part = to - from === rows.length ? rows : rowsOf(rows, from, to);
      this.#program.run(part, vectors, this.#carried, this.#pending, groupOf.subarray(from, to));
      from = to;
    }
    for (let row = 0; row < rows.length; row += 1) (this.#claims[groupOf[row] as number] as number) += 1;
    return this.#refusedRows() - before;
  }

  /** By scenario. */
  totals(): readonly GroupTotals[] {
    this.#move();
    const { scenarios, groups, refused } = this.#pending;
    const outputs = this.#program.outputs.length;
    const sumOf = (scenario: number, at: number): bigint =>
      this.#moved[(scenario * outputs + (at % outputs)) * groups + Math.floor(at / outputs)] ?? 0n;
    return Array.from({ length: scenarios }, (_, scenario) => ({
      sums: Array.from({ length: groups * outputs }, (__, at) => sumOf(scenario, at)),
      claims: [...this.#claims],
      refused: [...refused.subarray(scenario * (groups + 1)).subarray(0, groups)],
    }));
  }

  #refusedRows(): number {
    const { scenarios, groups, refused } = this.#pending;
    let count = 0;
    for (let at = 1; at <= scenarios; at += 1) count += refused[at * (groups + 1) - 1] as number;
    return count;
  }

  #move(): void {
    const { sums } = this.#pending;
    for (const [at, sum] of sums.entries()) {
      if (sum !== 0) this.#moved[at] = (this.#moved[at] ?? 0n) + BigInt(sum);
    }
    sums.fill(0);
    this.#pending.rows = 0;
  }
}

/** The totals of two stretches of claims together. */
export function addTotals(a: GroupTotals, b: GroupTotals): GroupTotals {
  return {
    sums: a.sums.map((sum, at) => sum + (b.sums[at] ?? 0n)),
    claims: a.claims.map((count, at) => count + (b.claims[at] ?? 0)),
    refused: a.refused.map((count, at) => count + (b.refused[at] ?? 0)),
  };
}
