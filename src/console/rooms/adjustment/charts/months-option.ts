import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsOption } from 'echarts/types/dist/shared';
import { CHART_COLORS } from '#console/app/theme.ts';
import { baseOption } from '#console/rooms/adjustment/charts/base-option.ts';
import { monthsPosition } from '#console/rooms/adjustment/charts/geometry.ts';

interface MonthsChartTexts {
  readonly before: string;
  readonly after: string;
  readonly target: string;
}

interface MonthsChartPool {
  readonly name: string;
  readonly monthsBefore: string | null;
  readonly monthsAfter: string | null;
}

/** A dumbbell for each pool: months payable before (ring) and after (disc), and the target as a line. */
export function monthsOption(
  pools: readonly MonthsChartPool[],
  target: string | null,
  texts: MonthsChartTexts,
): EChartsOption {
  const before = pools.map((pool) => monthsPosition(pool.monthsBefore));
  const after = pools.map((pool) => monthsPosition(pool.monthsAfter));
  const base = baseOption(pools.map((pool) => pool.name));
  return {
    ...base,
    xAxis: {
      ...base.xAxis,
      min: (range: { min: number }) => Math.min(0, Math.floor(range.min / AXIS_STEP) * AXIS_STEP),
    },
    tooltip: {
      ...base.tooltip,
      formatter: (points: unknown) => {
        const pool = pools[indexOf(points)];
        if (pool === undefined) return '';
        const lines = [
          `${texts.before} ${pool.monthsBefore ?? '—'}`,
          `${texts.after} ${pool.monthsAfter ?? '—'}`,
        ];
        return [pool.name, ...lines].join('\n');
      },
    },
    legend: { ...base.legend, data: [texts.before, texts.after] },
    series: [
      dumbbellBars(before, after),
      {
        type: 'scatter',
        name: texts.before,
        data: before.map((months, index) => [months ?? NaN, index]),
        symbolSize: 9,
        itemStyle: { color: '#fff', borderColor: CHART_COLORS.before, borderWidth: 2 },
        z: 3,
      },
      {
        type: 'scatter',
        name: texts.after,
        data: after.map((months, index) => [months ?? NaN, index]),
        symbolSize: 11,
        itemStyle: { color: CHART_COLORS.after },
        z: 4,
        ...(target === null ? {} : { markLine: targetLine(Number(target), texts.target) }),
      },
    ],
  };
}

/** A negative balance starts the axis at a round number of months. */
const AXIS_STEP = 5;

/** The bar between the two marks of each pool. */
function dumbbellBars(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    data: before.map((months, index) => [months ?? NaN, after[index] ?? NaN, index]),
    encode: { x: [0, 1], y: 2 },
    renderItem: (_, api) => {
      const [x1 = 0, y1 = 0] = api.coord([api.value(0), api.value(2)]);
      const [x2 = 0, y2 = 0] = api.coord([api.value(1), api.value(2)]);
      return {
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: CHART_COLORS.before, lineWidth: 3, opacity: 0.5 },
      };
    },
  };
}

function targetLine(target: number, text: string) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: CHART_COLORS.target, type: 'dashed' as const, width: 1.5 },
    label: { formatter: text, color: CHART_COLORS.target, position: 'start' as const, distance: 4 },
    data: [{ xAxis: target }],
  };
}

function indexOf(points: unknown): number {
  const first: unknown = Array.isArray(points) ? points[0] : points;
  if (typeof first !== 'object' || first === null || !('value' in first)) return -1;
  return Array.isArray(first.value) ? Number(first.value.at(-1)) : -1;
}
