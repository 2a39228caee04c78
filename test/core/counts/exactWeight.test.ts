import assert from 'node:assert/strict';
import { exactWeight } from '../../../src/core/counts/exactWeight';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('exactWeight', () => {
  it('is k (1-p)^(k-1)', () => {
    for (const [p, k, expected] of [[0.5, 1, 1], [0.5, 3, 0.75], [0.1, 2, 1.8], [1, 5, 0], [1, 1, 1], [0, 5, 5]]) {
      closeTo(exactWeight(p, k), expected, 1e-15);
    }
  });

  it('integrates with the pass rate: its sum over a fine grid of rates is 1', () => {
    let sum = 0;
    for (let i = 0; i < 10_000; i++) sum += exactWeight((i + 0.5) / 10_000, 12) / 10_000;
    closeTo(sum, 1, 1e-6);
  });

  it('does not know what an unknown rate gives, and refuses what is no rate', () => {
    assert.ok(Number.isNaN(exactWeight(NaN, 1)));
    assert.ok(Number.isNaN(exactWeight(NaN, 2)));
    assert.throws(() => exactWeight(-0.1, 2), RangeError);
    assert.throws(() => exactWeight(0.5, 2.5), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden plug-in weights', () => {
      for (const row of golden().counts) closeTo(exactWeight(row.c / row.n, row.k), row.w_plugin, 1e-12);
    });
  }
});
