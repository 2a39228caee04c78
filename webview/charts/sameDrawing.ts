import type { Mark, Picture } from './picture';

/**
 * Whether two pictures look the same, so that the second need not be drawn: a move of k leaves agreements and pass rates as
 * they are. What is told of the points may differ.
 */
export function sameDrawing(a: Picture, b: Picture): boolean {
  return a.x.title === b.x.title && a.y.title === b.y.title && a.x.min === b.x.min && a.x.max === b.x.max && a.y.min === b.y.min && a.y.max === b.y.max
    && (a.x.bands ?? []).join('\n') === (b.x.bands ?? []).join('\n')
    && sameMarks(a.marks, b.marks)
    && a.curves.length === 0 && b.curves.length === 0
    && a.clouds.length === b.clouds.length
    && a.clouds.every((cloud, at) => {
      const other = b.clouds[at];
      return cloud.name === other.name && sameNumbers(cloud.x, other.x) && sameNumbers(cloud.y, other.y)
        && sameNumbers(cloud.error, other.error) && sameNumbers(cloud.radius, other.radius) && sameNumbers(cloud.prompt, other.prompt);
    })
    && a.field === undefined && b.field === undefined && a.lines === undefined && b.lines === undefined
    && a.bars.length === b.bars.length
    && a.bars.every((bar, at) => bar.height === b.bars[at].height && (bar.ci ?? []).join() === (b.bars[at].ci ?? []).join());
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameNumbers(a: ArrayLike<number> | null, b: ArrayLike<number> | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!Object.is(a[at], b[at])) return false;
  return true;
}
