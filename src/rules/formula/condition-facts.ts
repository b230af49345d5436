import type { Comparison, FormulaNode } from '#rules/formula/node';

/** In a branch: one figure is not above another; `isBelow` where it is not equal to it either. */
export interface Fact {
  readonly low: number;
  readonly high: number;
  readonly isBelow: boolean;
}

/** What is known where a condition holds (or does not): the comparisons that it is made of. */
export function factsOf(
  graph: { readonly node: (index: number) => FormulaNode | undefined },
  condition: number,
  holds: boolean,
): readonly Fact[] {
  const node = graph.node(condition);
  switch (node?.op) {
    case 'and':
      return holds ? node.args.flatMap((arg) => factsOf(graph, arg, true)) : [];
    case 'or':
      return holds ? [] : node.args.flatMap((arg) => factsOf(graph, arg, false));
    case 'not':
      return node.args.flatMap((arg) => factsOf(graph, arg, !holds));
    case 'compare': {
      const [a = -1, b = -1] = node.args;
      return comparisonFacts(node.comparison, a, b, holds);
    }
    default:
      return [];
  }
}

function comparisonFacts(comparison: Comparison, a: number, b: number, holds: boolean): readonly Fact[] {
  const [up, down] = [
    { low: a, high: b },
    { low: b, high: a },
  ];
  switch (comparison) {
    case 'below':
      return [holds ? { ...up, isBelow: true } : { ...down, isBelow: false }];
    case 'at_most':
      return [holds ? { ...up, isBelow: false } : { ...down, isBelow: true }];
    case 'above':
      return [holds ? { ...down, isBelow: true } : { ...up, isBelow: false }];
    case 'at_least':
      return [holds ? { ...down, isBelow: false } : { ...up, isBelow: true }];
    case 'equals':
      return holds ? [up, down].map((fact) => ({ ...fact, isBelow: false })) : [];
  }
}
