import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import type { ExplainedNode, NodeValue } from '#rules/explain/node';
import { noteValue } from '#rules/explain/note-value';
import { createTrace, type Trace } from '#rules/explain/trace';
import { nodeValueOf } from '#rules/formula/figure';
import { conditionsOf, type ChoosingOperator, type FormulaNode, type OfOperator } from '#rules/formula/node';
import {
  exceptionsNotTaken,
  otherCases,
  unmetParts,
  type ReckonedRow,
} from '#rules/targets/oracle-conditions';
import type { Evaluation } from '#rules/targets/oracle-evaluation';
import { alike, bracketed, wordOperator } from '#rules/targets/oracle-wording';

/** How figures are written: within a calculation, and as what a named node is worth. */
export interface FigureWords {
  readonly text: (node: number) => string;
  readonly value: (node: number) => NodeValue;
}

/**
 * Explains every named figure behind these nodes of a row that was reckoned, each after its inputs.
 * @param words the row's own figures unless told otherwise; places to be filled make it a template for other rows
 */
export function explainEvaluation(
  evaluation: Evaluation,
  roots: readonly number[],
  words: FigureWords = wordsOf(evaluation),
): readonly ExplainedNode[] {
  const explainer = new Explainer(evaluation, words);
  for (const root of roots) explainer.tell(root);
  return explainer.trace.nodes();
}

function wordsOf(evaluation: Evaluation): FigureWords {
  return {
    text: (index) => evaluation.text(index),
    value: (index) => nodeValueOf(present(evaluation.figure(index), `the figure of node ${index}`)),
  };
}

/** A node as others write it, and what they cite and give reasons by when they use it. */
interface Step {
  /** The node whose figure it is: of a choice, what was chosen. */
  readonly source: number;
  readonly text: Bilingual;
  readonly inputs: readonly { readonly node: string }[];
  readonly cite: readonly string[];
  readonly readings: readonly string[];
  readonly notChosen: readonly Bilingual[];
  /** Of a node without a name: its operator, which decides on brackets. */
  readonly op?: string;
}

class Explainer {
  readonly trace: Trace = createTrace();
  readonly #evaluation: Evaluation;
  readonly #words: FigureWords;
  readonly #row: ReckonedRow;
  readonly #steps = new Map<number, Step>();
  readonly #noted = new Set<string>();

  constructor(evaluation: Evaluation, words: FigureWords) {
    this.#evaluation = evaluation;
    this.#words = words;
    this.#row = {
      nodeAt: (index) => evaluation.nodeAt(index),
      figure: (index) => evaluation.figure(index),
      cellOf: (index) => evaluation.cellOf(index),
      text: words.text,
    };
  }

  /** Tells a node after all that it was reckoned from; a stack of its own, as formulas may be deep. */
  tell(root: number): void {
    const stack = [root];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const needed = this.#steps.has(top) ? [] : this.#neededBy(top).filter((arg) => !this.#steps.has(arg));
      if (needed.length > 0) {
        stack.push(...needed.toReversed());
        continue;
      }
      stack.pop();
      if (this.#steps.has(top)) continue;
      const node = this.#evaluation.nodeAt(top);
      this.#steps.set(top, this.#noteDown(node, this.#tell(node, top)));
    }
  }

  #neededBy(index: number): readonly number[] {
    const node = this.#evaluation.nodeAt(index);
    switch (node.op) {
      case 'running':
        return [];
      case 'if':
      case 'match':
      case 'assert':
      case 'exceptions':
        return [...conditionsOf(node), this.#branch(node, index)];
      default:
        return node.args;
    }
  }

  #branch(node: OfOperator<ChoosingOperator>, index: number): number {
    const chosen = this.#evaluation.branchOf(index);
    return present(node.args[chosen], `branch ${chosen} of ${node.op}`);
  }

  #step(index: number): Step {
    return present(this.#steps.get(index), `node ${index}, told before`);
  }

  #tell(node: FormulaNode, index: number): Step {
    switch (node.op) {
      case 'input':
      case 'constant':
      case 'running':
        return this.#given(index);
      case 'value':
      case 'lookup':
        return this.#value(node, index);
      case 'if':
      case 'match':
      case 'assert':
      case 'exceptions':
        return this.#chosen(node, index);
      default: {
        const args = node.args.map((arg) => this.#step(arg));
        const texts = args.map(({ text, op }) => bracketed(text, op));
        return {
          source: index,
          text: wordOperator(node, texts),
          ...gathered(args),
          op: node.op,
        };
      }
    }
  }

  #value(node: FormulaNode, index: number): Step {
    const keys = node.args.map((arg) => this.#step(arg));
    const { key, value } = this.#evaluation.cellOf(index);
    if (!this.#noted.has(key)) noteValue(this.trace, key, value);
    this.#noted.add(key);
    const chosenBy = gathered(keys);
    return {
      ...this.#given(index),
      ...chosenBy,
      inputs: [{ node: key }, ...chosenBy.inputs],
    };
  }

  /** A branch, explained by what chose it, by what it holds, and by why it is none of the others. */
  #chosen(node: OfOperator<ChoosingOperator>, index: number): Step {
    const by = conditionsOf(node).map((condition) => this.#step(condition));
    const branch = this.#step(this.#branch(node, index));
    const all = gathered([...by, branch]);
    return { ...branch, ...all, notChosen: [...this.#notChosen(node, index), ...all.notChosen] };
  }

  #notChosen(node: OfOperator<ChoosingOperator>, index: number): readonly Bilingual[] {
    if (node.op === 'exceptions') return exceptionsNotTaken(this.#row, node);
    const by = present(node.args[0], `what chooses in ${node.op}`);
    if (node.op !== 'match') return unmetParts(this.#row, by);
    return otherCases(this.#row, by, node.cases, this.#evaluation.branchOf(index));
  }

  #given(source: number): Step {
    return {
      source,
      text: alike(this.#words.text(source)),
      inputs: [],
      cite: [],
      readings: [],
      notChosen: [],
    };
  }

  /** Writes a named node into the explanation; a nameless one hands on what it holds and cites. */
  #noteDown(node: FormulaNode, step: Step): Step {
    const cite = unique([...node.cite, ...step.cite]);
    const readings = unique([...node.readings, ...step.readings]);
    const { name } = node;
    if (name === undefined) return { ...step, cite, readings };
    const label = present(node.label, `the label of ${name}`);
    const value = this.#words.text(step.source);
    const { zh, en } = step.text;
    const formula = zh === value ? {} : { formula: { zh: `${zh} = ${value}`, en: `${en} = ${value}` } };
    const text = {
      id: name,
      label,
      ...formula,
      notChosen: toldOnce(step.notChosen),
      cite,
      readings,
      inputs: step.inputs,
    };
    const reference = this.trace.note(text, this.#words.value(step.source));
    return { ...this.#given(step.source), inputs: [reference] };
  }
}

/** Reasons of two nodes can come to read the same, and then they are told once. */
export function toldOnce(reasons: readonly Bilingual[]): readonly Bilingual[] {
  return reasons.filter((reason, at) => reasons.findIndex(({ en }) => en === reason.en) === at);
}

function gathered(args: readonly Step[]): Pick<Step, 'inputs' | 'cite' | 'readings' | 'notChosen'> {
  const ids = new Set(args.flatMap(({ inputs }) => inputs.map(({ node }) => node)));
  return {
    inputs: [...ids].map((node) => ({ node })),
    cite: unique(args.flatMap(({ cite }) => cite)),
    readings: unique(args.flatMap(({ readings }) => readings)),
    notChosen: args.flatMap(({ notChosen }) => notChosen),
  };
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
