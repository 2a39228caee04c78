import assert from 'node:assert/strict';
import { incompleteBeta } from '../../../src/core/counts/incompleteBeta';
import { jeffreysInterval } from '../../../src/core/counts/jeffreysInterval';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('jeffreysInterval', () => {
  it('leaves 2.5% of the posterior on either side', () => {
    for (const [n, c] of [[8, 3], [32, 1], [100, 99], [1, 1]]) {
      const [low, high] = jeffreysInterval(n, c);
      closeTo(incompleteBeta(c + 0.5, n - c + 0.5, low), 0.025, 1e-10);
      if (c < n) closeTo(incompleteBeta(c + 0.5, n - c + 0.5, high), 0.975, 1e-10);
    }
  });

  it('starts at 0 for an unsolved prompt and ends at 1 for a saturated one', () => {
    assert.equal(jeffreysInterval(32, 0)[0], 0);
    closeTo(jeffreysInterval(32, 0)[1], 0.0749, 0, 5e-5);
    assert.equal(jeffreysInterval(32, 32)[1], 1);
    assert.deepEqual(jeffreysInterval(0, 0), [0, 1]);
  });

  it('mirrors when correct and wrong are exchanged, and refuses what are no counts', () => {
    for (let c = 0; c <= 13; c++) closeTo(jeffreysInterval(13, c)[0], 1 - jeffreysInterval(13, 13 - c)[1], 1e-12, 1e-15);
    assert.throws(() => jeffreysInterval(3, 4), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const { n, c, jeffreys95 } of golden().intervals) {
        jeffreysInterval(n, c).forEach((bound, i) => closeTo(bound, jeffreys95[i], 1e-11, 1e-16));
      }
    });
  }
});
