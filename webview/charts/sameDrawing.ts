import type { Axis, Curve, Picture } from './picture';
import { yReach } from './plotData';

/**
 * Whether two pictures look the same, so that the second need not be drawn: a move of k leaves agreements and pass rates as
 * they are. What is told of the points may differ.
 */
export function sameDrawing(a: Picture, b: Picture): boolean {
  return sameFrame(a, b)
    && JSON.stringify(a.marks) === JSON.stringify(b.marks)
    && a.clouds.length === b.clouds.length
    && a.clouds.every((cloud, at) => {
      const other = b.clouds[at];
      return cloud.name === other.name && sameNumbers(cloud.x, other.x) && sameNumbers(cloud.y, other.y)
        && sameNumbers(cloud.error, other.error) && sameNumbers(cloud.radius, other.radius) && sameNumbers(cloud.prompt, other.prompt);
    })
    && a.field?.values === b.field?.values && a.field?.order === b.field?.order && a.field?.reach === b.field?.reach
    && sameLines(a.lines, b.lines)
    && a.bars.length === b.bars.length
    && a.bars.every((bar, at) => bar.height === b.bars[at].height && bar.tone === b.bars[at].tone && (bar.ci ?? []).join() === (b.bars[at].ci ?? []).join());
}

/**
 * Whether two pictures have the same axes and curves: then what Chart.js has laid out holds, and only what is drawn over it is
 * drawn anew. Laying out measures every tick, which takes longer than drawing 10,000 points.
 */
export function sameFrame(a: Picture, b: Picture): boolean {
  return sameAxis(a.x, b.x) && sameAxis(a.y, b.y) && a.equal === b.equal
    && JSON.stringify(yReach(a)) === JSON.stringify(yReach(b))
    && a.curves.length === b.curves.length && a.curves.every((curve, at) => sameCurve(curve, b.curves[at]));
}

/** So many lines are compared one by one; a line a prompt is drawn sooner than compared. */
const fewLines = 20;

function sameLines(a: Picture['lines'], b: Picture['lines']): boolean {
  return a === b || ((a?.length ?? Infinity) <= fewLines && JSON.stringify(a) === JSON.stringify(b));
}

function sameAxis(a: Axis, b: Axis): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameCurve(a: Curve, b: Curve): boolean {
  return a.name === b.name && a.tone === b.tone && a.shape === b.shape && a.certainty.join() === b.certainty.join()
    && sameNumbers(a.x, b.x) && sameNumbers(a.y, b.y) && sameNumbers(a.low, b.low) && sameNumbers(a.high, b.high)
    && sameNumbers(a.outer?.low ?? null, b.outer?.low ?? null) && sameNumbers(a.outer?.high ?? null, b.outer?.high ?? null);
}

function sameNumbers(a: ArrayLike<number | null> | null, b: ArrayLike<number | null> | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!Object.is(a[at], b[at])) return false;
  return true;
}
