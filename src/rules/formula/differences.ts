import type { FormulaNode } from '#rules/formula/node';

interface Ordered {
  readonly node: (index: number) => FormulaNode | undefined;
  readonly isNotNegative: (node: number) => boolean;
  readonly isAtMost: (node: number, bound: number) => boolean;
}

/** The figures that `to` adds to `from`, exactly; undefined where it is not a sum that holds it. */
export function addedTo(
  graph: Pick<Ordered, 'node'>,
  from: number,
  to: number,
): readonly number[] | undefined {
  const sum = graph.node(to);
  if (sum?.op !== 'add') return undefined;
  const at = sum.args.indexOf(from);
  return at === -1 ? undefined : sum.args.toSpliced(at, 1);
}

/**
 * Figures, none of them negative, that together are at least what `to` is above `from`: of a sum its other
 * addends; and of two figures that are held alike (the smaller or larger of each and the same other, or each
 * between the same bounds) those of what is held, because holding brings figures closer and keeps their order.
 */
export function mostAbove(graph: Ordered, from: number, to: number): readonly number[] | undefined {
  if (from === to) return [];
  const added = addedTo(graph, from, to);
  if (added !== undefined) return added.every((each) => graph.isNotNegative(each)) ? added : undefined;
  const [a, b] = [graph.node(from), graph.node(to)];
  if (a?.op === 'clamp' && b?.op === 'clamp') {
    const [low = -1, high = -1] = a.args.slice(1);
    const isHeldAlike = b.args[1] === low && b.args[2] === high && graph.isAtMost(low, high);
    return isHeldAlike ? mostAbove(graph, a.args[0] ?? -1, b.args[0] ?? -1) : undefined;
  }
  if ((a?.op === 'min' && b?.op === 'min') || (a?.op === 'max' && b?.op === 'max')) {
    return mostAboveHeld(graph, a, b);
  }
  return undefined;
}

function mostAboveHeld(graph: Ordered, a: FormulaNode, b: FormulaNode): readonly number[] | undefined {
  for (const [at, shared] of a.args.entries()) {
    const found = b.args.indexOf(shared);
    const [from = -1, to = -1] = [a.args[1 - at], b.args[1 - found]];
    const most = found === -1 ? undefined : mostAbove(graph, from, to);
    if (most !== undefined) return most;
  }
  return undefined;
}
