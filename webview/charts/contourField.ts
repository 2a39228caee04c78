import { contourLines, roundLevels, type ContourGrid } from './contourLines';
import type { Picture, Polyline, Tone } from './picture';
import { t } from '../../src/texts/t';

/** Cells to a side of a field that is worked out cell by cell. */
export const contourCells = 96;
const cells = contourCells;

/** A function at every crossing of a grid over the axes. */
export function gridOf(x: readonly [number, number], y: readonly [number, number], of: (x: number, y: number) => number): ContourGrid {
  const values = new Float64Array((cells + 1) ** 2);
  for (let row = 0; row <= cells; row++) {
    for (let column = 0; column <= cells; column++) {
      values[row * (cells + 1) + column] = of(x[0] + (column * (x[1] - x[0])) / cells, y[0] + (row * (y[1] - y[0])) / cells);
    }
  }
  return { columns: cells, rows: cells, x, y, values };
}

/** Lines of equal value at round levels; that of no change is thick. */
export function linesOf(grid: ContourGrid, tone: Tone, dash: readonly number[]): Polyline[] {
  const low = grid.values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = grid.values.reduce((a, b) => Math.max(a, b), -Infinity);
  return roundLevels(low, high, 9).flatMap((level) => contourLines(grid, level).map((points) => ({ points, tone, dash, width: level === 0 ? 2 : 1 })));
}

/** What the lines and the shade mean. */
export function contourLegend(k: number): NonNullable<Picture['legend']> {
  return [
    { name: t`equal pass@1`, sign: '───', tone: 'line' },
    { name: t`equal pass@${k}`, sign: '╌╌╌', tone: 'middle' },
    { name: t`conflict: pass@${k} up, pass@1 down`, sign: '■', tone: 'bad' },
  ];
}
