import assert from 'node:assert/strict';
import { linearityGap } from '../../../src/core/compare/linearityGap';
import { closeTo } from '../closeTo';

const choose = (n: number, c: number): number => (c === 0 ? 1 : (choose(n - 1, c - 1) * n) / c);
const chance = (n: number, c: number, p: number): number => choose(n, c) * p ** c * (1 - p) ** (n - c);

describe('linearityGap', () => {
  it('has the true gap as its expectation, over every outcome of both checkpoints', () => {
    const [p0, p1, n0, n1] = [0.3, 0.55, 5, 6];
    for (const k of [1, 2, 3, 5]) {
      let expectation = 0;
      for (let c0 = 0; c0 <= n0; c0++) {
        for (let c1 = 0; c1 <= n1; c1++) {
          const { mean } = linearityGap({ before: { n: Int32Array.of(n0), c: Int32Array.of(c0) }, after: { n: Int32Array.of(n1), c: Int32Array.of(c1) } }, k);
          expectation += chance(n0, c0, p0) * chance(n1, c1, p1) * mean;
        }
      }
      const truth = (1 - p0) ** k - (1 - p1) ** k - k * (1 - p0) ** (k - 1) * (p1 - p0);
      closeTo(expectation, truth, 1e-12, 1e-15);
    }
  });

  it('is exactly 0 at k = 1, and counts only prompts with k samples in both', () => {
    const counts = { before: { n: Int32Array.of(7, 3, 9), c: Int32Array.of(3, 1, 9) }, after: { n: Int32Array.of(7, 9, 2), c: Int32Array.of(6, 2, 0) } };
    const { mean, se, count } = linearityGap(counts, 1);
    assert.deepEqual([Math.abs(mean), se, count], [0, 0, 3]);
    assert.equal(linearityGap(counts, 4).count, 1);
    assert.throws(() => linearityGap(counts, 0), RangeError);
  });
});
