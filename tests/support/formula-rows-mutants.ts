import { formatYuan, parseYuan } from '#kernel/fen';
import { placeOf, type Comparison, type Formula, type FormulaNode } from '#rules/formula/node';

/** A formula with one node written wrong, as a hand might write it. */
export interface Mutant {
  readonly title: string;
  readonly formula: Formula;
}

const OTHER_COMPARISON: Readonly<Record<Comparison, Comparison>> = {
  below: 'at_most',
  at_most: 'below',
  above: 'at_least',
  at_least: 'above',
  equals: 'at_most',
};

/** Every formula that differs from this one in one node's comparison, rounding, choice of side, band or fen. */
export function mutantsOf(formula: Formula): readonly Mutant[] {
  return formula.nodes.flatMap((node, index) =>
    wrongNodes(node).map(([what, wrong]) => ({
      title: `${placeOf(formula, index)} ${what}`,
      formula: { ...formula, nodes: formula.nodes.with(index, wrong) },
    })),
  );
}

function wrongNodes(node: FormulaNode): readonly (readonly [string, FormulaNode])[] {
  switch (node.op) {
    case 'compare':
      return [['the other comparison', { ...node, comparison: OTHER_COMPARISON[node.comparison] }]];
    case 'round':
    case 'mulDiv':
      return [['rounded down', { ...node, rounding: 'down' }]];
    case 'min':
      return [['the larger', { ...node, op: 'max' }]];
    case 'max':
      return [['the smaller', { ...node, op: 'min' }]];
    case 'and':
      return [['or', { ...node, op: 'or' }]];
    case 'marginal':
      // A formula that takes bands at no rate has two alike.
      return node.args.at(-1) === node.args.at(-2)
        ? []
        : [['its last two rates swapped', { ...node, args: swappedAtEnd(node.args) }]];
    case 'if':
      return [['its results swapped', { ...node, args: swappedAtEnd(node.args) }]];
    case 'constant': {
      const amount = node.unit === 'fen' ? parseYuan(node.text) : 'negative';
      if (typeof amount === 'string') return [];
      return [['a fen more', { ...node, text: formatYuan((amount + 1n) as typeof amount) }]];
    }
    default:
      return [];
  }
}

function swappedAtEnd(args: readonly number[]): readonly number[] {
  const [last, beforeLast] = [args.at(-1), args.at(-2)];
  return [...args.slice(0, -2), ...[last, beforeLast].filter((arg) => arg !== undefined)];
}
