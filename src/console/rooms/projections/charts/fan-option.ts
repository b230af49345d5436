import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';

/** Where the quantiles of a year lie. */
export interface FanPoint {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

interface FanChart {
  readonly years: readonly number[];
  readonly central: readonly (number | null)[];
  /** A point a year, null where a year has none; undefined where no paths were drawn. */
  readonly fan: readonly (FanPoint | null)[] | undefined;
  /** What is written of each year. */
  readonly texts: readonly string[];
  readonly names: Readonly<Record<'central' | 'median' | 'inner' | 'outer', string>>;
  readonly axis: (value: number) => string;
  readonly floor?: { readonly position: number; readonly text: string };
  readonly firstBelow?: { readonly year: number; readonly text: string };
}

const TEXT = { fontFamily: CHART_COLORS.font, fontSize: 12, color: CHART_COLORS.text } as const;
const OUTER = '#c9d8ea';
const INNER = '#8fb0d3';

/** The central path, and around the median the middle half and nine tenths of the paths. */
export function fanOption(chart: FanChart): EChartsOption {
  const { years, names, fan, texts, axis } = chart;
  const legend =
    fan === undefined ? [names.central] : [names.median, names.inner, names.outer, names.central];
  return {
    animation: false,
    textStyle: TEXT,
    grid: { left: 8, right: 28, top: 52, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 22, textStyle: TEXT, data: legend, selectedMode: false },
    tooltip: {
      trigger: 'axis',
      textStyle: TEXT,
      confine: true,
      // Names come from packs: they are drawn as text, never as markup.
      renderMode: 'richText',
      formatter: (points: unknown) => texts[indexOf(points)] ?? '',
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
    series: [...bandsOf(chart), ...linesOf(chart)],
  };
}

/** Bands lie on each other, from the lowest quantile up. */
function bandsOf({ fan, names }: FanChart) {
  if (fan === undefined) return [];
  const steps = [
    { name: 'base', color: 'transparent', height: (point: FanPoint) => point.p5 },
    { name: names.outer, color: OUTER, height: (point: FanPoint) => point.p25 - point.p5 },
    { name: names.inner, color: INNER, height: (point: FanPoint) => point.p75 - point.p25 },
    { name: names.outer, color: OUTER, height: (point: FanPoint) => point.p95 - point.p75 },
  ];
  return steps.map(({ name, color, height }) => ({
    type: 'line' as const,
    name,
    data: fan.map((point) => (point === null ? '-' : height(point))),
    stack: 'fan',
    // Else what is below zero would not lie under what is above.
    stackStrategy: 'all' as const,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color },
    areaStyle: { color, opacity: color === 'transparent' ? 0 : 1 },
  }));
}

function linesOf({ fan, names, central, floor, firstBelow }: FanChart) {
  const marks = [
    ...(floor === undefined ? [] : [{ yAxis: floor.position, label: markLabel(floor.text, 'insideEndTop') }]),
    ...(firstBelow === undefined
      ? []
      : [{ xAxis: String(firstBelow.year), label: markLabel(firstBelow.text, 'end') }]),
  ];
  const markLine = {
    symbol: 'none',
    silent: true,
    lineStyle: { color: CHART_COLORS.target, type: 'dotted' as const, width: 1.5 },
    data: marks,
  };
  const centralLine = {
    type: 'line' as const,
    name: names.central,
    data: central.map((value) => value ?? '-'),
    symbol: 'emptyCircle',
    symbolSize: 6,
    itemStyle: { color: CHART_COLORS.text },
    lineStyle: {
      color: CHART_COLORS.text,
      width: 1.5,
      type: fan === undefined ? 'solid' : 'dashed',
    } as const,
    markLine,
  };
  if (fan === undefined) return [centralLine];
  const median = {
    type: 'line' as const,
    name: names.median,
    data: fan.map((point) => point?.p50 ?? '-'),
    symbol: 'none',
    itemStyle: { color: CHART_COLORS.after },
    lineStyle: { color: CHART_COLORS.after, width: 2.5 },
  };
  return [median, centralLine];
}

function markLabel(formatter: string, position: 'insideEndTop' | 'end') {
  return { formatter, position, color: CHART_COLORS.target };
}

function indexOf(points: unknown): number {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1;
  return Number(first.dataIndex);
}
