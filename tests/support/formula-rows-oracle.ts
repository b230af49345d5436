import { present } from '#kernel/assert';
import type { Fen } from '#kernel/fen';
import { sizeOf, type FormulaFigure } from '#rules/formula/figure';
import { reckonRow } from '#rules/targets/oracle';
import { Evaluation, prepareFormula, type PreparedFormula } from '#rules/targets/oracle-evaluation';
import { nodeAt } from '#rules/targets/plan';
import type { ColumnChunk, ColumnResults } from '#rules/targets/rows';
import type { Random } from '#tests/support/formula-rows-random';
import {
  noTotals,
  oracleRow,
  randomNumber,
  randomRow,
  vectorOfRow,
  type Story,
  type TrialPlan,
} from '#tests/support/formula-rows-story';

/** How often a refused row is mended before it is left refused. */
const MENDS = 40;

const PREPARED = new WeakMap<TrialPlan, PreparedFormula>();

/** One row under way in the oracle, so that every figure behind its outputs can be asked for. */
export function evaluationOf(
  trial: TrialPlan,
  row: ArrayLike<number>,
  vector: number,
  totals: ReadonlyMap<string, Fen>,
): Evaluation {
  const prepared = PREPARED.get(trial) ?? prepareFormula(trial.formula);
  PREPARED.set(trial, prepared);
  return new Evaluation(prepared, oracleRow(trial, row, vector, totals));
}

/** One to four rows of a person's year, each accepted where mending what it is refused for helps. */
export function randomStory(trial: TrialPlan, random: Random): Story {
  const length = trial.totals.length === 0 ? 1 : 1 + random.below(4);
  const rows: number[][] = [];
  const vectors: number[] = [];
  let totals = noTotals(trial);
  for (let number = 0; number < length; number += 1) {
    const row = randomRow(trial, random);
    let vector = vectorOfRow(trial, row, random);
    let reckoned = reckonRow(trial.formula, oracleRow(trial, row, vector, totals));
    for (let mends = 0; mends < MENDS && row.length > 0 && !reckoned.outputs.allowed; mends += 1) {
      const { at } = random.of(reckoned.outputs.refusals);
      mend(trial, row, at, random);
      vector = vectorOfRow(trial, row, random);
      reckoned = reckonRow(trial.formula, oracleRow(trial, row, vector, totals));
    }
    rows.push(row);
    vectors.push(vector);
    totals = reckoned.totals;
  }
  return { rows, vectors };
}

/** Draws the field anew that a row is refused for, or any where it names none; money mostly to less. */
function mend({ fields }: TrialPlan, row: number[], at: string, random: Random): void {
  const named = fields.findIndex(({ field }) => field === at);
  const index = named === -1 || random.isOneIn(10) ? random.below(fields.length) : named;
  const field = present(fields[index], 'a field');
  if (field.unit === 'fen' && !random.isOneIn(10)) row[index] = random.magnitude(row[index] ?? 0);
  else if (field.unit === 'date' && !random.isOneIn(4)) row[index] = nearOtherDate(fields, row, random);
  else row[index] = randomNumber(field, random);
}

/** A day near one of the row's dates: dates of a row are held against each other. */
function nearOtherDate(fields: TrialPlan['fields'], row: readonly number[], random: Random): number {
  const dates = row.filter((_, at) => fields[at]?.unit === 'date');
  return random.of(dates) + random.below(5) - 2;
}

/** What a story's earlier rows add up to before one of its rows. */
export function totalsBefore(trial: TrialPlan, story: Story, row: number): ReadonlyMap<string, Fen> {
  return story.rows
    .slice(0, row)
    .reduce(
      (totals, numbers, at) =>
        reckonRow(trial.formula, oracleRow(trial, numbers, story.vectors[at] ?? 0, totals)).totals,
      noTotals(trial),
    );
}

/** The oracle over a chunk of rows in order, in the form that compiled targets give. */
export function runOracle(trial: TrialPlan, chunk: ColumnChunk): ColumnResults {
  const { formula, plan, fields } = trial;
  const columns = fields.map(({ field }) => present(chunk.columns.get(field), field));
  const outputs = plan.outputs.map(() => new Float64Array(chunk.length));
  const valid = new Uint8Array(chunk.length);
  let totals = noTotals(trial);
  for (let row = 0; row < chunk.length; row += 1) {
    if (chunk.starts?.[row] === 1) totals = noTotals(trial);
    const numbers = columns.map(({ data, missing }) =>
      missing?.[row] === 1 ? Number.NaN : (data[row] ?? Number.NaN),
    );
    const reckoned = reckonRow(formula, oracleRow(trial, numbers, chunk.vectorOf?.[row] ?? 0, totals));
    totals = reckoned.totals;
    if (!reckoned.outputs.allowed) continue;
    valid[row] = 1;
    for (const [at, name] of plan.outputs.entries()) {
      const node = present(formula.outputs[name], name);
      const figure = present(reckoned.outputs.value.get(name), name);
      const held = numberOf(figure, nodeAt(plan, node).options, plan.of(node).scale);
      present(outputs[at], name)[row] = held;
    }
  }
  return { outputs, valid };
}

/** A figure as targets hold it. */
function numberOf(figure: FormulaFigure, options: readonly string[] | undefined, scale: bigint): number {
  if (figure.unit === 'truth') return figure.holds ? 1 : 0;
  if (figure.unit === 'choice') return options?.indexOf(figure.choice) ?? -1;
  const size = present(sizeOf(figure), figure.unit);
  return Number((size.numerator * scale) / size.denominator);
}
