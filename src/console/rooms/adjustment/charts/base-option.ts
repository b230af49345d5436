import { CHART_COLORS } from '#console/app/theme.ts';

const TEXT = { fontFamily: CHART_COLORS.font, fontSize: 12 } as const;

/** What the charts of pools share: a line for each pool, all of them named, nothing moving. */
export function baseOption(names: readonly string[]) {
  return {
    animation: false,
    textStyle: { ...TEXT, color: CHART_COLORS.text },
    grid: { left: 8, right: 28, top: 40, bottom: 4, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 14,
      itemHeight: 9,
      textStyle: { ...TEXT, color: CHART_COLORS.text },
    },
    tooltip: {
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
      textStyle: { ...TEXT, color: CHART_COLORS.text },
      confine: true,
      // Names come from packs: they are drawn as text, never as markup.
      renderMode: 'richText' as const,
    },
    xAxis: {
      type: 'value' as const,
      axisLabel: { ...TEXT, color: CHART_COLORS.muted, hideOverlap: true },
      splitLine: { lineStyle: { color: CHART_COLORS.line } },
    },
    yAxis: {
      type: 'category' as const,
      data: [...names],
      inverse: true,
      axisTick: { show: false },
      // Every pool is named: by default ECharts leaves out labels that it finds too close.
      axisLabel: { ...TEXT, color: CHART_COLORS.text, interval: 0 },
      axisLine: { lineStyle: { color: CHART_COLORS.muted }, onZero: false },
    },
  };
}
