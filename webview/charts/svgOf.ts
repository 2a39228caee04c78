import { BasicPlatform, Chart, type ChartConfiguration } from 'chart.js';
import type { PlotPoint } from './plotData';
import { SvgContext } from './svgContext';

/** Draws a chart once more, as SVG: the same configuration on a canvas that writes down what is drawn. */
export function svgOf(
  sheet: { readonly width: number; readonly height: number; readonly background: string; readonly title: string },
  configuration: ChartConfiguration<'scatter' | 'line', PlotPoint[]>,
): string {
  const context = new SvgContext(sheet.width, sheet.height);
  const chart = new Chart<'scatter' | 'line', PlotPoint[]>(context.asCanvas(), {
    ...configuration,
    platform: BasicPlatform,
    options: { ...configuration.options, responsive: false, devicePixelRatio: 1 },
  });
  context.clear();
  chart.draw();
  const text = context.document(sheet.title, sheet.background);
  chart.destroy();
  return text;
}
