import type { Picture } from './picture';

/** A point of a picture: which series, which point of it. Clouds are numbered first, then curves, then the bars as one series. */
export interface PointPlace {
  readonly series: number;
  readonly point: number;
}

const walkKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] as const;
export type WalkKey = (typeof walkKeys)[number];

export function isWalkKey(key: string): key is WalkKey {
  return walkKeys.some((known) => known === key);
}

/**
 * Walks the points of a picture by keyboard: left and right in order of x, up and down in order of y (of x for a curve),
 * Page keys by a tenth. Returns null when there is nothing to walk.
 */
export function walkPoints(picture: Picture, from: PointPlace | null, key: WalkKey): PointPlace | null {
  const upright = (key === 'ArrowUp' || key === 'ArrowDown') && picture.clouds.length > 0;
  const places = ordered(picture, upright ? 'y' : 'x');
  if (places.length === 0) return null;
  const at = from === null ? -1 : places.findIndex((place) => place.series === from.series && place.point === from.point);
  if (at < 0) return places[key === 'End' ? places.length - 1 : 0]!;
  const page = Math.max(1, Math.round(places.length / 10));
  const steps: Record<WalkKey, number> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, Home: -places.length, End: places.length, PageUp: page, PageDown: -page,
  };
  return places[Math.min(places.length - 1, Math.max(0, at + steps[key]))]!;
}

export interface PointMeaning {
  readonly lines: readonly string[];
  /** What opening it does: shows a prompt, moves k, or filters the table. */
  readonly opens: { readonly prompt: number } | { readonly k: number } | { readonly filter: string } | null;
}

/** What a point says and opens. */
export function pointAt({ clouds, curves, bars }: Picture, { series, point }: PointPlace): PointMeaning {
  if (series < clouds.length) return { lines: clouds[series].describe(point), opens: { prompt: clouds[series].prompt[point] } };
  const curve = curves.at(series - clouds.length);
  if (curve === undefined) return { lines: bars[point].lines, opens: { filter: bars[point].filter } };
  const prompt = curve.prompt?.[point];
  return { lines: curve.describe(point), opens: curve.prompt === null ? { k: curve.x[point] } : prompt == null ? null : { prompt } };
}

const orders = { x: new WeakMap<Picture, PointPlace[]>(), y: new WeakMap<Picture, PointPlace[]>() };

function ordered(picture: Picture, axis: 'x' | 'y'): PointPlace[] {
  const known = orders[axis].get(picture);
  if (known !== undefined) return known;
  const series = [...picture.clouds, ...picture.curves, { x: picture.bars.map((_, bar) => bar), y: picture.bars.map((bar) => bar.height) }];
  const places = series.flatMap((one, at) => Array.from(one.x, (_, point): PointPlace => ({ series: at, point })))
    .filter((place) => Number.isFinite(series[place.series].y[place.point] ?? NaN));
  const value = (place: PointPlace, of: 'x' | 'y'): number => series[place.series][of][place.point] ?? NaN;
  const other = axis === 'x' ? 'y' : 'x';
  places.sort((a, b) => value(a, axis) - value(b, axis) || value(a, other) - value(b, other));
  orders[axis].set(picture, places);
  return places;
}
