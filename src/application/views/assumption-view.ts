import { valueText } from '#application/adjustment/explanation-text';
import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { findReading, findValue, type Pack } from '#rules/pack/pack';
import type { ExplainedNode } from '#rules/explain/node';

/** A figure that the policy does not state, and why it is what it is. */
export interface AssumptionView {
  readonly value: string;
  readonly label: Bilingual;
  /** One figure, or of a table every cell that the run used, its members joined by /. */
  readonly figures: readonly { readonly cell: string; readonly text: string }[];
  /** The reading's id, or how the figure stands where no reading is behind it: `scenario`, `provisional`. */
  readonly reading: string;
  readonly text: Bilingual;
}

export function assumptionViews(
  assumptions: readonly { readonly value: string; readonly reading: string }[],
  pack: Pack,
  nodes: ReadonlyMap<string, ExplainedNode>,
): readonly AssumptionView[] {
  return assumptions.map(({ value, reading }) => ({
    value,
    label: present(findValue(pack, value), `the value ${value}`).label,
    figures: figuresOf(value, nodes),
    reading,
    text: findReading(pack, reading)?.reading ?? STANDINGS[reading] ?? { zh: reading, en: reading },
  }));
}

function figuresOf(value: string, nodes: ReadonlyMap<string, ExplainedNode>): AssumptionView['figures'] {
  const id = `value/${value}`;
  const single = nodes.get(id);
  if (single !== undefined) return [{ cell: '', text: valueText(single.value) }];
  const cells = [...nodes.values()].filter((node) => node.id.startsWith(`${id}/`));
  assert(cells.length > 0, `a node of ${value}`);
  return cells.map((node) => ({ cell: node.id.slice(id.length + 1), text: valueText(node.value) }));
}

const STANDINGS: Readonly<Partial<Record<string, Bilingual>>> = {
  scenario: {
    zh: '仅在本次计算中替换了政策数值。',
    en: "Replaces the policy's own figure in this run only.",
  },
  provisional: {
    zh: '所依据的统计数尚未公布，暂用最近一次公布的数。',
    en: 'The statistic it depends on is not published yet; the latest published one stands in.',
  },
};
