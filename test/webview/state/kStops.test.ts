import assert from 'node:assert/strict';
import { kStops, nearestStop, nextStop } from '../../../webview/state/kStops';

describe('kStops', () => {
  it('stops at every k up to 16, then four times a doubling, up to four times n', () => {
    assert.deepEqual(kStops(64), [
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20, 24, 28, 32, 40, 48, 56, 63, 64, 80, 96, 112, 128, 160, 192, 224, 256,
    ]);
  });

  it('holds n/2, n - 1 and n, where standing changes', () => {
    for (const n of [5, 23, 100, 1000]) {
      const stops = kStops(n);
      for (const k of [Math.floor(n / 2), n - 1, n]) assert.ok(stops.includes(k), `${k} for n = ${n}`);
    }
  });

  it('always offers some k beyond a single sample', () => assert.deepEqual(kStops(1), Array.from({ length: 16 }, (_, at) => at + 1)));

  it('stops, as far as the curve goes, only where an inner product is known', () => {
    const onCurve = [1, 2, 3, 4, 8, 15, 31];
    const stops = kStops(32, onCurve);
    assert.deepEqual(stops.filter((k) => k <= 31), onCurve);
    assert.ok(stops.includes(128));
  });

  it('rises, without repeats, whatever n is', () => {
    for (let n = 1; n < 300; n++) {
      const stops = kStops(n);
      assert.ok(stops.every((k, at) => Number.isInteger(k) && (at === 0 ? k === 1 : k > stops[at - 1])), `n = ${n}`);
    }
  });
});

describe('nextStop', () => {
  const stops = [1, 2, 4, 8];
  const cases: readonly [number, 1 | -1, number][] = [[2, 1, 4], [2, -1, 1], [3, 1, 4], [3, -1, 2], [8, 1, 8], [1, -1, 1], [100, -1, 8]];
  for (const [k, direction, next] of cases) it(`goes from ${k} by ${direction} to ${next}`, () => assert.equal(nextStop(stops, k, direction), next));
});

describe('nearestStop', () => {
  const cases: readonly [number, number][] = [[1, 0], [3, 2], [5, 2], [6, 3], [1000, 3]];
  for (const [k, index] of cases) it(`puts ${k} at stop ${index}`, () => assert.equal(nearestStop([1, 2, 4, 8], k), index));
});
