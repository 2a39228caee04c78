import assert from 'node:assert/strict';
import type { Axis } from '../../../webview/charts/picture';
import { pan, zoom, type Sight } from '../../../webview/charts/zoomRange';

const linear: Axis = { title: '', scale: 'linear' };
const log: Axis = { title: '', scale: 'log' };
const whole: Sight = { x: [1, 100], y: [-2, 2] };
const axes = { x: log, y: linear };

describe('zoom', () => {
  it('keeps the place it looks at where it is, in decades on a log scale', () => {
    const sight = zoom(whole, whole, axes, { x: 0.5, y: 0.25 }, 0.5);
    assert.ok(sight);
    // the middle of 1 to 100 is 10; half of two decades around it
    assert.ok(Math.abs(sight.x[0] - 10 ** 0.5) < 1e-9 && Math.abs(sight.x[1] - 10 ** 1.5) < 1e-9);
    assert.ok(Math.abs(sight.y[0] - -1.5) < 1e-9 && Math.abs(sight.y[1] - 0.5) < 1e-9);
  });
  it('comes back to the whole, and never goes beyond', () => {
    const close = zoom(whole, whole, axes, { x: 0, y: 1 }, 0.5);
    assert.ok(close);
    assert.equal(zoom(close, whole, axes, { x: 0.9, y: 0.1 }, 4), null);
    assert.equal(zoom(whole, whole, axes, { x: 0.5, y: 0.5 }, 2), null);
  });
  it('ends at a thousandth of the whole', () => {
    let sight: Sight | null = whole;
    for (let times = 0; times < 60; times++) sight = zoom(sight ?? whole, whole, axes, { x: 0.5, y: 0.5 }, 0.5);
    assert.ok(sight && Math.abs(sight.y[1] - sight.y[0] - 0.004) < 1e-9);
  });
});

describe('pan', () => {
  const close: Sight = { x: [10, 20], y: [0, 1] };
  it('moves by shares of what is in sight', () => {
    const moved = pan(close, whole, { x: linear, y: linear }, { x: 0.5, y: -0.25 });
    assert.deepEqual(moved, { x: [15, 25], y: [-0.25, 0.75] });
  });
  it('stops at the edge without changing its size', () => {
    assert.deepEqual(pan(close, whole, { x: linear, y: linear }, { x: -9, y: 9 }), { x: [1, 11], y: [1, 2] });
  });
});
