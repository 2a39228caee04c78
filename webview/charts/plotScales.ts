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
    // The room for it; UprightTitle writes it.
    title: { display: true, text: side === 'y' ? '' : axis.title, color: theme.muted, font: fontOf(theme), padding: 2 },
    border: { color: theme.muted, display: true },
    reverse: axis.reverse === true,
    grid: { color: theme.grid, display: axis.bands === undefined && axis.names === undefined, drawTicks: false },
    ticks: {
      color: theme.foreground,
      font: fontOf(theme),
      padding: 4,
      // Many names stand aslant, else they run into each other.
      maxRotation: aslant(axis) ? 50 : 0,
      minRotation: aslant(axis) ? 50 : 0,
      // An end of a scale is where the data end, not a round number.
      includeBounds: false,
      autoSkip: !log && axis.bands === undefined,
      autoSkipPadding: 6,
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
  if (axis.names !== undefined) return axis.names.map(({ at }) => at);
  if (axis.scale !== 'log') return null;
  const base = axis.base ?? (side === 'x' ? 2 : 10);
  const ticks = powers(base, min, max);
  // Of few powers of ten the twofold and fivefold are named too; a close look at less than two of them gets plain ones.
  const named = base === 10 && ticks.length < 3 ? [1, 2, 5].flatMap((factor) => powers(10, min / factor, max / factor).map((power) => factor * power)).sort((a, b) => a - b) : ticks;
  if (named.length < 2) return evenly(min, max);
  const step = Math.ceil(named.length / 9);
  return named.filter((_, place) => place % step === 0);
}

function powers(base: number, min: number, max: number): number[] {
  const found: number[] = [];
  for (let value = base ** Math.ceil(Math.log(min) / Math.log(base) - 1e-9); value <= max * (1 + 1e-9); value *= base) found.push(value);
  return found;
}

/** Two to six round numbers, evenly apart. */
function evenly(min: number, max: number): number[] {
  const rough = (max - min) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough * 0.9) ?? 10);
  const first = Math.ceil(min / step - 1e-9);
  return Array.from({ length: Math.floor(max / step + 1e-9) - first + 1 }, (_, place) => (first + place) * step);
}

/** As many bands as no longer have room for their names side by side. */
function aslant({ bands }: Axis): boolean {
  return (bands?.length ?? 0) > 8;
}

function tickText(value: number, axis: Axis): string {
  if (axis.bands !== undefined) return axis.bands[Math.floor(value)] ?? '';
  if (axis.names !== undefined) return axis.names.find(({ at }) => at === value)?.name ?? '';
  if (axis.floor !== undefined && axis.min !== undefined && value <= axis.min * (1 + 1e-9)) return axis.floor;
  if (axis.scale === 'log' && value < 0.01 && isPowerOfTen(value)) return `10${superscript(Math.round(Math.log10(value)))}`;
  return formatNumber(value, 4).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

function isPowerOfTen(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}

/** Only powers of ten are written so. */
function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)] ?? '');
}

export function fontOf(theme: ChartTheme): { family: string; size: number } {
  return { family: theme.font.family, size: theme.font.size };
}
