import assert from 'node:assert/strict';
import { cellAt, fieldPixels } from '../../../webview/charts/fieldLayer';
import type { Field } from '../../../webview/charts/picture';

const field: Field = {
  columns: 2, rows: 2, x: [0, 4], y: [10, 0], values: Float32Array.of(0.5, -0.25, NaN, 3), order: null, reach: 1, describe: () => [], pair: null,
};
const [red, blue] = [[200, 0, 0], [0, 0, 200]];

describe('fieldPixels', () => {
  it('is red below 0 and blue above, as opaque as the value is large, and empty where nothing is known', () => {
    assert.deepEqual(Array.from(fieldPixels(field, red, blue)), [0, 0, 200, 128, 200, 0, 0, 64, 0, 0, 0, 0, 0, 0, 200, 255]);
  });
  it('follows another order of rows and columns', () => {
    const pixels = fieldPixels({ ...field, order: Int32Array.of(1, 0) }, red, blue);
    assert.deepEqual([3, 7, 11, 15].map((at) => pixels[at]), [255, 0, 64, 128]);
  });
});

describe('cellAt', () => {
  it('finds the cell under a place, its axis turned or not', () => assert.deepEqual([[1, 9], [3, 9], [1, 1], [3.9, 0.1]].map(([x, y]) => cellAt(field, x, y)), [0, 1, 2, 3]));
  it('finds none outside', () => assert.deepEqual([[-0.1, 5], [4.1, 5], [1, 10.1], [1, -0.1], [NaN, 5]].map(([x, y]) => cellAt(field, x, y)), [null, null, null, null, null]));
});
