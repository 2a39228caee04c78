import assert from 'node:assert/strict';
import { wilsonInterval } from '../../../src/core/counts/wilsonInterval';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('wilsonInterval', () => {
  it('holds exactly the rates whose own standard error reaches c/n', () => {
    for (const [n, c] of [[8, 3], [32, 1], [100, 99]]) {
      for (const bound of wilsonInterval(n, c)) {
        // The bounds are the two solutions of |c/n - p| = z sqrt(p (1-p) / n).
        closeTo(Math.abs(c / n - bound), 1.959963984540054 * Math.sqrt((bound * (1 - bound)) / n), 1e-10);
      }
    }
  });

  it('starts at 0 for an unsolved prompt and ends at 1 for a saturated one', () => {
    assert.equal(wilsonInterval(32, 0)[0], 0);
    // z² / (n + z²) by hand.
    closeTo(wilsonInterval(32, 0)[1], 3.841458820694124 / 35.841458820694124, 1e-12);
    assert.equal(wilsonInterval(32, 32)[1], 1);
    assert.deepEqual(wilsonInterval(0, 0), [0, 1]);
  });

  it('mirrors when correct and wrong are exchanged', () => {
    for (let c = 0; c <= 13; c++) {
      closeTo(wilsonInterval(13, c)[0], 1 - wilsonInterval(13, 13 - c)[1], 1e-13, 1e-15);
    }
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const row of golden().intervals) {
        closeTo(wilsonInterval(row.n, row.c)[0], row.wilson95[0], 1e-12, 1e-16);
        closeTo(wilsonInterval(row.n, row.c)[1], row.wilson95[1], 1e-12);
      }
    });
  }
});
