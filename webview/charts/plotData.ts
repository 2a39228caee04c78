import type { ChartDataset, PointStyle } from 'chart.js';
import { withAlpha, type ChartTheme } from './chartTheme';
import type { Certainty, Curve, Picture, Shape, Tone } from './picture';
import { t } from '../../src/texts/t';

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}
export type PlotDataset = ChartDataset<'scatter' | 'line', PlotPoint[]>;

/** Datasets of one curve: the curve itself, the upper and the lower edge of its band, and those of the wider band. */
export const datasetsPerCurve = 5;

/**
 * The numbers handed to Chart.js: each curve with its band, then one empty dataset that holds the prompt pointed at (the
 * clouds themselves are drawn by CloudLayer). Unknown values are gaps (NaN).
 */
export function plotData(picture: Picture, theme: ChartTheme): PlotDataset[] {
  const curves = picture.curves.flatMap((curve) => [
    curveDataset(curve, theme),
    bandDataset(curve, curve.high, '+1', theme), bandDataset(curve, curve.low, false, theme),
    edgeDataset(curve, curve.outer?.high ?? [], theme), edgeDataset(curve, curve.outer?.low ?? [], theme),
  ]);
  return [...curves, pointedDataset()];
}

interface Reach {
  readonly suggestedMin?: number;
  readonly suggestedMax?: number;
}

const reaches = new WeakMap<Picture, Reach>();

/** Where the y axis must reach, where the picture does not say: over all points, curves and bars, with some air. */
export function yReach(picture: Picture): Reach {
  // Asked for each time a picture is compared or drawn, and it looks at every point.
  const known = reaches.get(picture) ?? reachOf(picture);
  reaches.set(picture, known);
  return known;
}

function reachOf(picture: Picture): Reach {
  const { min, max } = picture.y;
  if (max !== undefined) return {};
  let low = Infinity;
  let high = -Infinity;
  for (const values of [...picture.clouds.map((cloud) => cloud.y), ...picture.curves.flatMap((curve) => [curve.y, curve.low, curve.high, curve.outer?.low ?? [], curve.outer?.high ?? []]), picture.bars.flatMap((bar) => [bar.height, ...(bar.ci ?? [])])]) {
    for (let point = 0; point < values.length; point++) {
      const value = values[point];
      if (value === null) continue;
      // NaN is neither below nor above.
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  for (const mark of picture.marks) {
    if (mark.kind !== 'level') continue;
    low = Math.min(low, mark.y);
    high = Math.max(high, mark.y);
  }
  if (low > high) return {};
  const air = 0.04 * (high - low || Math.abs(high) || 1);
  // On round numbers, so that the scale stands still while k moves.
  const step = 10 ** Math.floor(Math.log10(high - low + 2 * air)) / 2;
  const round = (value: number, way: (value: number) => number): number => Number((step * way(value / step)).toPrecision(6));
  return { ...(min === undefined ? { suggestedMin: round(low - air, Math.floor) } : {}), suggestedMax: round(high + air, Math.ceil) };
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
    pointStyle: pointStyles[curve.shape ?? 'circle'],
    pointRadius: curve.shape !== undefined && curve.shape !== 'circle' ? 3 : curve.x.length > 24 ? 1.25 : 2,
    pointHoverRadius: 5,
    pointHitRadius: 8,
    pointBackgroundColor: theme.tones[curve.tone],
    pointHoverBorderColor: theme.foreground,
    pointHoverBorderWidth: 2,
    segment: { borderDash: (segment) => dashes[curve.certainty[segment.p1DataIndex] ?? 'solid'] },
  };
}

const pointStyles: Readonly<Record<Shape, PointStyle>> = { circle: 'circle', rect: 'rect', triangle: 'triangle' };

/** An edge of the wider band: a line without a filling, so that the band within stays readable. */
function edgeDataset(curve: Curve, edge: readonly (number | null)[], theme: ChartTheme): PlotDataset {
  return {
    ...bandDataset(curve, edge, false, theme),
    label: t`${curve.name}, band over all k`,
    borderDash: [2, 3],
    borderColor: theme.tones[curve.tone],
  };
}

function bandDataset(curve: Curve, edge: readonly (number | null)[], fill: '+1' | false, theme: ChartTheme): PlotDataset {
  return {
    type: 'line',
    label: t`${curve.name}, 95% band`,
    data: edge.length === 0 ? [] : pairs(curve.x, edge),
    fill,
    backgroundColor: withAlpha(theme.tones[bandTone(curve)], theme.highContrast ? 0.25 : 0.18),
    borderColor: theme.highContrast ? theme.tones[bandTone(curve)] : withAlpha(theme.tones[bandTone(curve)], 0.55),
    borderWidth: 1,
    pointRadius: 0,
    pointHoverRadius: 0,
    pointHitRadius: 0,
  };
}

/** A line in the colour of text has a band in another. */
function bandTone({ tone }: Curve): Tone {
  return tone === 'line' ? 'easy' : tone;
}

function pointedDataset(): PlotDataset {
  return { type: 'scatter', label: t`pointed at`, data: [], pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 0 };
}

function pairs(x: readonly number[], y: readonly (number | null)[]): PlotPoint[] {
  return x.map((value, at) => ({ x: value, y: y[at] ?? NaN }));
}
