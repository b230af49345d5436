import { present } from '#kernel/assert';
import { allow, type Decision } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import type { FormulaFigure } from '#rules/formula/figure';
import type { Formula, FormulaNode } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { decodeFigure } from '#rules/targets/encode-figure';
import { encodeInto, newRowNumbers, type RowNumbers } from '#rules/targets/encode-row';
import { encodeVector } from '#rules/targets/encode-vector';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { evaluate, traceSource } from '#rules/targets/evaluate';
import {
  explanationTemplate,
  type ExplanationTemplate,
  type SharedNodes,
} from '#rules/targets/explanation-template';
import { figureWriter, type FigureWriter, type WrittenFigures } from '#rules/targets/figure-writer';
import { evaluateRow, runFormula, type FormulaResult, type FormulaRow } from '#rules/targets/oracle';
import { nodeAt, planTargets, type TargetPlan } from '#rules/targets/plan';
import type { ResolvedValue } from '#rules/value/resolve-value';

export type ExplainRow = (row: FormulaRow) => Decision<FormulaResult>;

/** Templates kept of one vector of values; rows take a few hundred ways through a formula at most. */
const MOST_TEMPLATES = 10_000;

type Trace = (facts: Float64Array, totals: Float64Array, vector: Float64Array, out: Float64Array) => boolean;

/** An output as it is read: where its figure lies, and how it is held there. */
interface TakenOutput {
  readonly name: string;
  readonly at: number;
  readonly unit: FormulaNode['unit'];
  readonly options: readonly string[] | undefined;
  readonly scale: bigint;
}

/** What all rows of one way through the formula share. */
interface KnownWay {
  /** Where the figures lie that the explanation and the outputs take. */
  readonly needs: readonly number[];
  /** The nodes whose figures the explanation takes. */
  readonly written: readonly number[];
  readonly template: ExplanationTemplate;
  readonly values: readonly ResolvedValue[];
}

/**
 * The results of the oracle, explanations included, at many times its rate: figures come from a compiled program,
 * words from a template that the oracle wrote for the first row that took the same way. A row that is refused, or
 * whose figures a double cannot hold, is left to the oracle itself.
 */
export function createRowExplainer(formula: Formula): ExplainRow {
  return new RowExplainer(formula).explain;
}

class RowExplainer {
  readonly #formula: Formula;
  readonly #plan: TargetPlan;
  readonly #layout: ProgramLayout;
  readonly #numbers: RowNumbers;
  readonly #trace: Trace;
  readonly #outputs: readonly TakenOutput[];
  readonly #figures: Float64Array;
  readonly #places = new Map<number, number>();
  readonly #writers = new Map<number, FigureWriter>();
  readonly #written: WrittenRow;
  readonly #shared: SharedNodes = new Map();
  /** Where truths and choices lie among the figures: they tell which way a row took. */
  readonly #deciders: readonly number[];
  // Stryker disable next-line ArrayDeclaration: each key writes it anew
  readonly #turns: number[] = [];
  readonly #ways = new WeakMap<
    ValueVector,
    { readonly cells: Float64Array; readonly known: Map<string, KnownWay> }
  >();

