import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';
import { barLength } from '#console/rooms/adjustment/charts/geometry.ts';
import type { BalanceStep } from '#console/rooms/scenario/charts/balance-steps.ts';

interface WaterfallTexts {
  readonly baseline: string;
  readonly scenario: string;
  /** An amount in the chosen unit. */
  readonly amount: (text: string) => string;
  /** An axis value in 亿元 in the chosen unit. */
  readonly axis: (yi: number) => string;
}

const TEXT = { fontFamily: CHART_COLORS.font, fontSize: 12, color: CHART_COLORS.text } as const;

/** A pool's balance from before to after: of each step one bar of the run and, beside it, one of the scenario. */
export function waterfallOption(
  names: readonly string[],
  baseline: readonly BalanceStep[],
  scenario: readonly BalanceStep[],
  texts: WaterfallTexts,
): EChartsOption {
  return {
    animation: false,
    color: [PALE, CHART_COLORS.after],
    textStyle: TEXT,
    grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 9, textStyle: TEXT },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      textStyle: TEXT,
      confine: true,
      renderMode: 'richText',
      formatter: (points: unknown) => {
        const index = indexOf(points);
        const [run, tried] = [baseline[index], scenario[index]];
        if (run === undefined || tried === undefined) return '';
        const lines = [
          `${texts.baseline} ${texts.amount(run.amount)}`,
          `${texts.scenario} ${texts.amount(tried.amount)}`,
        ];
        return [names[index] ?? '', ...lines].join('\n');
      },
    },
    xAxis: {
      type: 'category',
      data: [...names],
      axisTick: { show: false },
      axisLabel: { ...TEXT, interval: 0 },
      axisLine: { lineStyle: { color: CHART_COLORS.muted } },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...TEXT, color: CHART_COLORS.muted, formatter: (value: number) => texts.axis(value) },
      splitLine: { lineStyle: { color: CHART_COLORS.line } },
    },
    series: [bars(texts.baseline, baseline, -1, PALE), bars(texts.scenario, scenario, 0, CHART_COLORS.after)],
  };
}

const PALE = '#b9c3cf';

/** Bars that hang between two levels, on one side of the middle of their step. */
function bars(name: string, steps: readonly BalanceStep[], side: -1 | 0, color: string): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    data: steps.map((step, index) => [index, barLength(step.from), barLength(step.to)]),
    encode: { x: 0, y: [1, 2] },
    renderItem: (_, api) => {
      const [x = 0, y1 = 0] = api.coord([api.value(0), api.value(1)]);
      const [, y2 = 0] = api.coord([api.value(0), api.value(2)]);
      const [step = 0] = (api.size?.([1, 0]) ?? [0]) as readonly number[];
      const width = Math.min(step * BAR_SHARE, WIDEST_BAR);
      return {
        type: 'rect',
        shape: {
          x: x + side * width,
          y: Math.min(y1, y2),
          width: width - 1,
          height: Math.max(Math.abs(y1 - y2), 1),
        },
        style: { fill: color },
      };
    },
  };
}

/** Of a step's room, so that the two bars and a gap fit. */
const BAR_SHARE = 0.36;
const WIDEST_BAR = 46;

function indexOf(points: unknown): number {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1;
  return Number(first.dataIndex);
}
