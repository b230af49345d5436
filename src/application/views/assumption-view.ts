import { valueText } from '#application/adjustment/explanation-text';
import { present } from '#kernel/assert';
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
    figure: valueText(present(nodes.get(`value/${value}`), `the node of ${value}`).value),
    reading,
    text: findReading(pack, reading)?.reading ?? STANDINGS[reading] ?? { zh: reading, en: reading },
  }));
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
