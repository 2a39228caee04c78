import assert from 'node:assert/strict';
import { contourLines, roundLevels, type ContourGrid } from '../../../webview/charts/contourLines';

function gridOf(cells: number, of: (x: number, y: number) => number): ContourGrid {
  const side = cells + 1;
  const at = (place: number): number => -2 + (4 * place) / cells;
  return { columns: cells, rows: cells, x: [-2, 2], y: [-2, 2], values: Float64Array.from({ length: side * side }, (_, place) => of(at(place % side), at(Math.floor(place / side)))) };
}

describe('contourLines', () => {
  it('is one straight line where the function is one', () => {
    const lines = contourLines(gridOf(7, (x, y) => x + 2 * y), 0.5);
    assert.equal(lines.length, 1);
    for (const [x, y] of lines[0]) assert.ok(Math.abs(x + 2 * y - 0.5) < 1e-12);
    assert.equal(Math.min(...lines[0].map(([x]) => x)), -2);
    assert.equal(Math.max(...lines[0].map(([x]) => x)), 2);
  });

  it('is a closed line around a hill', () => {
    const lines = contourLines(gridOf(60, (x, y) => x * x + y * y), 1.21);
    assert.equal(lines.length, 1);
    assert.deepEqual(lines[0][0], lines[0].at(-1));
    for (const [x, y] of lines[0]) assert.ok(Math.abs(Math.hypot(x, y) - 1.1) < 0.002, `${x} ${y}`);
    const length = lines[0].slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - lines[0][at][0], y - lines[0][at][1]), 0);
    assert.ok(Math.abs(length - 2 * Math.PI * 1.1) < 0.02);
  });

  it('crosses every cell whose corners lie on both sides, a saddle too', () => {
    const lines = contourLines(gridOf(9, (x, y) => x * y), 0.05);
    assert.equal(lines.length, 2);
    for (const [x, y] of lines.flat()) assert.ok(Math.abs(x * y - 0.05) < 0.06);
  });

  it('stays away from where nothing is known, and from values never reached', () => {
    assert.deepEqual(contourLines(gridOf(5, () => NaN), 0), []);
    assert.deepEqual(contourLines(gridOf(5, (x) => x), 3), []);
  });
});

describe('roundLevels', () => {
  for (const [low, high, levels] of [
    [-0.1, 0.1, [-0.1, -0.05, 0, 0.05, 0.1]],
    [0.3, 1.2, [0.4, 0.6, 0.8, 1, 1.2]],
    [5, 5, []],
  ] as const) {
    it(`are ${levels.join(', ') || 'none'} between ${low} and ${high}`, () => {
      const found = roundLevels(low, high, 5);
      assert.equal(found.length, levels.length);
      for (const [at, level] of levels.entries()) assert.ok(Math.abs(found[at] - level) < 1e-12, found.join());
    });
  }
});
