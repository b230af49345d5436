import type { ClaimScenario } from '#application/ports/claims-batch';
import type { ClaimChunk } from '#batch/unit-chunks';
import { joinVectors } from '#rules/targets/encode-vector';
import type { ColumnChunk, Vectors } from '#rules/targets/rows';

/** Rows with the vectors that they tell apart, of one scenario after the other. */
export interface RowsUnderVectors {
  readonly rows: ColumnChunk;
  readonly vectors: Vectors;
}

/**
 * The figures of all scenarios side by side, cut to the versions that a chunk's rows need. Rows of one version need
 * no look at each row's vector, and only rows outside all versions see the empty one.
 */
export class ScenarioVectors {
  readonly #scenarios: readonly ClaimScenario[];
  readonly #cellCount: number;
  readonly #cuts = new Map<string, Vectors>();

  constructor(scenarios: readonly ClaimScenario[], cellCount: number) {
    this.#scenarios = scenarios;
    this.#cellCount = cellCount;
  }

  of({ vectorOf, ...alike }: ClaimChunk['rows']): RowsUnderVectors {
    let [least, most] = [vectorOf[0] ?? 0, 0];
    for (let row = 0; row < alike.length; row += 1) {
      const vector = vectorOf[row] as number;
      if (vector < least) least = vector;
      if (vector > most) most = vector;
    }
    if (least === most) return { rows: alike, vectors: this.#cut(least, most + 1) };
    return { rows: { ...alike, vectorOf }, vectors: this.#cut(0, most + 1) };
  }

  #cut(from: number, to: number): Vectors {
    const key = `${from} ${to}`;
    const known = this.#cuts.get(key);
    if (known !== undefined) return known;
    const cut = joinVectors(
      this.#scenarios.map(({ vectors }) => ({
        cells: vectors.subarray(from * this.#cellCount, to * this.#cellCount),
      })),
    );
    this.#cuts.set(key, cut);
    return cut;
  }
}
