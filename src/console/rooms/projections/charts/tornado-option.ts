import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';

/** A driver from end to end: where its bars end, and what is written of it. */
export interface TornadoBar {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

interface TornadoChart {
  readonly bars: readonly TornadoBar[];
  /** Where both bars begin: what the central rates lead to. */
  readonly centre: number;
  readonly names: { readonly low: string; readonly high: string };
  readonly axis: (value: number) => string;
}

const TEXT = { fontFamily: CHART_COLORS.font, fontSize: 12, color: CHART_COLORS.text } as const;
const PALE = '#b9c3cf';

/** A line a driver, the strongest on top; each end is a bar from the central outcome. */
export function tornadoOption({ bars, centre, names, axis }: TornadoChart): EChartsOption {
  return {
    animation: false,
    color: [PALE, CHART_COLORS.after],
    textStyle: TEXT,
    grid: { left: 8, right: 28, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 9, textStyle: TEXT, selectedMode: false },
    tooltip: {
      trigger: 'item',
      textStyle: TEXT,
      confine: true,
      renderMode: 'richText',
      formatter: (point: unknown) => bars[indexOf(point)]?.text ?? '',
    },
    xAxis: {
      type: 'value',
      scale: true,
      axisLabel: {
        ...TEXT,
        color: CHART_COLORS.muted,
        hideOverlap: true,
        formatter: (value: number) => axis(value),
      },
      splitLine: { lineStyle: { color: CHART_COLORS.line } },
    },
    yAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      inverse: true,
      axisTick: { show: false },
      axisLabel: { ...TEXT, interval: 0 },
      axisLine: { lineStyle: { color: CHART_COLORS.muted }, onZero: false },
    },
    series: [
      ends(
        names.low,
        bars.map(({ low }) => low),
        centre,
        PALE,
      ),
      ends(
        names.high,
        bars.map(({ high }) => high),
        centre,
        CHART_COLORS.after,
      ),
    ],
  };
}

function ends(name: string, to: readonly number[], centre: number, color: string): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    data: to.map((end, index) => [index, centre, end]),
    encode: { y: 0, x: [1, 2] },
    renderItem: (_, api) => {
      const [from = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
      const [end = 0] = api.coord([api.value(2), api.value(0)]);
      const shape = {
        x: Math.min(from, end),
        y: y - BAR / 2,
        width: Math.max(Math.abs(end - from), 1),
        height: BAR,
      };
      return { type: 'rect', shape, style: { fill: color } };
    },
  };
}

const BAR = 18;

function indexOf(point: unknown): number {
  return typeof point === 'object' && point !== null && 'dataIndex' in point ? Number(point.dataIndex) : -1;
}
