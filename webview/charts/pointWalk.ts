import type { Field, Picture } from './picture';

/**
 * A point of a picture: which series, which point of it. Clouds are numbered first, then curves, then the bars as one series,
 * then the cells of the field, row by row.
 */
export interface PointPlace {
  readonly series: number;
  readonly point: number;
}

const walkKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] as const;
export type WalkKey = (typeof walkKeys)[number];

export function isWalkKey(key: string): key is WalkKey {
  return walkKeys.some((known) => known === key);
}

/** The number of the series that a picture's field is. */
export function fieldSeries({ clouds, curves }: Picture): number {
  return clouds.length + curves.length + 1;
}

/**
 * Walks the points of a picture by keyboard: left and right in order of x, up and down in order of y; along one of several
 * curves, and up and down to the next; over the cells of a field. Page keys by a tenth. Returns null when there is nothing to
 * walk.
 */
export function walkPoints(picture: Picture, from: PointPlace | null, key: WalkKey): PointPlace | null {
  const { clouds, curves, field } = picture;
  if (field !== undefined && clouds.length === 0 && curves.length === 0) return walkCells(field, fieldSeries(picture), from, key);
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  if (curves.length > 1 && clouds.length === 0 && from !== null) {
    if (upright) return otherCurve(picture, from, key === 'ArrowUp' ? 1 : -1);
    return step(ordered(picture, 'x').filter(({ series }) => series === from.series), from, key);
  }
  return step(ordered(picture, upright && clouds.length > 0 ? 'y' : 'x'), from, key);
}

function step(places: readonly PointPlace[], from: PointPlace | null, key: WalkKey): PointPlace | null {
  if (places.length === 0) return null;
  const at = from === null ? -1 : places.findIndex((place) => place.series === from.series && place.point === from.point);
  if (at < 0) return places[key === 'End' ? places.length - 1 : 0]!;
  const page = Math.max(1, Math.round(places.length / 10));
  const steps: Record<WalkKey, number> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, Home: -places.length, End: places.length, PageUp: page, PageDown: -page,
  };
  return places[Math.min(places.length - 1, Math.max(0, at + steps[key]))]!;
}

/** The nearest point of the curve above or below, by their values there; the point itself at the outermost. */
function otherCurve(picture: Picture, from: PointPlace, direction: 1 | -1): PointPlace {
  const x = picture.curves[from.series].x[from.point];
  const here = picture.curves[from.series].y[from.point] ?? 0;
  let best = from;
  let nearest = Infinity;
  for (const [series, curve] of picture.curves.entries()) {
    if (series === from.series) continue;
    let point = -1;
    for (let other = 0; other < curve.x.length; other++) {
      if (curve.y[other] === null || Number.isNaN(curve.y[other])) continue;
      if (point < 0 || Math.abs(curve.x[other] - x) < Math.abs(curve.x[point] - x)) point = other;
    }
    const distance = point < 0 ? NaN : direction * ((curve.y[point] ?? NaN) - here);
    // Equal curves are told apart by their order, so that both can be reached.
    const beyond = distance > 0 || (distance === 0 && direction * (series - from.series) > 0);
    if (beyond && distance < nearest) [best, nearest] = [{ series, point }, distance];
  }
  return best;
}

function walkCells({ columns, rows }: Field, series: number, from: PointPlace | null, key: WalkKey): PointPlace | null {
  if (columns * rows === 0) return null;
  if (from === null) return { series, point: key === 'End' ? columns * rows - 1 : 0 };
  const [row, column] = [Math.floor(from.point / columns), from.point % columns];
  const page = Math.max(1, Math.round(rows / 10));
  const moves: Record<WalkKey, readonly [number, number]> = {
    ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -columns], End: [0, columns], PageUp: [-page, 0], PageDown: [page, 0],
  };
  const clamp = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  return { series, point: clamp(row + moves[key][0], rows) * columns + clamp(column + moves[key][1], columns) };
}

export interface PointMeaning {
  readonly lines: readonly string[];
  /** What opening it does: shows a prompt or two, moves k, filters the table, or has it show some. */
  readonly opens: { readonly prompt: number } | { readonly pair: readonly [number, number] } | { readonly k: number } | { readonly filter: string } | { readonly chooses: readonly number[] } | null;
}

/** What a point says and opens. */
export function pointAt(picture: Picture, { series, point }: PointPlace): PointMeaning {
  const { clouds, curves, bars, field } = picture;
  if (series < clouds.length) return { lines: clouds[series].describe(point), opens: { prompt: clouds[series].prompt[point] } };
  if (field !== undefined && series === fieldSeries(picture)) {
    const [column, row] = [point % field.columns, Math.floor(point / field.columns)];
    return { lines: field.describe(column, row), opens: field.pair === null ? null : { pair: field.pair(column, row) } };
  }
  const curve = curves.at(series - clouds.length);
  if (curve === undefined) {
    const { lines, filter, prompts } = bars[point];
    return { lines, opens: filter !== '' ? { filter } : prompts === undefined ? null : { chooses: prompts() } };
  }
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
  // In whole series first, so that a walk along several curves begins on the first.
  const apart = picture.clouds.length === 0 && picture.curves.length > 1;
  places.sort((a, b) => (apart ? a.series - b.series : 0) || value(a, axis) - value(b, axis) || value(a, other) - value(b, other));
  orders[axis].set(picture, places);
  return places;
}
