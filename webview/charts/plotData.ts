import type { ChartDataset } from 'chart.js';
import { withAlpha, type ChartTheme } from './chartTheme';
import type { Certainty, Curve, Picture, PointCloud } from './picture';

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}
export type PlotDataset = ChartDataset<'scatter' | 'line', PlotPoint[]>;

/** What a dataset of the chart stands for; the same index as in the chart. */
export type DatasetMeaning =
  | { readonly kind: 'cloud'; readonly cloud: PointCloud }
  | { readonly kind: 'curve'; readonly curve: Curve }
  | { readonly kind: 'band' };

/** The numbers handed to Chart.js, without the theme's help and without a document. Unknown values are gaps (NaN). */
export function plotData(picture: Picture, theme: ChartTheme): { datasets: PlotDataset[]; meanings: DatasetMeaning[] } {
  const datasets: PlotDataset[] = [];
  const meanings: DatasetMeaning[] = [];
  for (const cloud of picture.clouds) {
    datasets.push(cloudDataset(cloud, theme));
    meanings.push({ kind: 'cloud', cloud });
  }
  for (const curve of picture.curves) {
    datasets.push(curveDataset(curve, theme));
    meanings.push({ kind: 'curve', curve });
    datasets.push(bandDataset(curve, curve.high, '+1', theme), bandDataset(curve, curve.low, false, theme));
    meanings.push({ kind: 'band' }, { kind: 'band' });
  }
  return { datasets, meanings };
}

function cloudDataset(cloud: PointCloud, theme: ChartTheme): PlotDataset {
  const { radius } = cloud;
  const many = cloud.x.length > 2000;
  const fixed = many ? 2 : cloud.shape === 'triangle' ? 4.5 : 3.5;
  const tone = theme.tones[cloud.tone];
  return {
    type: 'scatter',
    label: cloud.name,
    data: pairs(cloud.x, cloud.y),
    pointStyle: cloud.shape,
    // Points on the edge of the scale are drawn whole.
    clip: 12,
    pointRadius: radius === null ? fixed : (context) => radius[context.dataIndex] ?? 0,
    pointHoverRadius: radius === null ? fixed + 2 : (context) => (radius[context.dataIndex] ?? 0) + 2,
    pointHitRadius: many ? 2 : 4,
    pointBackgroundColor: withAlpha(tone, theme.highContrast ? 0.15 : many ? 0.35 : 0.45),
    pointBorderColor: tone,
    pointBorderWidth: many ? 0 : 1,
    pointHoverBorderColor: theme.foreground,
    pointHoverBorderWidth: 2,
  };
}

const dashes: Readonly<Record<Certainty, number[]>> = { solid: [], fragile: [5, 3], extrapolated: [1.5, 3] };

function curveDataset(curve: Curve, theme: ChartTheme): PlotDataset {
  return {
    type: 'line',
    label: curve.name,
    data: pairs(curve.x, curve.y),
    borderColor: theme.tones[curve.tone],
    backgroundColor: theme.background,
    borderWidth: 1.75,
    pointStyle: 'circle',
    pointRadius: curve.x.length > 24 ? 1.25 : 2,
    pointHoverRadius: 5,
    pointHitRadius: 8,
    pointBackgroundColor: theme.tones[curve.tone],
    pointHoverBorderColor: theme.foreground,
    pointHoverBorderWidth: 2,
    segment: { borderDash: (segment) => dashes[curve.certainty[segment.p1DataIndex] ?? 'solid'] },
  };
}

function bandDataset(curve: Curve, edge: readonly (number | null)[], fill: '+1' | false, theme: ChartTheme): PlotDataset {
  return {
    type: 'line',
    label: `${curve.name}, 95% band`,
    data: pairs(curve.x, edge),
    fill,
    backgroundColor: withAlpha(theme.tones.easy, theme.highContrast ? 0.25 : 0.18),
    borderColor: theme.highContrast ? theme.tones.easy : withAlpha(theme.tones.easy, 0.55),
    borderWidth: 1,
    pointRadius: 0,
    pointHoverRadius: 0,
    pointHitRadius: 0,
  };
}

function pairs(x: ArrayLike<number>, y: ArrayLike<number | null>): PlotPoint[] {
  const points: PlotPoint[] = [];
  for (let i = 0; i < x.length; i++) points.push({ x: x[i]!, y: y[i] ?? NaN });
  return points;
}
