import type { BarSeriesOption } from 'echarts/charts';
import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';
import { baseOption } from '#console/rooms/adjustment/charts/base-option.ts';
import { barLength } from '#console/rooms/adjustment/charts/geometry.ts';

/** One kind of flow: what each pool remits or receives, as texts of the contract in the pools' order. */
export interface Flow {
  readonly name: string;
  readonly amounts: readonly string[];
  readonly isOutgoing: boolean;
}

interface FlowTexts {
  /** An amount in the chosen unit. */
  readonly amount: (text: string) => string;
  /** An axis value in 亿元 in the chosen unit. */
  readonly axis: (yi: number) => string;
}

/** Levies to the left, allocations by stage to the right, on one scale. */
export function flowsOption(
  names: readonly string[],
  flows: readonly Flow[],
  texts: FlowTexts,
): EChartsOption {
  const base = baseOption(names);
  return {
    ...base,
    xAxis: {
      ...base.xAxis,
      axisLabel: { ...base.xAxis.axisLabel, formatter: (value: number) => texts.axis(value) },
    },
    tooltip: {
      ...base.tooltip,
      formatter: (points: unknown) => {
        const index = indexOf(points);
        const lines = flows.map(({ name, amounts }) => `${name} ${texts.amount(amounts[index] ?? '0.00')}`);
        return [names[index] ?? '', ...lines].join('\n');
      },
    },
    series: flows.map((flow, index): BarSeriesOption => {
      const sign = flow.isOutgoing ? -1 : 1;
      return {
        type: 'bar',
        name: flow.name,
        stack: 'flows',
        barWidth: 13,
        data: flow.amounts.map((amount) => sign * barLength(amount)),
        itemStyle: { color: colorOf(flow, index), borderColor: '#fff', borderWidth: 0.5 },
      };
    }),
  };
}

function colorOf(flow: Flow, index: number): string {
  const { stages, levy } = CHART_COLORS;
  return flow.isOutgoing ? levy : (stages[(index - 1) % stages.length] ?? levy);
}

function indexOf(points: unknown): number {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1;
  return Number(first.dataIndex);
}
