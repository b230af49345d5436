import { isDeepStrictEqual } from 'node:util';
import { repeat, type Contestant } from '#bench/contestants/contestant';
import { firstClaims, type Claims } from '#bench/rows/claims';
import { newResults, OUTPUTS, refuseRow, type Results } from '#bench/rows/results';
import { assert, present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { ZERO_FEN, type Fen } from '#kernel/fen';
import { figureOf, type FormulaFigure } from '#rules/formula/figure';
import type { Formula } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { decodeFigure } from '#rules/targets/encode-figure';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { runFormula, type FormulaResult, type FormulaRow } from '#rules/targets/oracle';
import { planTargets } from '#rules/targets/plan';
import { createRowExplainer } from '#rules/targets/row-explainer';

/** Days that every admission of the explained rows lasts; no output that is compared depends on it. */
const DAYS_IN_HOSPITAL = 7;

/** Rows whose explanation is compared word by word with the oracle's. */
const COMPARED_ROWS = 300;

/** Explains one row: `createRowExplainer`, or the oracle that it must equal. */
type Explain = (row: FormulaRow) => Decision<FormulaResult>;

/**
 * Rows with every named step of every output of the formula explained and cited, given as figures as settlement
 * gives them: by the explainer that fills in what the oracle wrote for the first row of the same way.
 */
export function explainContestant(formula: Formula, values: ValueVector, claims: Claims): Contestant {
  const explain = createRowExplainer(formula);
  const told = explaining('explain', explain, formula, values, claims);
  return {
    ...told,
    results: () => {
      checkWords(formula, explain, values, claims);
      return told.results();
    },
  };
}

/** The oracle itself: exact in bigint and fractions, each explanation written anew. */
export function oracleContestant(formula: Formula, values: ValueVector, claims: Claims): Contestant {
  return explaining('oracle', (row) => runFormula(formula, row), formula, values, claims);
}

function explaining(
  key: string,
  explain: Explain,
  formula: Formula,
  values: ValueVector,
  claims: Claims,
): Contestant {
  const rows = rowsOf(formula, claims);
  const results = newResults(claims.length);
  const pass = (): void =>
    explainAll(rows, claims.starts, values, explain, (row, explained) => {
      if (explained.allowed) write(results, row, explained.value.outputs);
      else refuseRow(results, row);
    });
  return {
    key,
    rows: claims.length,
    results: () => {
      pass();
      return results;
    },
    run: (seconds) => repeat(claims.length, seconds, pass),
  };
}

interface Rows {
  readonly inputs: readonly ReadonlyMap<string, FormulaFigure>[];
  readonly noTotals: ReadonlyMap<string, Fen>;
}

function rowsOf(formula: Formula, claims: Claims): Rows {
  const layout = layoutOf(planTargets(formula));
  return {
    inputs: Array.from({ length: claims.length }, (_, row) => inputsOf(layout, claims, row)),
    noTotals: new Map(layout.totals.map(({ total }) => [total, ZERO_FEN])),
  };
}

function explainAll(
  { inputs: all, noTotals }: Rows,
  starts: Uint8Array,
  values: ValueVector,
  explain: Explain,
  take: (row: number, explained: Decision<FormulaResult>, given: FormulaRow) => void,
): void {
  let totals = noTotals;
  for (const [row, inputs] of all.entries()) {
    if (starts[row] === 1) totals = noTotals;
    const given = { inputs, values, totals };
    const explained = explain(given);
    totals = explained.allowed ? explained.value.totals : new Map();
    take(row, explained, given);
  }
}

/** Every node, value, total and refusal of the first rows as the oracle gives them. */
function checkWords(formula: Formula, explain: Explain, values: ValueVector, claims: Claims): void {
  const few = firstClaims(claims, COMPARED_ROWS);
  explainAll(rowsOf(formula, few), few.starts, values, explain, (row, explained, given) => {
    assert(
      isDeepStrictEqual(explained, runFormula(formula, given)),
      `row ${row} is explained as by the oracle`,
    );
  });
}

function inputsOf(layout: ProgramLayout, claims: Claims, row: number): ReadonlyMap<string, FormulaFigure> {
  const facts = layout.fields.map(({ field, unit, scale, options }) => {
    const held =
      field === 'dischargedOn'
        ? present(claims.admittedOn[row], 'a day of admission') + DAYS_IN_HOSPITAL
        : present(claims[field as Exclude<keyof Claims, 'length'>][row], field);
    return [field, decodeFigure(held, unit, scale, options)] as const;
  });
  return new Map(facts);
}

function write(results: Results, row: number, outputs: ReadonlyMap<string, FormulaFigure>): void {
  for (const output of OUTPUTS) results[output][row] = Number(figureOf(outputs.get(output), 'fen').fen);
}
