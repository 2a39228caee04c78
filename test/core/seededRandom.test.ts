import assert from 'node:assert/strict';
import { seededRandom } from '../../src/core/seededRandom';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const [one, same, other] = [seededRandom(5), seededRandom(5), seededRandom(6)];
    const numbers = Array.from({ length: 20 }, one);
    assert.deepEqual(Array.from({ length: 20 }, same), numbers);
    assert.notDeepEqual(Array.from({ length: 20 }, other), numbers);
  });

  it('spreads evenly over [0, 1)', () => {
    const random = seededRandom(1);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) bins[Math.floor(10 * random())]++;
    assert.equal(bins.length, 10);
    for (const count of bins) assert.ok(Math.abs(count - 10_000) < 400, String(bins));
  });
});
