import type { PlotArea } from './cloudLayer';
import type { Field, Picture } from './picture';

interface Scale {
  getPixelForValue(value: number): number;
}
type Scales = { readonly [name: string]: Scale };

/** Whether a frame can be drawn around prompts: where points are k, or a policy's parameters, there are none. */
export function showsPrompts({ clouds, curves, bars, field }: Picture): boolean {
  return clouds.length > 0 || curves.some(({ prompt }) => prompt?.some((own) => own !== null) === true) || bars.some(({ prompts }) => prompts !== undefined) || (field?.pair ?? null) !== null;
}

/**
 * The prompts in a frame of a chart, each once: of points that lie in it, of bars whose middle it covers, of rows and columns of
 * a matrix whose cells it covers.
 * @param ofClouds the prompts of the points of clouds in the frame
 */
export function framedPrompts(scales: Scales, picture: Picture, frame: PlotArea, ofClouds: readonly number[]): number[] {
  const { clouds, curves, bars, field } = picture;
  if (clouds.length > 0) return [...new Set(ofClouds)];
  const [x, y] = [scales['x'], scales['y']];
  const across = (value: number): boolean => isWithin(x.getPixelForValue(value), frame.left, frame.right);
  const upright = (value: number): boolean => isWithin(y.getPixelForValue(value), frame.top, frame.bottom);
  const found = [
    ...curves.flatMap(({ x: places, y: values, prompt }) => places.flatMap((place, point) => {
      const value = values[point];
      const own = prompt?.[point];
      return own == null || value === null || !across(place) || !upright(value) ? [] : [own];
    })),
    ...bars.flatMap(({ prompts }, bar) => (prompts !== undefined && across(bar + 0.5) ? prompts() : [])),
    ...(field === undefined ? [] : ofCells(field, across, upright)),
  ];
  return [...new Set(found)];
}

function ofCells({ columns, rows, x, y, pair }: Field, across: (value: number) => boolean, upright: (value: number) => boolean): number[] {
  if (pair === null) return [];
  const inside = (count: number, [from, to]: readonly [number, number], within: (value: number) => boolean): number[] =>
    Array.from({ length: count }, (_, at) => at).filter((at) => within(from + ((at + 0.5) * (to - from)) / count));
  const [over, down] = [inside(columns, x, across), inside(rows, y, upright)];
  if (over.length === 0 || down.length === 0) return [];
  return [...down.map((row) => pair(over[0], row)[0]), ...over.map((column) => pair(column, down[0])[1])];
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
