import type { Picture } from './picture';

/** A point of a picture: which cloud or curve, which point of it. Curves are numbered after the clouds. */
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
  const upright = (key === 'ArrowUp' || key === 'ArrowDown') && picture.curves.length === 0;
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

/** The lines that describe a point, and the prompt it stands for. */
export function pointAt(picture: Picture, place: PointPlace): { readonly lines: readonly string[]; readonly prompt: number | null; readonly k: number | null } {
  const cloud = picture.clouds[place.series];
  if (cloud !== undefined) return { lines: cloud.describe(place.point), prompt: cloud.prompt[place.point]!, k: null };
  const curve = picture.curves[place.series - picture.clouds.length]!;
  return { lines: curve.describe(place.point), prompt: null, k: curve.x[place.point]! };
}

const orders = { x: new WeakMap<Picture, PointPlace[]>(), y: new WeakMap<Picture, PointPlace[]>() };

function ordered(picture: Picture, axis: 'x' | 'y'): PointPlace[] {
  const known = orders[axis].get(picture);
  if (known !== undefined) return known;
  const all = [...picture.clouds, ...picture.curves];
  const places = all.flatMap((series, at) => Array.from(series.x, (_, point): PointPlace => ({ series: at, point })))
    .filter((place) => Number.isFinite(all[place.series]!.y[place.point] ?? NaN));
  const value = (place: PointPlace, of: 'x' | 'y'): number => all[place.series]![of][place.point]!;
  const other = axis === 'x' ? 'y' : 'x';
  places.sort((a, b) => value(a, axis) - value(b, axis) || value(a, other) - value(b, other));
  orders[axis].set(picture, places);
  return places;
}