  constructor(formula: Formula) {
    this.#formula = formula;
    this.#plan = planTargets(formula);
    this.#layout = layoutOf(this.#plan);
    this.#numbers = newRowNumbers(this.#layout);
    this.#trace = (evaluate(traceSource(this.#plan)) as { readonly trace: Trace }).trace;
    const { live } = this.#plan;
    this.#figures = new Float64Array(live.length);
    live.forEach((index, at) => {
      const node = nodeAt(this.#plan, index);
      this.#places.set(index, at);
      if (varies(node)) this.#writers.set(index, figureWriter(this.#plan, index));
    });
    this.#deciders = live
      .filter((index) => decides(nodeAt(this.#plan, index)))
      .map((index) => present(this.#places.get(index), `where node ${index} lies`));
    this.#outputs = Object.entries(formula.outputs).map(([name, node]) => {
      const { unit, options } = nodeAt(this.#plan, node);
      const at = present(this.#places.get(node), `where the output ${name} lies`);
      return { name, at, unit, options, scale: this.#plan.of(node).scale };
    });
    this.#written = new WrittenRow(this.#writers, this.#places, this.#figures);
  }

  readonly explain: ExplainRow = (row) => {
    const { facts, totals } = this.#numbers;
    encodeInto(this.#numbers, this.#layout, row);
    const { cells, known } = this.#waysOf(row.values);
    if (!this.#trace(facts, totals, cells, this.#figures)) return runFormula(this.#formula, row);
    const key = this.#wayKey();
    let way = known.get(key);
    if (way === undefined) {
      way = this.#newWay(row);
      // Stryker disable next-line ConditionalExpression,EqualityOperator: how many are kept, not what is told
      if (known.size < MOST_TEMPLATES) known.set(key, way);
    }
    if (!this.#holds(way)) return runFormula(this.#formula, row);
    this.#written.write(way.written);
    const nodes = way.template.fill(this.#written);
    return allow({
      outputs: this.#outputFigures(),
      nodes,
      values: way.values,
      totals: this.#totalsAfter(row),
    });
  };

  #waysOf(vector: ValueVector): { readonly cells: Float64Array; readonly known: Map<string, KnownWay> } {
    const known = this.#ways.get(vector);
    if (known !== undefined) return known;
    const { cells } = encodeVector(this.#plan, vector);
    const ways = { cells, known: new Map<string, KnownWay>() };
    this.#ways.set(vector, ways);
    return ways;
  }

  /** One character for each truth and choice. One that is not known reads as 0: the way asks for none that is not. */
  #wayKey(): string {
    // Stryker disable next-line EqualityOperator: one character more, the same for all
    for (let at = 0; at < this.#deciders.length; at += 1) {
      this.#turns[at] = (this.#figures[this.#deciders[at] ?? -1] ?? 0) | 0;
    }
    return String.fromCharCode(...this.#turns);
  }

  /** The way of a row that the program could reckon, and that the oracle thus refuses for nothing. */
  #newWay(row: FormulaRow): KnownWay {
    const { evaluation } = evaluateRow(this.#formula, row);
    const outputs = Object.values(this.#formula.outputs);
    const template = explanationTemplate(evaluation, outputs, this.#writers, this.#shared);
    return {
      template,
      needs: [...new Set([...template.needs, ...outputs])].map((node) => this.#places.get(node) ?? -1),
      written: [...template.needs],
      values: [...evaluation.values.values()],
    };
  }

  /** Whether doubles hold every figure that the explanation and the outputs take. */
  #holds({ needs }: KnownWay): boolean {
    for (const at of needs) if (Number.isNaN(this.#figures[at])) return false;
    return true;
  }

  #outputFigures(): ReadonlyMap<string, FormulaFigure> {
    const outputs = new Map<string, FormulaFigure>();
    for (const { name, at, unit, scale, options } of this.#outputs) {
      const held = present(this.#figures[at], name);
      outputs.set(name, decodeFigure(held, unit, scale, options));
    }
    return outputs;
  }

  #totalsAfter(row: FormulaRow): ReadonlyMap<string, Fen> {
    const after = new Map<string, Fen>();
    for (const { total, amount } of this.#layout.totals) {
      const before = row.totals?.get(total);
      const held = this.#figures[this.#places.get(amount) ?? -1] ?? NaN;
      if (before !== undefined && !Number.isNaN(held)) after.set(total, fen(before + BigInt(held)));
    }
    return after;
  }
}

/** Whether a figure differs between rows that took the same ways with the same values. */
function varies(node: FormulaNode): boolean {
  return !decides(node) && node.op !== 'value' && node.op !== 'lookup' && node.op !== 'constant';
}

function decides({ unit }: FormulaNode): boolean {
  return unit === 'truth' || unit === 'choice';
}

/** The figures of the row at hand, each written once for all who take it. */
class WrittenRow implements WrittenFigures {
  readonly texts: string[];
  readonly values: string[];
  readonly #writers: readonly (FigureWriter | undefined)[];
  readonly #places: readonly number[];
  readonly #figures: Float64Array;

  constructor(
    writers: ReadonlyMap<number, FigureWriter>,
    places: ReadonlyMap<number, number>,
    figures: Float64Array,
  ) {
    const nodes = Math.max(0, ...places.keys()) + 1;
    // Stryker disable next-line ArrayDeclaration: room made beforehand, which would be made as figures come
    this.texts = new Array<string>(nodes).fill('');
    // Stryker disable next-line ArrayDeclaration: room made beforehand, which would be made as figures come
    this.values = new Array<string>(nodes).fill('');
    this.#writers = Array.from({ length: nodes }, (_, node) => writers.get(node));
    this.#places = Array.from({ length: nodes }, (_, node) => places.get(node) ?? -1);
    this.#figures = figures;
  }

  write(nodes: readonly number[]): void {
    for (const node of nodes) {
      const held = this.#figures[this.#places[node] ?? -1] ?? NaN;
      present(this.#writers[node], 'a writer of a figure').write(held, this);
    }
  }
}
