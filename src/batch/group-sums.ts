import { present } from '#kernel/assert';
import type { ColumnResults } from '#rules/targets/rows';

/** Sums of one scenario by group, exact however many rows come in; plain data that a thread can be sent. */
export interface GroupTotals {
  /** By group, then by output. */
  readonly sums: readonly bigint[];
  readonly claims: readonly number[];
  readonly refused: readonly number[];
}

/**
 * Adds up the outputs of chunks by group. Doubles hold the sums of as many rows as are proved to stay below
 * 2^53; then they are moved to whole numbers without a limit.
 */
export class GroupSums {
  readonly #outputs: number;
  readonly #pending: Float64Array;
  readonly #sums: bigint[];
  readonly #claims: Float64Array;
  readonly #refused: Float64Array;
  readonly #rowsBetweenMoves: number;
  #rowsPending = 0;

  /** @param greatest the greatest magnitude that any output can have, at most 2^53 − 1 */
  constructor(groups: number, outputs: number, greatest: bigint) {
    this.#outputs = outputs;
    this.#pending = new Float64Array(groups * outputs);
    this.#sums = new Array<bigint>(groups * outputs).fill(0n);
    this.#claims = new Float64Array(groups);
    this.#refused = new Float64Array(groups);
    const least = greatest < 1n ? 1n : greatest;
    this.#rowsBetweenMoves = Number(BigInt(Number.MAX_SAFE_INTEGER) / least);
  }

  /** @param groupOf each row's group */
  add({ outputs, valid }: ColumnResults, length: number, groupOf: Uint16Array): void {
    for (let from = 0; from < length;) {
      if (this.#rowsPending >= this.#rowsBetweenMoves) this.#move();
      const to = Math.min(length, from + this.#rowsBetweenMoves - this.#rowsPending);
      this.#addRows(outputs, valid, groupOf, from, to);
      this.#rowsPending += to - from;
      from = to;
    }
  }

  totals(): GroupTotals {
    this.#move();
    return { sums: this.#sums, claims: [...this.#claims], refused: [...this.#refused] };
  }

  #addRows(
    outputs: readonly Float64Array[],
    valid: Uint8Array,
    groupOf: Uint16Array,
    from: number,
    to: number,
  ): void {
    const width = this.#outputs;
    const [pending, claims, refused] = [this.#pending, this.#claims, this.#refused];
    for (let row = from; row < to; row += 1) {
      const group = groupOf[row] as number;
      (claims[group] as number) += 1;
      if (valid[row] === 0) (refused[group] as number) += 1;
    }
    for (let at = 0; at < width; at += 1) {
      const figures = present(outputs[at], `output ${at}`);
      for (let row = from; row < to; row += 1) {
        if (valid[row] === 1)
          (pending[(groupOf[row] as number) * width + at] as number) += figures[row] as number;
      }
    }
  }

  #move(): void {
    for (const [at, sum] of this.#pending.entries()) {
      if (sum !== 0) this.#sums[at] = (this.#sums[at] ?? 0n) + BigInt(sum);
    }
    this.#pending.fill(0);
    this.#rowsPending = 0;
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
