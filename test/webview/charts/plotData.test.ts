import assert from 'node:assert/strict';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import type { ChartTheme } from '../../../webview/charts/chartTheme';
import { innerProductCurve } from '../../../webview/charts/innerProductCurve';
import { datasetsPerCurve, plotData, yReach } from '../../../webview/charts/plotData';
import { ownTicks } from '../../../webview/charts/plotScales';
import { exampleReport } from '../exampleReport';

const grey = '#808080';
const theme: ChartTheme = {
  foreground: grey, muted: grey, background: grey, grid: grey, focus: grey, highContrast: false,
  tooltip: { background: grey, foreground: grey, border: grey }, font: { family: 'sans-serif', size: 11 },
  tones: { hard: grey, middle: grey, easy: grey, line: grey, bad: grey, good: grey, muted: grey },
};

describe('plotData', () => {
  it('hands Chart.js the curve, then the edges of its band, then room for the point pointed at', () => {
    const datasets = plotData(innerProductCurve(exampleReport(2)), theme);
    assert.equal(datasets.length, datasetsPerCurve + 1);
    assert.deepEqual(datasets[0].data, [{ x: 1, y: 0.4 }, { x: 2, y: -0.14 }, { x: 4, y: -1.0717 }]);
    const [upper, lower] = [datasets[1].data, datasets[2].data];
    assert.ok(upper.every((point, at) => point.y > datasets[0].data[at].y && lower[at].y < datasets[0].data[at].y));
    assert.deepEqual(datasets[3].data, []);
  });

  it('leaves a gap for what is unknown', () => {
    const picture = innerProductCurve(exampleReport(2));
    const [data] = plotData({ ...picture, curves: [{ ...picture.curves[0], y: [0.4, null, -1] }] }, theme);
    assert.ok(Number.isNaN(data.data[1].y));
  });
});

describe('yReach', () => {
  it('reaches over all points and lines, with some air, to round numbers', () => {
    const reach = yReach(agreementPanel(exampleReport(2)));
    // points from -2 to 3, group means -2 and 1, the line at 0
    assert.ok(reach.suggestedMin === -2.5);
    assert.ok(reach.suggestedMax === 3.5);
  });
  it('has nothing to say where the picture has a scale of its own', () => {
    const picture = agreementPanel(exampleReport(2));
    assert.deepEqual(yReach({ ...picture, y: { ...picture.y, min: 0, max: 1 } }), {});
  });
});

describe('ownTicks', () => {
  it('names bands in their middle', () => assert.deepEqual(ownTicks({ title: '', scale: 'linear', bands: ['a', 'b'] }, 'x', 0, 2), [0.5, 1.5]));
  it('marks k by powers of two', () => assert.deepEqual(ownTicks({ title: '', scale: 'log' }, 'x', 1, 64), [1, 2, 4, 8, 16, 32, 64]));
  it('marks weights by powers of ten', () => assert.deepEqual(ownTicks({ title: '', scale: 'log' }, 'y', 0.001, 12), [0.001, 0.01, 0.1, 1, 10]));
  it('marks no more than can be read', () => assert.ok((ownTicks({ title: '', scale: 'log' }, 'x', 1, 2 ** 20) ?? []).length <= 9));
  it('marks a stretch too short for powers by round numbers, evenly apart', () => {
    assert.deepEqual(ownTicks({ title: '', scale: 'log', base: 10 }, 'x', 61.67, 91.2), [70, 80, 90]);
    for (let min = 1; min < 1000; min *= 1.37) {
      for (const ratio of [1.02, 1.3, 1.9]) {
        const ticks = ownTicks({ title: '', scale: 'log' }, 'y', min, min * ratio) ?? [];
        assert.ok(ticks.length >= 2 && ticks.length <= 7 && ticks.every((tick) => tick >= min * 0.999 && tick <= min * ratio * 1.001), `${min} to ${min * ratio}: ${ticks.join(', ')}`);
      }
    }
  });
  it('leaves plain numbers to Chart.js', () => assert.equal(ownTicks({ title: '', scale: 'linear' }, 'y', 0, 1), null));
});
