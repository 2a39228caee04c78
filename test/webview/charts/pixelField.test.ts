import assert from 'node:assert/strict';
import { PixelField, type PixelStamp } from '../../../webview/charts/pixelField';

function stampOf(width: number, height: number, rgba: readonly number[]): PixelStamp {
  return { width, height, data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => rgba[at % 4]) };
}

function alphas(field: PixelField): number[][] {
  return Array.from({ length: field.height }, (_, row) => Array.from({ length: field.width }, (_, column) => field.data[4 * (row * field.width + column) + 3]));
}

describe('PixelField', () => {
  it('puts a stamp with its middle at the place', () => {
    const field = new PixelField(5, 4);
    field.stamp(stampOf(3, 3, [1, 2, 3, 255]), 2.5, 1.5);
    assert.deepEqual(alphas(field), [[0, 255, 255, 255, 0], [0, 255, 255, 255, 0], [0, 255, 255, 255, 0], [0, 0, 0, 0, 0]]);
    assert.deepEqual([...field.data.slice(4, 8)], [1, 2, 3, 255]);
  });

  it('leaves out what reaches over an edge', () => {
    for (const [x, y] of [[0, 0], [3, 0], [0, 3], [3, 3], [-9, 1], [1, 99]]) {
      const field = new PixelField(3, 3);
      field.stamp(stampOf(4, 4, [0, 0, 0, 255]), x, y);
      const covered = (at: number, place: number): boolean => at >= Math.round(place - 2) && at < Math.round(place - 2) + 4;
      assert.deepEqual(alphas(field), [0, 1, 2].map((row) => [0, 1, 2].map((column) => (covered(row, y) && covered(column, x) ? 255 : 0))), `${x}, ${y}`);
    }
  });

  it('blends as "over" does', () => {
    const field = new PixelField(1, 1);
    field.stamp(stampOf(1, 1, [200, 0, 0, 128]), 0.5, 0.5);
    field.stamp(stampOf(1, 1, [0, 100, 0, 64]), 0.5, 0.5);
    const [above, below] = [64 / 255, (128 / 255) * (1 - 64 / 255)];
    const expected = [(200 * below) / (above + below), (100 * above) / (above + below), 0, 255 * (above + below)];
    for (const [at, value] of expected.entries()) assert.ok(Math.abs(field.data[at] - value) <= 1, `channel ${at}: ${field.data[at]} against ${value}`);
  });

  it('lets nothing of a clear stamp show', () => {
    const field = new PixelField(2, 2);
    field.stamp(stampOf(2, 2, [9, 9, 9, 0]), 1, 1);
    assert.ok(field.data.every((value) => value === 0));
  });
});
