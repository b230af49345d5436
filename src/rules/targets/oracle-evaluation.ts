import { assert, present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';
import { compareRationals } from '#kernel/rational';
import { boundsOf } from '#rules/formula/bounds';
import {
  constantOf,
  figureOf,
  figureOfQuantity,
  figureText,
  sizeOf,
  type FormulaFigure,
} from '#rules/formula/figure';
import type { Bounds } from '#rules/formula/intervals';
import {
  conditionsOf,
  placeOf,
  type ChoosingOperator,
  type Formula,
  type FormulaNode,
  type OfOperator,
} from '#rules/formula/node';
import {
  inputMissing,
  inputNotAnOption,
  outOfRange,
  thresholdsNotAscending,
  totalMissing,
} from '#rules/formula/refusals';
import { cellKey, type ValueVector } from '#rules/formula/value-vector';
import { unmetParts } from '#rules/targets/oracle-conditions';
import { applyOperator } from '#rules/targets/oracle-operators';
import type { ResolvedValue } from '#rules/value/resolve-value';

/** One row: its facts by field, the pack values of its date, and what the person's year comes to so far. */
export interface FormulaRow {
  readonly inputs: ReadonlyMap<string, FormulaFigure>;
  readonly values: ValueVector;
  /** The person's totals of the year before this row, by name. One that is not here is not known. */
  readonly totals?: ReadonlyMap<string, Fen>;
}

/** A formula with what does not depend on a row read once: constants and ranges. */
export interface PreparedFormula {
  readonly formula: Formula;
  readonly constants: readonly (FormulaFigure | undefined)[];
  readonly bounds: Bounds;
  /** Running totals that the outputs may need. */
  readonly running: readonly OfOperator<'running'>[];
}

/** One row under way: what is known of each node, which branch was taken, and what was found missing. */
export class Evaluation {
  readonly refusals = new Map<string, Refusal>();
  /** The pack values that were used, by cell. */
  readonly values = new Map<string, ResolvedValue>();
  readonly formula: Formula;
  readonly #prepared: PreparedFormula;
  readonly #row: FormulaRow;
  readonly #figures: (FormulaFigure | undefined)[];
  readonly #isKnown: Uint8Array;
  readonly #branches = new Map<number, number>();
  readonly #cells = new Map<number, string>();

  constructor(prepared: PreparedFormula, row: FormulaRow) {
    this.#prepared = prepared;
    this.formula = prepared.formula;
    this.#row = row;
    // Stryker disable next-line ArrayDeclaration: room made beforehand, which would be made as figures come
    this.#figures = new Array<FormulaFigure | undefined>(prepared.formula.nodes.length);
    this.#isKnown = new Uint8Array(prepared.formula.nodes.length);
  }

  /** A node, reckoned once; undefined where something that it needs is missing. */
  figure(index: number): FormulaFigure | undefined {
    // A stack of its own: a formula may be deeper than the program's.
    const stack = [index];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      // Stryker disable next-line ConditionalExpression: it saves reckoning again, and would find the same
      const needed = this.#isKnown[top] === 1 ? [] : this.#neededNext(this.nodeAt(top), top);
      if (needed.length === 0) {
        this.#settle(top);
        stack.pop();
      } else {
        stack.push(...needed.toReversed());
      }
    }
    return this.#figures[index];
  }

  /** A figure that is known, as it is written. */
  text(index: number): string {
    return figureText(present(this.figure(index), `the figure of node ${index}`));
  }

  nodeAt(index: number): FormulaNode {
    return present(this.formula.nodes[index], `node ${index}`);
  }

  /** The position of the argument that a choosing node passed on. */
  branchOf(index: number): number {
    return present(this.#branches.get(index), `the branch of ${placeOf(this.formula, index)}`);
  }

  /** The cell that a node read, and the value that it found there. */
  cellOf(index: number): { readonly key: string; readonly value: ResolvedValue } {
    const key = present(this.#cells.get(index), `the cell of ${placeOf(this.formula, index)}`);
    return { key, value: present(this.values.get(key), key) };
  }

  /**
   * The totals after this row: those given, with the row's amounts added. A total is left out where it was not
   * known or where the row's amount could not be reckoned, so that a later row that needs it is refused.
   */
  totalsAfter(): ReadonlyMap<string, Fen> {
    const after = new Map<string, Fen>();
    for (const { total, args } of this.#prepared.running) {
      const before = this.#row.totals?.get(total);
      const amount = this.figure(present(args[0], 'what is added up'));
      if (before === undefined || amount === undefined) continue;
      after.set(total, fen(before + figureOf(amount, 'fen').fen));
    }
    return after;
  }

  /** The arguments that must be known before a node can be reckoned, and are not yet; of a choice, step by step. */
  #neededNext(node: FormulaNode, index: number): readonly number[] {
    const unknown = (args: readonly number[]): readonly number[] =>
      args.filter((arg) => this.#isKnown[arg] !== 1);
    switch (node.op) {
      case 'running':
        return [];
      case 'if':
      case 'match':
      case 'assert':
      case 'exceptions': {
        const conditions = unknown(conditionsOf(node));
        if (conditions.length > 0) return conditions;
        const branch = this.#branch(node, index);
        return branch === undefined ? [] : unknown([present(node.args[branch], `branch ${branch}`)]);
      }
      default:
        return unknown(node.args);
    }
  }

  #settle(index: number): void {
    // Stryker disable next-line ConditionalExpression: it saves reckoning again, and would find the same
    if (this.#isKnown[index] === 1) return;
    this.#figures[index] = this.#reckon(this.nodeAt(index), index);
    this.#isKnown[index] = 1;
  }

  #reckon(node: FormulaNode, index: number): FormulaFigure | undefined {
    switch (node.op) {
      case 'input':
        return this.#input(node, index);
      case 'value':
      case 'lookup':
        return this.#value(node, index);
      case 'constant':
        return present(this.#prepared.constants[index], node.text);
      case 'running':
        return this.#total(node, index);
      case 'if':
      case 'match':
      case 'assert':
      case 'exceptions':
        return this.#chosen(node, index);
      case 'marginal':
        if (!this.#ascends(node, index)) return undefined;
        break;
      default:
    }
    const args = this.#all(node.args);
    return args && applyOperator(node, args);
  }

  #input(node: OfOperator<'input'>, index: number): FormulaFigure | undefined {
    const figure = this.#row.inputs.get(node.field);
    if (figure === undefined) {
      this.#refuse(inputMissing(node.field));
      return undefined;
    }
    assert(figure.unit === node.unit, `${node.field} is given as ${node.unit}`);
    // Stryker disable next-line ConditionalExpression: what is no choice has no options
    if (figure.unit === 'choice' && node.options?.includes(figure.choice) === false) {
      this.#refuse(inputNotAnOption(node.field, figure.choice, node.options));
      return undefined;
    }
    return this.#within(node.field, figure, index);
  }

  #value(node: OfOperator<'value' | 'lookup'>, index: number): FormulaFigure | undefined {
    const keys = this.#all(node.args);
    if (keys === undefined) return undefined;
    const members = keys.map((key) => figureOf(key, 'choice').choice);
    const key = cellKey(node.value, members);
    const resolved = this.#row.values.read(node.value, members);
    if (!resolved.allowed) {
      this.#refuse(...resolved.refusals);
      return undefined;
    }
    const figure = figureOfQuantity(resolved.value.quantity);
    if (this.#within(key, figure, index) === undefined) return undefined;
    this.#cells.set(index, key);
    this.values.set(key, resolved.value);
    return figure;
  }

  #total(node: OfOperator<'running'>, index: number): FormulaFigure | undefined {
    const total = this.#row.totals?.get(node.total);
    if (total === undefined) {
      this.#refuse(totalMissing(node.total));
      return undefined;
    }
    return this.#within(node.total, { unit: 'fen', fen: total }, index);
  }

  /** The bands of a scale as a place fills it: one that is not above the one before would count twice. */
  #ascends(node: OfOperator<'marginal'>, index: number): boolean {
    const thresholds = this.#all(node.args.slice(2, 1 + node.bands));
    // Stryker disable next-line BooleanLiteral: with a threshold missing the scale is not reckoned either way
    if (thresholds === undefined) return false;
    const sizes = thresholds.map((threshold) => figureOf(threshold, 'fen').fen);
    const isAscending = sizes.every((size, at) => size >= (sizes[at - 1] ?? size));
    if (!isAscending) this.#refuse(thresholdsNotAscending(placeOf(this.formula, index)));
    return isAscending;
  }

  #chosen(node: OfOperator<ChoosingOperator>, index: number): FormulaFigure | undefined {
    const branch = this.#branch(node, index);
    if (branch === undefined) return undefined;
    this.#branches.set(index, branch);
    return this.#figures[present(node.args[branch], `branch ${branch} of ${node.op}`)];
  }

  #branch(node: OfOperator<ChoosingOperator>, index: number): number | undefined {
    if (node.op === 'exceptions') return this.#exception(node, index);
    const condition = present(node.args[0], `what chooses in ${node.op}`);
    const by = this.#figures[condition];
    if (by === undefined) return undefined;
    if (node.op === 'match') {
      const found = node.cases.indexOf(figureOf(by, 'choice').choice);
      return 1 + (found === -1 ? node.cases.length : found);
    }
    if (figureOf(by, 'truth').holds) return 1;
    if (node.op === 'if') return 2;
    const { code, field, what, next } = node.refusal;
    const unmet = unmetParts(this, condition);
    this.#refuse({
      code,
      at: field,
      clause: present(node.cite[0], `the clause of ${placeOf(this.formula, index)}`),
      what: {
        zh: `${what.zh}（${unmet.map(({ zh }) => zh).join('；')}）`,
        en: `${what.en} (${unmet.map(({ en }) => en).join('; ')})`,
      },
      next,
    });
    return undefined;
  }

  /** The exception whose condition holds, or the base. All conditions are needed: none may be unknown. */
  #exception(node: OfOperator<'exceptions'>, index: number): number | undefined {
    const conditions = this.#all(conditionsOf(node));
    if (conditions === undefined) return undefined;
    const holding = conditions.flatMap((condition, at) =>
      figureOf(condition, 'truth').holds ? [2 + 2 * at] : [],
    );
    // Stryker disable next-line ConditionalExpression: a formula is built with the proof that two never apply at once
    assert(holding.length <= 1, `one exception of ${placeOf(this.formula, index)} applies at once`);
    return holding[0] ?? 0;
  }

  #all(indices: readonly number[]): readonly FormulaFigure[] | undefined {
    const found: FormulaFigure[] = [];
    let isMissing = false;
    // All are asked for, so that everything that is missing is named at once.
    for (const index of indices) {
      const figure = this.#figures[index];
      if (figure === undefined) isMissing = true;
      else found.push(figure);
    }
    return isMissing ? undefined : found;
  }

  /** The figure that a node is given, unless it lies outside what it may be; of a truth or a choice nothing does. */
  #within(at: string, figure: FormulaFigure, index: number): FormulaFigure | undefined {
    const range = this.#prepared.bounds.range(index);
    if (range === undefined) return figure;
    const size = present(sizeOf(figure), `the size of ${at}`);
    const isWithin = compareRationals(range.low, size) <= 0 && compareRationals(size, range.high) <= 0;
    if (isWithin) return figure;
    this.#refuse(outOfRange(at, figure, range));
    return undefined;
  }

  #refuse(...faults: readonly Refusal[]): void {
    for (const fault of faults) this.refusals.set(`${fault.code} ${fault.at}`, fault);
  }
}

/** Reads once what a formula says itself, whatever the number of rows. */
export function prepareFormula(formula: Formula): PreparedFormula {
  const live = behind(formula);
  return {
    formula,
    constants: formula.nodes.map((node) =>
      node.op === 'constant' ? constantOf(node.unit, node.text) : undefined,
    ),
    bounds: boundsOf(formula),
    running: formula.nodes.filter(
      (node, index): node is OfOperator<'running'> => node.op === 'running' && live.has(index),
    ),
  };
}

/** The nodes that the outputs may need. */
function behind({ nodes, outputs }: Formula): ReadonlySet<number> {
  const live = new Set(Object.values(outputs));
  // A set is walked in the order in which it grows, so that one pass reaches all.
  for (const index of live) for (const arg of present(nodes[index], `node ${index}`).args) live.add(arg);
  return live;
}
