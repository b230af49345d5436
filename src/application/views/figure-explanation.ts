import type { FigureOrigin } from '#application/runs/run-input';
import { present } from '#kernel/assert';
import { findClause, findReading } from '#rules/pack/pack';
import type { ExplainedNode } from '#rules/explain/node';
import type { OpenedRun } from '#application/views/open-run';
import { clauseView, readingView, type ClauseView, type ReadingView } from '#application/views/source-view';

/** Why a figure is what it is: its node first, all nodes below it, and the sources that these cite. */
export interface FigureExplanation {
  readonly figure: string;
  readonly nodes: readonly (ExplainedNode & { readonly provenance?: FigureOrigin })[];
  readonly clauses: readonly ClauseView[];
  readonly readings: readonly ReadingView[];
}

/**
 * The explanation of one figure of a run, such as `normal/east`; undefined where the run has no such figure.
 * Sources come in the order in which they are first cited, from the run's own pack and those it extends.
 */
export function findFigureExplanation(
  { output, pack, origins }: OpenedRun,
  figure: string,
): FigureExplanation | undefined {
  const known = new Map(output.explanation.map((node) => [node.id, node]));
  const root = known.get(figure);
  if (root === undefined) return undefined;
  const nodes = nodesFrom(root, known);
  const clauses = cited(nodes, (node) => node.cite).flatMap((id) => findClause(pack, id) ?? []);
  const readings = cited(nodes, (node) => node.readings).flatMap((id) => findReading(pack, id) ?? []);
  return {
    figure,
    nodes: nodes.map((node) => {
      const provenance = origins[node.id];
      return provenance === undefined ? node : { ...node, provenance };
    }),
    clauses: clauses.map((clause) => clauseView(pack, clause)),
    readings: readings.map(readingView),
  };
}

/** A node and all below it, each once, nearest first. */
function nodesFrom(root: ExplainedNode, known: ReadonlyMap<string, ExplainedNode>): readonly ExplainedNode[] {
  const reached = new Set([root]);
  for (const node of reached) {
    for (const input of node.inputs) {
      reached.add(present(known.get(input), `the node ${input} below ${node.id}`));
    }
  }
  return [...reached];
}

function cited(
  nodes: readonly ExplainedNode[],
  pick: (node: ExplainedNode) => readonly string[],
): readonly string[] {
  return [...new Set(nodes.flatMap(pick))];
}
