import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import type { ExplainedNode } from '#rules/explain/node';
import { createTrace, type Trace } from '#rules/explain/trace';
import {
  constantOf,
  figureOf,
  figureOfQuantity,
  figureText,
  nodeValueOf,
  type FormulaFigure,
} from '#rules/formula/figure';
import { placeOf, type Formula, type FormulaNode } from '#rules/formula/node';
import { applyOperator } from '#rules/formula/operators';
import { inputMissing, inputNotAnOption } from '#rules/formula/refusals';
import { cellKey, type ValueVector } from '#rules/formula/value-vector';
import { alike, bracketed, wordOperator } from '#rules/formula/wording';
import type { ResolvedValue } from '#rules/value/resolve-value';

/** One row: its facts by field, and the pack values of its date. */
export interface FormulaRow {
  readonly inputs: ReadonlyMap<string, FormulaFigure>;
  readonly values: ValueVector;
}

export interface FormulaResult {
  readonly outputs: ReadonlyMap<string, FormulaFigure>;
  /** Every named figure behind the outputs, each after its inputs. */
  readonly nodes: readonly ExplainedNode[];
  /** The pack values that this very row used. */
  readonly values: readonly ResolvedValue[];
}

/**
 * Runs a formula on one row exactly and explains every named step: the oracle that other targets must equal.
 * Only what the outputs need is reckoned, so that a branch not taken asks for no input and no value.
 * @returns the outputs, or one refusal for each input that is missing and each value that has no figure
 */
export function runFormula(formula: Formula, row: FormulaRow): Decision<FormulaResult> {
  const run = new Run(formula, row);
  const outputs = new Map<string, FormulaFigure>();
  for (const [name, index] of Object.entries(formula.outputs)) {
    const step = run.step(index);
    if (step !== undefined) outputs.set(name, step.figure);
  }
  return allowUnless([...run.refusals.values()], () => ({
    outputs,
    nodes: run.trace.nodes(),
    values: [...run.values.values()],
  }));
}

/** A node as it came out: its figure, how others write it, and what they cite when they use it. */
interface Step {
  readonly figure: FormulaFigure;
  readonly text: Bilingual;
  readonly inputs: readonly { readonly node: string }[];
  readonly cite: readonly string[];
  readonly readings: readonly string[];
  /** Of a node without a name: its operator, which decides on brackets. */
  readonly op?: string;
}

/** One row under way: what is known of each node, and what was found missing. */
class Run {
  readonly trace: Trace = createTrace();
  readonly refusals = new Map<string, Refusal>();
  readonly values = new Map<string, ResolvedValue>();
  readonly #formula: Formula;
  readonly #row: FormulaRow;
  readonly #steps = new Map<number, Step | undefined>();

  constructor(formula: Formula, row: FormulaRow) {
    this.#formula = formula;
    this.#row = row;
  }

