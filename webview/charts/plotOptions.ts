import type { ChartOptions, ScaleOptions } from 'chart.js';
import type { ChartTheme } from './chartTheme';
import type { Picture } from './picture';
import { yReach } from './plotData';
import { fontOf, plotScale } from './plotScales';
import type { Sight } from './zoomRange';

export type PlotAxes = Readonly<Record<'x' | 'y', ScaleOptions<'linear' | 'logarithmic'>>>;

/** Both axes of a picture; `sight` is the part to be seen, null for all of it. */
export function plotAxes(picture: Picture, theme: ChartTheme, sight: Sight | null): PlotAxes {
  const part = (side: 'x' | 'y'): { min?: number; max?: number } => (sight === null ? {} : { min: sight[side][0], max: sight[side][1] });
  return {
    x: { ...plotScale(picture.x, 'x', theme, {}), ...part('x') },
    y: { ...plotScale(picture.y, 'y', theme, sight === null ? yReach(picture) : {}), ...part('y') },
  };
}

/** How Chart.js shall draw: at once, without hearing the pointer, with a tooltip that says `lines`. */
export function plotOptions(scales: PlotAxes, theme: ChartTheme, lines: () => readonly string[]): ChartOptions<'scatter' | 'line'> {
  return {
    animation: false,
    parsing: false,
    normalized: true,
    responsive: true,
    maintainAspectRatio: false,
    layout: { padding: { top: 6, right: 8 } },
    // The pointer is followed by one way for clouds, curves and cells.
    events: [],
    scales,
    plugins: {
      tooltip: {
        animation: false,
        backgroundColor: theme.tooltip.background,
        titleColor: theme.tooltip.foreground,
        bodyColor: theme.tooltip.foreground,
        borderColor: theme.tooltip.border,
        borderWidth: 1,
        cornerRadius: 3,
        caretSize: 4,
        caretPadding: 8,
        padding: 8,
        displayColors: false,
        titleFont: { ...fontOf(theme), weight: 'bold' },
        bodyFont: fontOf(theme),
        callbacks: { title: () => lines()[0] ?? '', label: () => lines().slice(1) },
      },
    },
  };
}
