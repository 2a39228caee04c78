import type { Picture } from './picture';
import type { PlotPoint } from './plotData';
import { fieldSeries, type PointPlace } from './pointWalk';

/** Where a point is that Chart.js does not draw itself; null for those of curves. */
export function loosePoint(picture: Picture, { series, point }: PointPlace): PlotPoint | null {
  const { clouds, curves, bars, field } = picture;
  if (series < clouds.length) return { x: clouds[series].x[point], y: clouds[series].y[point] };
  if (field !== undefined && series === fieldSeries(picture)) {
    const middle = (range: readonly [number, number], at: number, count: number): number => range[0] + ((at + 0.5) * (range[1] - range[0])) / count;
    return { x: middle(field.x, point % field.columns, field.columns), y: middle(field.y, Math.floor(point / field.columns), field.rows) };
  }
  return series - clouds.length < curves.length ? null : { x: point + 0.5, y: bars[point].height };
}
