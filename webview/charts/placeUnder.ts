import type { PlotArea } from './cloudLayer';
import { cellAt } from './fieldLayer';
import type { Picture } from './picture';
import { fieldSeries, type PointPlace } from './pointWalk';

interface TwoWayScale {
  getPixelForValue(value: number): number;
  getValueForPixel(pixel: number): number | undefined;
}

/**
 * What the pointer is over in a picture without points: the cell of its field, the bar, or the point of a curve that is
 * nearest from left to right and, of several curves, nearest up or down.
 */
export function placeUnder(
  { chartArea, scales }: { readonly chartArea: PlotArea; readonly scales: { readonly [name: string]: TwoWayScale } },
  picture: Picture,
  left: number,
  top: number,
): PointPlace | null {
  if (left < chartArea.left - 8 || left > chartArea.right + 8) return null;
  const { clouds, curves, bars, field } = picture;
  const [x, y] = [scales['x'], scales['y']];
  if (field !== undefined && curves.length === 0) {
    const cell = cellAt(field, x.getValueForPixel(left) ?? NaN, y.getValueForPixel(top) ?? NaN);
    return cell === null ? null : { series: fieldSeries(picture), point: cell };
  }
  const series = curves.length > 0 ? curves : [{ x: bars.map((_, bar) => bar + 0.5), y: bars.map((bar) => bar.height) }];
  let best: PointPlace | null = null;
  let nearest: readonly [number, number] = [Infinity, Infinity];
  for (const [at, curve] of series.entries()) {
    for (let point = 0; point < curve.x.length; point++) {
      const value = curve.y[point];
      if (value === null || Number.isNaN(value)) continue;
      const aside = Math.abs(x.getPixelForValue(curve.x[point]) - left);
      const off = Math.abs(y.getPixelForValue(value) - top);
      if (aside < nearest[0] || (aside === nearest[0] && off < nearest[1])) {
        nearest = [aside, off];
        best = { series: clouds.length + at, point };
      }
    }
  }
  return best;
}
