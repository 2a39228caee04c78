/** A value at every crossing of a grid, [(columns+1)·(rows+1)], and where the grid lies. */
export interface ContourGrid {
  readonly columns: number;
  readonly rows: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly values: Float64Array;
}

type Point = readonly [number, number];

/**
 * Lines along which a function has a value, by marching squares: every cell is crossed along straight pieces between places
 * found by linear interpolation on its edges; pieces that meet are one line, so that it can be dashed.
 * @returns lines in the numbers of the axes
 */
export function contourLines(grid: ContourGrid, level: number): Point[][] {
  const next = new Map<string, string[]>();
  const places = new Map<string, Point>();
  const link = (a: string, b: string): void => {
    for (const [from, to] of [[a, b], [b, a]] as const) next.set(from, [...(next.get(from) ?? []), to]);
  };
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const crossed = cellEdges(column, row).flatMap(([from, to]) => {
        const place = crossing(grid, from, to, level);
        if (place === null) return [];
        const name = `${from.join()} ${to.join()}`;
        places.set(name, place);
        return [name];
      });
      // Four crossings, a saddle: joined by the order of the edges, one of two ways that are both right on a grid.
      for (let at = 0; at + 1 < crossed.length; at += 2) link(crossed[at], crossed[at + 1]);
    }
  }
  return chains(next).map((chain) => chain.map((name) => places.get(name) ?? [NaN, NaN]));
}

type Corner = readonly [column: number, row: number];

/** Bottom, right, top, left; each from its lesser corner, so that both cells beside an edge name it alike. */
function cellEdges(column: number, row: number): readonly (readonly [Corner, Corner])[] {
  return [
    [[column, row], [column + 1, row]],
    [[column + 1, row], [column + 1, row + 1]],
    [[column, row + 1], [column + 1, row + 1]],
    [[column, row], [column, row + 1]],
  ];
}

function crossing({ columns, rows, x, y, values }: ContourGrid, from: Corner, to: Corner, level: number): Point | null {
  const value = ([column, row]: Corner): number => values[row * (columns + 1) + column];
  const [a, b] = [value(from) - level, value(to) - level];
  if (a < 0 === b < 0 || Number.isNaN(a + b)) return null;
  const share = a / (a - b);
  const place = (range: Point, count: number, of: 0 | 1): number => range[0] + ((from[of] + share * (to[of] - from[of])) * (range[1] - range[0])) / count;
  return [place(x, columns, 0), place(y, rows, 1)];
}

/** The pieces put end to end: open lines from their ends, then closed ones. */
function chains(next: Map<string, string[]>): string[][] {
  const found: string[][] = [];
  const seen = new Set<string>();
  const walk = (start: string): void => {
    const chain: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      chain.push(at);
      at = next.get(at)?.find((other) => !seen.has(other));
    }
    const last = chain[chain.length - 1];
    if (chain.length > 2 && next.get(last)?.includes(start) === true) chain.push(start);
    if (chain.length > 1) found.push(chain);
  };
  for (const [name, others] of next) if (others.length === 1 && !seen.has(name)) walk(name);
  for (const name of next.keys()) if (!seen.has(name)) walk(name);
  return found;
}

/** Round numbers between two others, about `count` of them. */
export function roundLevels(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= raw * 0.999) ?? raw;
  const levels: number[] = [];
  for (let at = Math.ceil(low / step - 1e-9); at * step <= high + 1e-9 * step; at++) levels.push(at === 0 ? 0 : at * step);
  return levels;
}
