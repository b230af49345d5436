import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { nodeProse, type ProseWords } from '#application/formulas/formula-prose';
import type { Formula, FormulaNode } from '#rules/formula/node';

/** A step of a formula for people: a given fact, a pack value, or something reckoned and named. */
export interface FormulaStep {
  readonly id: string;
  readonly kind: 'input' | 'value' | 'reckoned' | 'output';
  readonly label: Bilingual;
  /** How it is reckoned, in words; absent for what is given. */
  readonly prose?: Bilingual;
  readonly cite: readonly string[];
  readonly readings: readonly string[];
  /** Ids of the steps that it is reckoned from. */
  readonly inputs: readonly string[];
}

/** A formula as its readers see it: named steps only, each after what it is reckoned from. */
export function describeFormula(formula: Formula, words: ProseWords): readonly FormulaStep[] {
  const outputs = new Set(Object.values(formula.outputs));
  const needed = neededBy(formula, [...outputs]);
  return needed
    .filter((index) => isStep(nodeOf(formula, index), outputs.has(index)))
    .map((index) => {
      const node = nodeOf(formula, index);
      const kind = kindOf(node, outputs.has(index));
      return {
        id: idOf(node, index),
        kind,
        label: node.label ?? valueLabel(node, words),
        ...(isGiven(node) ? {} : { prose: nodeProse(formula, index, words) }),
        cite: gathered(formula, index, outputs, (each) =>
          each.op === 'value' || each.op === 'lookup' ? words.valueOf(each.value).cite : each.cite,
        ),
        readings: gathered(formula, index, outputs, ({ readings }) => readings),
        inputs: [...new Set(stepsBehind(formula, index, outputs))],
      };
    });
}

function nodeOf(formula: Formula, index: number): FormulaNode {
  return present(formula.nodes[index], `node ${index}`);
}

function isStep(node: FormulaNode, isOutput: boolean): boolean {
  return isOutput || node.name !== undefined || node.op === 'value' || node.op === 'lookup';
}

/** A fact of the row, or a value of the pack under its own name, is told by its label alone. */
function isGiven({ op, name }: FormulaNode): boolean {
  return op === 'input' || (op === 'value' && name === undefined);
}

function kindOf(node: FormulaNode, isOutput: boolean): FormulaStep['kind'] {
  if (node.op === 'input') return 'input';
  if (isOutput) return 'output';
  return (node.op === 'value' || node.op === 'lookup') && node.name === undefined ? 'value' : 'reckoned';
}

function idOf(node: FormulaNode, index: number): string {
  return (
    node.name ?? (node.op === 'value' || node.op === 'lookup' ? `value/${node.value}#${index}` : `#${index}`)
  );
}

function valueLabel(node: FormulaNode, words: ProseWords): Bilingual {
  return node.op === 'value' || node.op === 'lookup'
    ? words.valueOf(node.value).label
    : { zh: node.op, en: node.op };
}

function neededBy(formula: Formula, roots: readonly number[]): readonly number[] {
  const needed = new Set<number>();
  const visit = (index: number): void => {
    if (needed.has(index)) return;
    needed.add(index);
    nodeOf(formula, index).args.forEach(visit);
  };
  roots.forEach(visit);
  return [...needed].toSorted((a, b) => a - b);
}

/** The nearest named steps below a node, through everything that has no name. */
function stepsBehind(formula: Formula, index: number, outputs: ReadonlySet<number>): readonly string[] {
  return nodeOf(formula, index).args.flatMap((arg) => {
    const node = nodeOf(formula, arg);
    return isStep(node, outputs.has(arg)) ? [idOf(node, arg)] : stepsBehind(formula, arg, outputs);
  });
}

/** What a step and the nameless nodes within it cite. */
function gathered(
  formula: Formula,
  index: number,
  outputs: ReadonlySet<number>,
  of: (node: FormulaNode) => readonly string[],
): readonly string[] {
  const node = nodeOf(formula, index);
  const inner = node.args.flatMap((arg) =>
    isStep(nodeOf(formula, arg), outputs.has(arg)) ? [] : gathered(formula, arg, outputs, of),
  );
  return [...new Set([...of(node), ...inner])];
}
