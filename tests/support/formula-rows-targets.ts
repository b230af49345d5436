import { present } from '#kernel/assert';
import { compileColumns } from '#rules/targets/columns';
import { compileScenarios } from '#rules/targets/columns-scenarios';
import { rowsOf } from '#rules/targets/columns-split';
import { layoutOf } from '#rules/targets/emit-layout';
import { encodeVector, joinVectors } from '#rules/targets/encode-vector';
import { planTargets } from '#rules/targets/plan';
import type { ColumnChunk, ColumnResults } from '#rules/targets/rows';
import { compileScalar } from '#rules/targets/scalar';
import type { TrialPlan } from '#tests/support/formula-rows-story';

/** One row at a time, each given the totals that the ones before it left. */
export function scalarTarget(trial: TrialPlan): (chunk: ColumnChunk) => ColumnResults {
  const { plan, fields } = trial;
  const { settle } = compileScalar(plan);
  const vectors = trial.vectors.map(([, vector]) => encodeVector(plan, vector).cells);
  const totals = totalPrograms(trial);
  const facts = new Float64Array(fields.length);
  const held = new Float64Array(totals.length);
  const out = new Float64Array(plan.outputs.length);
  return (chunk) => {
    const columns = fields.map(({ field }) => present(chunk.columns.get(field), field));
    const results = emptyResults(trial, chunk.length);
    for (let row = 0; row < chunk.length; row += 1) {
      if (chunk.starts?.[row] === 1) held.fill(0);
      columns.forEach(({ data, missing }, at) => {
        facts[at] = missing?.[row] === 1 ? NaN : (data[row] ?? NaN);
      });
      const vector = chunk.vectorOf?.[row] ?? 0;
      if (settle(facts, held, present(vectors[vector], 'a vector'), out)) {
        results.valid[row] = 1;
        results.outputs.forEach((output, at) => {
          output[row] = out[at] ?? NaN;
        });
      }
      const amounts = totals.map((reckon) => reckon(facts, held, vector));
      amounts.forEach((amount, at) => {
        held[at] = (held[at] ?? NaN) + amount;
      });
    }
    return results;
  };
}

type ReckonAmount = (facts: Float64Array, held: Float64Array, vector: number) => number;

/** What a row adds to each total, also where its outputs are refused; NaN where it cannot be reckoned. */
function totalPrograms({ plan, fields, vectors }: TrialPlan): readonly ReckonAmount[] {
  const totals = layoutOf(plan).totals;
  return totals.map(({ amount, total }): ReckonAmount => {
    const part = planTargets({ ...plan.formula, outputs: { [total]: amount } });
    const { settle, layout } = compileScalar(part);
    const cells = vectors.map(([, vector]) => encodeVector(part, vector).cells);
    const factAt = layout.fields.map(({ field }) => fields.findIndex((each) => each.field === field));
    const totalAt = layout.totals.map(({ total: name }) => totals.findIndex((each) => each.total === name));
    const own = new Float64Array(factAt.length);
    const ownTotals = new Float64Array(totalAt.length);
    const out = new Float64Array(1);
    return (facts, held, vector) => {
      factAt.forEach((from, at) => (own[at] = facts[from] ?? NaN));
      totalAt.forEach((from, at) => (ownTotals[at] = held[from] ?? NaN));
      return settle(own, ownTotals, present(cells[vector], 'a vector'), out) ? (out[0] ?? NaN) : NaN;
    };
  });
}

/** Rows side by side, in pieces that cut years in two. */
export function columnsTarget(trial: TrialPlan): (chunk: ColumnChunk) => ColumnResults {
  const { plan } = trial;
  const program = compileColumns(plan);
  const vectors = joinVectors(trial.vectors.map(([, vector]) => encodeVector(plan, vector)));
  return (chunk) => {
    const results = emptyResults(trial, chunk.length);
    const carried = program.newCarried();
    for (let start = 0; start < chunk.length; start += PIECE_ROWS) {
      const piece = rowsOf(chunk, start, Math.min(chunk.length, start + PIECE_ROWS));
      program.run(piece, vectors, carried, {
        outputs: results.outputs.map((output) => output.subarray(start, start + piece.length)),
        valid: results.valid.subarray(start, start + piece.length),
      });
    }
    return results;
  };
}

/** Sums under two scenarios, the second the trial's. Each row is a group of its own, whose sum is the row's figure. */
export function scenariosTarget(trial: TrialPlan): (chunk: ColumnChunk) => ColumnResults {
  const { plan } = trial;
  const program = compileScenarios(plan);
  const encoded = trial.vectors.map(([, vector]) => encodeVector(plan, vector));
  const vectors = joinVectors([...encoded.toReversed(), ...encoded]);
  const groupOf = Uint16Array.from({ length: PIECE_ROWS }, (_, row) => row);
  const pieceRows = Math.min(PIECE_ROWS, program.exactRows);
  return (chunk) => {
    const results = emptyResults(trial, chunk.length);
    const carried = program.newCarried(2);
    for (let start = 0; start < chunk.length; start += pieceRows) {
      const piece = rowsOf(chunk, start, Math.min(chunk.length, start + pieceRows));
      const added = program.newSums(2, PIECE_ROWS);
      program.run(piece, vectors, carried, added, groupOf);
      const { sums, refused } = added;
      for (let row = 0; row < piece.length; row += 1) {
        results.valid[start + row] = refused[PIECE_ROWS + 1 + row] === 0 ? 1 : 0;
        results.outputs.forEach((output, at) => {
          output[start + row] = sums[(results.outputs.length + at) * PIECE_ROWS + row] ?? NaN;
        });
      }
    }
    return results;
  };
}

/** No multiple of a usual story's length, so that pieces end within years. */
export const PIECE_ROWS = 9973;

export function emptyResults({ plan }: TrialPlan, length: number): ColumnResults {
  return { outputs: plan.outputs.map(() => new Float64Array(length)), valid: new Uint8Array(length) };
}
