import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';

/** A line over the years: where to draw it, and what is written of each year. */
export interface YearsLine {
  readonly name: string;
  readonly positions: readonly (number | null)[];
  readonly texts: readonly string[];
}

interface YearsChart {
  readonly years: readonly number[];
  readonly baseline: YearsLine;
  readonly scenario: YearsLine;
  /** An axis value as text. */
  readonly axis: (value: number) => string;
  readonly floor?: { readonly position: number; readonly text: string };
}

const TEXT = { fontFamily: CHART_COLORS.font, fontSize: 12, color: CHART_COLORS.text } as const;

/** The policy as it is, dashed, and the scenario, solid, over the years. */
export function yearsOption({ years, baseline, scenario, axis, floor }: YearsChart): EChartsOption {
  return {
    animation: false,
    color: [CHART_COLORS.before, CHART_COLORS.after],
    textStyle: TEXT,
    grid: { left: 8, right: 24, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 28, textStyle: TEXT },
    tooltip: {
      trigger: 'axis',
      textStyle: TEXT,
      confine: true,
      renderMode: 'richText',
      formatter: (points: unknown) => {
        const index = indexOf(points);
        const lines = [baseline, scenario].map(({ name, texts }) => `${name} ${texts[index] ?? ''}`);
        return [String(years[index] ?? ''), ...lines].join('\n');
      },
    },
    xAxis: {
      type: 'category',
      data: years.map(String),
      boundaryGap: false,
      axisTick: { show: false },
      axisLabel: { ...TEXT, interval: 0 },
      axisLine: { lineStyle: { color: CHART_COLORS.muted }, onZero: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...TEXT, color: CHART_COLORS.muted, formatter: (value: number) => axis(value) },
      splitLine: { lineStyle: { color: CHART_COLORS.line } },
    },
    series: [
      lineOf(baseline, 'dashed', 'emptyCircle'),
      {
        ...lineOf(scenario, 'solid', 'circle'),
        ...(floor === undefined ? {} : { markLine: floorLine(floor.position, floor.text) }),
      },
    ],
  };
}

function lineOf({ name, positions }: YearsLine, type: 'dashed' | 'solid', symbol: string) {
  return {
    type: 'line' as const,
    name,
    data: positions.map((position) => position ?? '-'),
    symbol,
    symbolSize: 7,
    lineStyle: { type, width: 2 },
  };
}

function floorLine(position: number, text: string) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: CHART_COLORS.target, type: 'dotted' as const, width: 1.5 },
    label: { formatter: text, color: CHART_COLORS.target, position: 'insideEndTop' as const },
    data: [{ yAxis: position }],
  };
}

function indexOf(points: unknown): number {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1;
  return Number(first.dataIndex);
}
