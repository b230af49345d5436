import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';
import { barLength } from '#console/rooms/adjustment/charts/geometry.ts';
import type { MoneyFlow } from '#console/rooms/scenario/charts/money-flows.ts';

interface SankeyTexts {
  /** The name of a place that money goes from or to. */
  readonly nameOf: (node: string) => string;
  readonly amount: (text: string) => string;
}

const TEXT = { fontFamily: CHART_COLORS.font, fontSize: 12, color: CHART_COLORS.text } as const;

/** Where the fund's money comes from, on the left, and where it goes, on the right. */
export function sankeyOption(flows: readonly MoneyFlow[], texts: SankeyTexts): EChartsOption {
  const nodes = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const sums = new Map(flows.map((flow) => [`${flow.from}>${flow.to}`, flow.amount]));
  return {
    animation: false,
    textStyle: TEXT,
    tooltip: {
      trigger: 'item',
      confine: true,
      renderMode: 'richText',
      textStyle: TEXT,
      formatter: (point: unknown) => flowText(point, sums, texts),
    },
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 190,
        top: 8,
        bottom: 8,
        nodeGap: 13,
        nodeWidth: 14,
        draggable: false,
        lineStyle: { color: 'gradient', opacity: 0.35 },
        label: { ...TEXT, formatter: ({ name }) => texts.nameOf(name) },
        data: nodes.map((name) => ({ name, itemStyle: { color: colorOf(name) } })),
        links: flows.map(({ from, to, amount }) => ({ source: from, target: to, value: barLength(amount) })),
      },
    ],
  };
}

function colorOf(node: string): string {
  if (node.startsWith('levy/')) return CHART_COLORS.levy;
  return node.startsWith('received/') ? CHART_COLORS.after : CHART_COLORS.stages[0];
}

/** A flow's exact amount; a place itself only has its name. */
function flowText(point: unknown, sums: ReadonlyMap<string, string>, texts: SankeyTexts): string {
  const data = typeof point === 'object' && point !== null && 'data' in point ? point.data : undefined;
  if (typeof data !== 'object' || data === null) return '';
  if ('source' in data && 'target' in data) {
    const [from, to] = [String(data.source), String(data.target)];
    return `${texts.nameOf(from)} → ${texts.nameOf(to)}\n${texts.amount(sums.get(`${from}>${to}`) ?? '0.00')}`;
  }
  return 'name' in data ? texts.nameOf(String(data.name)) : '';
}
