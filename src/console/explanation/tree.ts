import type { ExplainedNode } from '#console/api/queries.ts';

/** The nodes of an explanation by id. */
export type NodeIndex = ReadonlyMap<string, ExplainedNode>;

export function indexNodes(nodes: readonly ExplainedNode[]): NodeIndex {
  return new Map(nodes.map((node) => [node.id, node]));
}

/** The figures that a node was reckoned from, in the formula's order, each once. */
export function inputsOf(index: NodeIndex, node: ExplainedNode): readonly ExplainedNode[] {
  return [...new Set(node.inputs)].flatMap((id) => {
    const input = index.get(id);
    return input === undefined ? [] : [input];
  });
}

/** What the nodes below a figure cite that the figure itself does not, in the order in which they are met. */
export function citedBelow(
  index: NodeIndex,
  root: ExplainedNode,
  cited: (node: ExplainedNode) => readonly string[],
): readonly string[] {
  const own = new Set(cited(root));
  const found = new Set<string>();
  const seen = new Set([root.id]);
  const queue = [...inputsOf(index, root)];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (seen.has(node.id)) continue;
    seen.add(node.id);
    for (const id of cited(node)) if (!own.has(id)) found.add(id);
    queue.push(...inputsOf(index, node));
  }
  return [...found];
}

/** The pool that a figure is about: by convention the last part of its id. */
export function subjectOf(nodeId: string): string {
  return nodeId.slice(nodeId.lastIndexOf('/') + 1);
}