  /** A node, reckoned once; undefined where something that it needs is missing. */
  step(index: number): Step | undefined {
    if (this.#steps.has(index)) return this.#steps.get(index);
    const node = present(this.#formula.nodes[index], placeOf(this.#formula, index));
    const reckoned = this.#reckon(node);
    const done = reckoned && noted(this.trace, node, reckoned);
    this.#steps.set(index, done);
    return done;
  }

  #reckon(node: FormulaNode): Step | undefined {
    switch (node.op) {
      case 'input':
        return this.#input(node);
      case 'value':
      case 'lookup': {
        const keys = this.#all(node.args);
        return keys && this.#value(node.value, keys.map(choiceOf));
      }
      case 'constant':
        return given(present(constantOf(node.unit, node.text), node.text));
      case 'if':
        return this.#chosen(node, (condition) => (truthOf(condition) ? 1 : 2));
      case 'match':
        return this.#chosen(node, (key) => {
          const found = node.cases.indexOf(choiceOf(key));
          return 1 + (found === -1 ? node.cases.length : found);
        });
      case 'assert':
        return this.#chosen(node, (condition) => {
          if (truthOf(condition)) return 1;
          const { code, field, what, next } = node.refusal;
          const clause = node.cite[0];
          this.#refuse({ code, at: field, ...(clause === undefined ? {} : { clause }), what, next });
          return undefined;
        });
      default: {
        const args = this.#all(node.args);
        if (args === undefined) return undefined;
        const figures = args.map(({ figure }) => figure);
        const texts = args.map(({ text, op }) => bracketed(text, op));
        return {
          figure: applyOperator(node, figures),
          text: wordOperator(node, texts),
          ...gathered(args),
          op: node.op,
        };
      }
    }
  }

  #input(node: FormulaNode & { readonly op: 'input' }): Step | undefined {
    const figure = this.#row.inputs.get(node.field);
    if (figure === undefined) {
      this.#refuse(inputMissing(node.field));
      return undefined;
    }
    assert(figure.unit === node.unit, `${node.field} is given as ${node.unit}`);
    if (figure.unit === 'choice' && node.options?.includes(figure.choice) === false) {
      this.#refuse(inputNotAnOption(node.field, figure.choice, node.options));
      return undefined;
    }
    return given(figure);
  }

  #value(name: string, members: readonly string[]): Step | undefined {
    const key = cellKey(name, members);
    const resolved = this.#row.values.read(name, members);
    if (!resolved.allowed) {
      this.#refuse(...resolved.refusals);
      return undefined;
    }
    const figure = figureOfQuantity(resolved.value.quantity);
    if (!this.values.has(key)) noteValue(this.trace, key, resolved.value, figure);
    this.values.set(key, resolved.value);
    return { ...given(figure), inputs: [{ node: key }] };
  }

  /** A branch, explained by what chose it and by what it holds; the others are not reckoned. */
  #chosen(node: FormulaNode, choose: (by: Step) => number | undefined): Step | undefined {
    const by = this.step(present(node.args[0], `what chooses in ${node.op}`));
    const choice = by && choose(by);
    if (by === undefined || choice === undefined) return undefined;
    const branch = this.step(present(node.args[choice], `branch ${choice} of ${node.op}`));
    return branch && { ...branch, ...gathered([by, branch]) };
  }

  #all(indices: readonly number[]): readonly Step[] | undefined {
    const found = indices.map((index) => this.step(index));
    const known = found.filter((each) => each !== undefined);
    return known.length === found.length ? known : undefined;
  }

  #refuse(...faults: readonly Refusal[]): void {
    for (const fault of faults) this.refusals.set(`${fault.code} ${fault.at}`, fault);
  }
}

function truthOf({ figure }: Step): boolean {
  return figureOf(figure, 'truth').holds;
}

function choiceOf({ figure }: Step): string {
  return figureOf(figure, 'choice').choice;
}

function given(figure: FormulaFigure): Step {
  return { figure, text: alike(figureText(figure)), inputs: [], cite: [], readings: [] };
}

function gathered(args: readonly Step[]): Pick<Step, 'inputs' | 'cite' | 'readings'> {
  const ids = new Set(args.flatMap(({ inputs }) => inputs.map(({ node }) => node)));
  return {
    inputs: [...ids].map((node) => ({ node })),
    cite: unique(args.flatMap(({ cite }) => cite)),
    readings: unique(args.flatMap(({ readings }) => readings)),
  };
}

/** Writes a named node into the explanation; a nameless one hands on what it holds and cites. */
function noted(trace: Trace, node: FormulaNode, step: Step): Step {
  const cite = unique([...node.cite, ...step.cite]);
  const readings = unique([...node.readings, ...step.readings]);
  if (node.name === undefined || node.label === undefined) return { ...step, cite, readings };
  const value = figureText(step.figure);
  const { zh, en } = step.text;
  const formula = zh === value ? {} : { formula: { zh: `${zh} = ${value}`, en: `${en} = ${value}` } };
  const { name, label } = node;
  const text = { id: name, label, ...formula, cite, readings, inputs: step.inputs };
  const reference = trace.note(text, nodeValueOf(step.figure));
  return { figure: step.figure, text: alike(value), inputs: [reference], cite: [], readings: [] };
}

function noteValue(trace: Trace, id: string, resolved: ResolvedValue, figure: FormulaFigure): void {
  const { name, label, cite, standing, reading } = resolved;
  const readings = reading === undefined || standing === 'scenario' ? [] : [reading];
  const assumptions = standing === 'stated' ? [] : [name];
  trace.note({ id, label, cite, readings, assumptions }, nodeValueOf(figure));
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
