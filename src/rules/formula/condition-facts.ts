import type { Comparison, FormulaNode } from '#rules/formula/node';

/** In a branch: one figure is not above another; `isBelow` where it is not equal to it either. */
export interface Fact {
  readonly low: number;
  readonly high: number;
  readonly isBelow: boolean;
}

/** What is known where a condition holds (or does not): the comparisons that it is made of, each once. */
export function factsOf(
  graph: { readonly node: (index: number) => FormulaNode | undefined },
  condition: number,
  holds: boolean,
): readonly Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  const open: [condition: number, holds: boolean][] = [[condition, holds]];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const [index, isHeld] = top;
    const key = `${index} ${isHeld}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const node = graph.node(index);
    // Stryker disable next-line ArrayDeclaration: nothing is asked of the arguments of no node
    const [a = -1, b = -1] = node?.args ?? [];
    if (node?.op === 'compare') facts.push(...comparisonFacts(node.comparison, a, b, isHeld));
    if (node?.op === 'not') open.push([a, !isHeld]);
    if (node?.op === (isHeld ? 'and' : 'or')) {
      open.push(...node.args.map((arg): [number, boolean] => [arg, isHeld]).toReversed());
    }
  }
  return facts;
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
