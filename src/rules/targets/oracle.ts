import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import type { Fen } from '#kernel/fen';
import type { ExplainedNode } from '#rules/explain/node';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Formula } from '#rules/formula/node';
import {
  Evaluation,
  prepareFormula,
  type FormulaRow,
  type PreparedFormula,
} from '#rules/targets/oracle-evaluation';
import { explainEvaluation } from '#rules/targets/oracle-explanation';
import type { ResolvedValue } from '#rules/value/resolve-value';

export type { FormulaRow } from '#rules/targets/oracle-evaluation';

export interface FormulaResult {
  readonly outputs: ReadonlyMap<string, FormulaFigure>;
  /** Every named figure behind the outputs, each after its inputs. */
  readonly nodes: readonly ExplainedNode[];
  /** The pack values that this very row used. */
  readonly values: readonly ResolvedValue[];
  /** The person's totals of the year after this row: those given, with the row's amounts added. */
  readonly totals: ReadonlyMap<string, Fen>;
}

/** A row without its explanation: what other targets are compared with, and what the next row is given. */
export interface ReckonedOutputs {
  readonly outputs: Decision<ReadonlyMap<string, FormulaFigure>>;
  /** Left out where the total was not known or the row's amount could not be reckoned. */
  readonly totals: ReadonlyMap<string, Fen>;
}

/**
 * Runs a formula on one row exactly and explains every named step: the oracle that other targets must equal.
 * Only what the outputs need is reckoned, so that a branch not taken asks for no input and no value.
 * @returns the outputs, or one refusal for each input or total that is missing or outside its range, each value
 * that has no figure and each assertion that does not hold
 */
export function runFormula(formula: Formula, row: FormulaRow): Decision<FormulaResult> {
  const { evaluation, outputs, refusals } = evaluateRow(formula, row);
  return allowUnless(refusals, () => ({
    outputs,
    nodes: explainEvaluation(evaluation, Object.values(formula.outputs)),
    values: [...evaluation.values.values()],
    totals: evaluation.totalsAfter(),
  }));
}

/** Runs a formula on one row exactly and explains nothing: the totals are there for a refused row too. */
export function reckonRow(formula: Formula, row: FormulaRow): ReckonedOutputs {
  const { evaluation, outputs, refusals } = evaluateRow(formula, row);
  return { outputs: allowUnless(refusals, () => outputs), totals: evaluation.totalsAfter() };
}

/** A row under way: its evaluation, the outputs that are known, and what keeps the others from being so. */
export function evaluateRow(
  formula: Formula,
  row: FormulaRow,
): Pick<FormulaResult, 'outputs'> & {
  readonly evaluation: Evaluation;
  readonly refusals: readonly Refusal[];
} {
  const evaluation = new Evaluation(preparedOf(formula), row);
  const outputs = new Map<string, FormulaFigure>();
  for (const [name, index] of Object.entries(formula.outputs)) {
    const figure = evaluation.figure(index);
    // Stryker disable next-line ConditionalExpression: a row with an output that is not known is refused, and gives none
    if (figure !== undefined) outputs.set(name, figure);
  }
  // Taken before the totals, which no row is refused for.
  return { evaluation, outputs, refusals: [...evaluation.refusals.values()] };
}

/** A formula never changes, so that what is read of it once serves all rows. */
const PREPARED = new WeakMap<Formula, PreparedFormula>();

function preparedOf(formula: Formula): PreparedFormula {
  const prepared = PREPARED.get(formula) ?? prepareFormula(formula);
  PREPARED.set(formula, prepared);
  return prepared;
}
