import { valueText } from '#application/adjustment/explanation-text';
import { assert, present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { findReading, findValue, type Pack } from '#rules/pack/pack';
import type { ExplainedNode } from '#rules/explain/node';

/** A figure that the policy does not state, and why it is what it is. */
export interface AssumptionView {
  readonly value: string;
  readonly label: Bilingual;
  readonly figure: string;
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
    figure: figureText(value, nodes),
    reading,
    text: findReading(pack, reading)?.reading ?? STANDINGS[reading] ?? { zh: reading, en: reading },
  }));
}

/** The figure, or of a table every cell that the run used, by its members: "small/excellent 60%；small/good 50%". */
function figureText(value: string, nodes: ReadonlyMap<string, ExplainedNode>): string {
  const id = `value/${value}`;
  const single = nodes.get(id);
  if (single !== undefined) return valueText(single.value);
  const cells = [...nodes.values()].filter((node) => node.id.startsWith(`${id}/`));
  assert(cells.length > 0, `a node of ${value}`);
  return cells.map((node) => `${node.id.slice(id.length + 1)} ${valueText(node.value)}`).join('；');
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
