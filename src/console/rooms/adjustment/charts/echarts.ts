import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SankeyChart,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

/** A chart drawn as SVG, which prints sharply; only the parts that are used are bundled. */
export function drawChart(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}
