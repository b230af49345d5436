import { assert } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { formatYuan, type Fen } from '#kernel/fen';
import type { ExplainedNode, NodeValue } from '#rules/explain/node';

/** An explained amount: its fen, and the node that tells its origin. */
export interface Figure {
  readonly fen: Fen;
  readonly node: string;
}

export interface NodeText {
  readonly id: string;
  readonly label: Bilingual;
  /** As a function, it is worded only by a trace that keeps it: wording costs more than reckoning. */
  readonly formula?: Bilingual | (() => Bilingual);
  readonly notChosen?: readonly Bilingual[];
  readonly cite?: readonly string[];
  readonly readings?: readonly string[];
  readonly assumptions?: readonly string[];
  readonly inputs?: readonly { readonly node: string }[];
}

/** Collects the explanation while a result is reckoned. One trace serves one run. */
export interface Trace {
  /** Records a node and gives the reference by which others name it as their input. */
  note(text: NodeText, value: NodeValue): { readonly node: string };
  /** Records an amount of money. */
  figure(text: NodeText, amount: Fen): Figure;
  /** All nodes, each after its inputs. */
  nodes(): readonly ExplainedNode[];
}

export function createTrace(): Trace {
  const nodes = new Map<string, ExplainedNode>();

  function note(text: NodeText, value: NodeValue): { readonly node: string } {
    const {
      id,
      label,
      formula,
      notChosen = [],
      cite = [],
      readings = [],
      assumptions = [],
      inputs = [],
    } = text;
    assert(!nodes.has(id), `the explanation names ${id} once`);
    for (const input of inputs) assert(nodes.has(input.node), `${id} is explained by ${input.node}`);
    nodes.set(id, {
      id,
      label,
      value,
      ...(formula === undefined ? {} : { formula: typeof formula === 'function' ? formula() : formula }),
      ...(notChosen.length === 0 ? {} : { notChosen }),
      cite,
      readings,
      assumptions,
      inputs: inputs.map((input) => input.node),
    });
    return { node: id };
  }

  return {
    note,
    figure: (text, amount) => ({ fen: amount, ...note(text, { kind: 'fen', amount: formatYuan(amount) }) }),
    nodes: () => [...nodes.values()],
  };
}

/**
 * Creates a trace that keeps nothing, for a run whose explanation is not wanted, such as the thousandth path of a fan.
 * The figures equal those of any other trace.
 */
export function createSilentTrace(): Trace {
  const note = ({ id }: NodeText): { readonly node: string } => ({ node: id });
  return { note, figure: (text, amount) => ({ fen: amount, node: text.id }), nodes: () => [] };
}
