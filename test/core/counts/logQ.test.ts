import assert from 'node:assert/strict';
import { logQ } from '../../../src/core/counts/logQ';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';

describe('logQ', () => {
  it('equals the exact ratio of whole numbers', () => {
    for (const n of [1, 2, 7, 30, 400]) {
      for (let c = 0; c <= n; c += Math.ceil(n / 13)) {
        for (let j = 0; j <= n; j += Math.ceil(n / 11)) {
          const exact = ratio(choose(n - c, j), choose(n, j));
          if (exact === 0) assert.equal(logQ(n, c, j), -Infinity);
          else closeTo(logQ(n, c, j), Math.log(exact), 1e-14, 1e-15);
        }
      }
    }
  });

  it('follows one factor more for one draw more', () => {
    for (let j = 0; j < 30; j++) closeTo(logQ(50, 20, j + 1) - logQ(50, 20, j), Math.log((50 - 20 - j) / (50 - j)), 1e-12);
  });

  it('is the same with c and j exchanged', () => {
    for (const [c, j] of [[3, 17], [100, 4], [60, 61]]) closeTo(logQ(1000, c, j), logQ(1000, j, c), 1e-14);
  });

  it('stops early where the probability is below the smallest double', () => {
    assert.equal(logQ(1_000_000, 100_000, 100_000), -Infinity);
    assert.equal(logQ(10, 4, 7), -Infinity);
    assert.ok(logQ(1_000_000, 27_000, 27_000) > -Infinity);
  });
});
