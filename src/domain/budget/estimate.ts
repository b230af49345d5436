import { estimateLine, type EstimateRun } from '#domain/budget/estimate-line';
import type { DriverId } from '#domain/budget/drivers';
import { PART_LABELS, type BudgetPart } from '#domain/budget/lines';
import {
  checkTable,
  partsOf,
  placeKey,
  placesOf,
  totalsOf,
  type BudgetAmount,
  type BudgetOf,
  type BudgetTable,
} from '#domain/budget/table';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import type { ExplainedNode } from '#rules/explain/node';
import { openingMissing, unknownLine } from '#domain/budget/table-refusals';
import { createTrace } from '#rules/explain/trace';
import type { Quantity } from '#rules/value/quantity';

/** An input figure with its source; none enters without one. */
export interface Sourced {
  /** Source: a document, a statistic, a run, or the books with the months they cover. */
  readonly source: string;
  /** Clauses, where a rule sets the figure. */
  readonly cite: readonly string[];
}

export interface GivenDriver extends Sourced {
  readonly quantity: Quantity;
}

/** A line's amount in the year before, over a number of its months. */
export interface PastAmount extends Sourced {
  readonly fen: Fen;
  /** 1 to 12; fewer than 12 are extended to the whole year in proportion. */
  readonly months: number;
}

export interface GivenAmount extends Sourced {
  readonly fen: Fen;
}

export interface EstimateFacts {
  readonly of: BudgetOf;
  /** The pools of the adjustment fund, for the fund's own budget. */
  readonly members: readonly string[];
  readonly opening: ReadonlyMap<BudgetPart, GivenAmount>;
  readonly drivers: ReadonlyMap<DriverId, GivenDriver>;
  /** By place (`placeKey`). */
  readonly past: ReadonlyMap<string, PastAmount>;
  /** By place: amounts that replace a line's method, or stand where there is none. */
  readonly given: ReadonlyMap<string, GivenAmount>;
}

/** A draft with the explanation of each of its figures, down to the drivers and their sources. */
export interface BudgetEstimate {
  readonly table: BudgetTable;
  readonly nodes: readonly ExplainedNode[];
}

/**
 * Estimates a standard table. Every line is reckoned exactly and rounded half up to the fen once (NAT-P.3). Refuses,
 * naming each, missing drivers, past figures and given amounts; then nothing is estimated.
 */
export function estimateBudget(facts: EstimateFacts): Decision<BudgetEstimate> {
  const { of, members } = facts;
  const run: EstimateRun = {
    facts,
    trace: createTrace(),
    nodes: new Map(),
    missing: new Map(),
  };
  const opening = partsOf(of.kind, of.insuranceType).flatMap((part) => {
    const given = facts.opening.get(part);
    if (given === undefined) {
      run.missing.set(`opening/${part}`, openingMissing(part));
      return [];
    }
    noteOpening(run, part, given);
    return [{ part, fen: given.fen }];
  });
  const places = placesOf(of.kind, of.insuranceType, members);
  const known = new Set(places.map(placeKey));
  const amounts: BudgetAmount[] = [];
  for (const place of places) {
    const figure = estimateLine(run, place);
    if (figure !== undefined) amounts.push({ ...place, fen: figure.fen });
  }
  const strange = [...facts.given.keys(), ...facts.past.keys()].filter((key) => !known.has(key));
  const table: BudgetTable = { ...of, opening, amounts };
  const [fault, ...others] = [
    ...run.missing.values(),
    ...strange.map(unknownLine),
    ...(run.missing.size > 0 ? [] : checkTable(table, members)),
  ];
  if (fault !== undefined) return refuse(fault, ...others);
  noteTotals(run, table);
  return allow({ table, nodes: run.trace.nodes() });
}

function noteOpening(run: EstimateRun, part: BudgetPart, { fen: amount, source, cite }: GivenAmount): void {
  const { zh, en } = PART_LABELS[part];
  const label = { zh: `年初${zh}结余`, en: `Opening balance of the ${en}` };
  const figure = run.trace.figure(
    { id: `opening/${part}`, label, formula: { zh: `来源：${source}`, en: `source: ${source}` }, cite },
    amount,
  );
  run.nodes.set(`opening/${part}`, figure);
}

/** Notes the sums that the rules judge, so that they too can be traced to the drivers. */
function noteTotals({ trace, nodes }: EstimateRun, table: BudgetTable): void {
  const { income, expenditure, yearBalance, accumulated } = totalsOf(table);
  const inputs = [...nodes.entries()].filter(([id]) => id.startsWith('line/')).map(([, node]) => node);
  const sums = [
    ['total/income', { zh: '收入合计', en: 'Income' }, income],
    ['total/expenditure', { zh: '支出合计', en: 'Expenditure' }, expenditure],
    ['total/yearBalance', { zh: '本年收支结余', en: 'Balance of the year' }, yearBalance],
    ['total/accumulated', { zh: '年末滚存结余', en: 'Accumulated balance' }, accumulated],
  ] as const;
  for (const [id, label, amount] of sums) {
    trace.figure({ id, label, inputs, cite: ['NAT-28.10'] }, fen(amount));
  }
}
