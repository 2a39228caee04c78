import assert from 'node:assert/strict';
import { passRateHistogram } from '../../../webview/charts/passRateHistogram';
import type { Picture } from '../../../webview/charts/picture';
import { placeUnder } from '../../../webview/charts/placeUnder';
import { exampleReport } from '../exampleReport';

/** Ten pixels a unit from left to right, and upwards from 100. */
const chart = {
  chartArea: { left: 0, right: 80, top: 0, bottom: 100 },
  scales: {
    x: { getPixelForValue: (value: number) => 10 * value, getValueForPixel: (pixel: number) => pixel / 10 },
    y: { getPixelForValue: (value: number) => 100 - 10 * value, getValueForPixel: (pixel: number) => (100 - pixel) / 10 },
  },
};
const bars = passRateHistogram(exampleReport(2));
const curve = (name: string, y: readonly (number | null)[]): Picture['curves'][number] => ({
  name, tone: 'line', x: [1, 2, 3], y, low: [], high: [], certainty: ['solid', 'solid', 'solid'], prompt: null, describe: () => [],
});
const curves: Picture = { ...bars, bars: [], curves: [curve('upper', [8, null, 9]), curve('lower', [1, 2, 3])] };

describe('placeUnder', () => {
  it('finds the bar', () => assert.deepEqual(placeUnder(chart, bars, 34, 5), { series: 0, point: 3 }));
  it('finds the point nearest from left to right, and of two above each other the nearer', () => {
    assert.deepEqual(placeUnder(chart, curves, 11, 30), { series: 0, point: 0 });
    assert.deepEqual(placeUnder(chart, curves, 11, 80), { series: 1, point: 0 });
  });
  it('finds no point where nothing is known', () => assert.deepEqual(placeUnder(chart, curves, 21, 0), { series: 1, point: 1 }));
  it('finds the cell of a field', () => {
    const field: Picture = { ...bars, bars: [], field: { columns: 4, rows: 4, x: [0, 8], y: [0, 8], values: new Float32Array(16), order: null, reach: 1, describe: () => [], pair: null } };
    assert.deepEqual(placeUnder(chart, field, 30, 85), { series: 1, point: 1 });
    assert.equal(placeUnder(chart, field, 30, 5), null);
  });
  it('finds nothing beside the chart', () => assert.equal(placeUnder(chart, bars, 100, 5), null));
});
