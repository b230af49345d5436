import type { EChartsType } from 'echarts/core';
import type { EChartsOption } from 'echarts/types/dist/shared';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { drawChart } from '#console/rooms/adjustment/charts/echarts.ts';

interface ChartProps {
  readonly title: string;
  readonly unit: string;
  /** What the chart shows, in words: for those who do not see it. */
  readonly description: string;
  readonly option: EChartsOption;
  readonly height: number;
}

/** An ECharts drawing with its title and description, redrawn when its place changes size. */
export function Chart({ title, unit, description, option, height }: ChartProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const text = useId();

  useEffect(() => {
    if (element.current === null) return undefined;
    const drawn = drawChart(element.current);
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);

  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);

  return (
    <figure className="chart">
      <figcaption>
        <h3>
          {title} <span className="note">{unit}</span>
        </h3>
        <p id={text} className="note">
          {description}
        </p>
      </figcaption>
      <div ref={element} role="img" aria-label={title} aria-describedby={text} style={{ height }} />
    </figure>
  );
}
