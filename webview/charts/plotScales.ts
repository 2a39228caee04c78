import type { ScaleOptions, Tick } from 'chart.js';
import { formatNumber } from '../numbers/formatNumber';
import type { ChartTheme } from './chartTheme';
import type { Axis } from './picture';

/**
 * An axis of a picture as Chart.js wants it: named bands, powers of two for k, powers of ten for weights, or plain numbers.
 * @param reach where a free axis must reach at least
 */
export function plotScale(axis: Axis, side: 'x' | 'y', theme: ChartTheme, reach: { readonly suggestedMin?: number; readonly suggestedMax?: number }): ScaleOptions<'linear' | 'logarithmic'> {
  const log = axis.scale === 'log';
  const range = {
    ...(axis.min === undefined ? {} : { min: axis.min }),
    ...(axis.max === undefined ? {} : { max: axis.max }),
    ...reach,
  };
  const looks = {
    title: { display: true, text: axis.title, color: theme.muted, font: fontOf(theme), padding: 2 },
    border: { color: theme.muted, display: true },
    grid: { color: theme.grid, display: axis.bands === undefined, drawTicks: false },
    ticks: {
      color: theme.foreground,
      font: fontOf(theme),
      padding: 4,
      maxRotation: 0,
      autoSkip: !log && axis.bands === undefined,
      maxTicksLimit: side === 'y' ? 7 : 9,
      callback: (value: number | string) => tickText(Number(value), axis),
    },
    afterBuildTicks: (scale: { min: number; max: number; ticks: Tick[] }) => {
      const own = ownTicks(axis, side, scale.min, scale.max);
      if (own !== null) scale.ticks = own.map((value) => ({ value }));
    },
  };
  return log ? { type: 'logarithmic', ...range, ...looks } : { type: 'linear', ...range, ...looks };
}

/** Ticks that this product chooses itself; null leaves them to Chart.js. */
export function ownTicks(axis: Axis, side: 'x' | 'y', min: number, max: number): number[] | null {
  if (axis.bands !== undefined) return axis.bands.map((_, band) => band + 0.5);
  if (axis.scale !== 'log') return null;
  const base = side === 'x' ? 2 : 10;
  const ticks: number[] = [];
  for (let value = base ** Math.ceil(Math.log(min) / Math.log(base) - 1e-9); value <= max * (1 + 1e-9); value *= base) ticks.push(value);
  const step = Math.ceil(ticks.length / 9);
  return ticks.filter((_, place) => place % step === 0);
}

function tickText(value: number, axis: Axis): string {
  if (axis.bands !== undefined) return axis.bands[Math.floor(value)] ?? '';
  if (axis.floor !== undefined && axis.min !== undefined && value <= axis.min * (1 + 1e-9)) return axis.floor;
  if (axis.scale === 'log' && value < 0.01) return `10${superscript(Math.round(Math.log10(value)))}`;
  return formatNumber(value, 4).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** Only powers of ten are written so. */
function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)] ?? '');
}

export function fontOf(theme: ChartTheme): { family: string; size: number } {
  return { family: theme.font.family, size: theme.font.size };
}
