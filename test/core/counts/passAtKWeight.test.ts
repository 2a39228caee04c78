import assert from 'node:assert/strict';
import { passAtKWeight } from '../../../src/core/counts/passAtKWeight';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('passAtKWeight', () => {
  it('equals the exact ratio of whole numbers for every n up to 40 and k up to n + 1', () => {
    for (let n = 0; n <= 40; n++) {
      for (let c = 0; c <= n; c++) {
        for (let k = 1; k <= n + 1; k++) {
          closeTo(passAtKWeight(n, c, k), ratio(BigInt(k) * choose(n - c, k - 1), choose(n, k - 1)), 1e-14);
        }
      }
    }
  });

  it('is 1 at k = 1 and k for an unsolved prompt', () => {
    for (let c = 0; c <= 8; c++) assert.equal(passAtKWeight(8, c, 1), 1);
    for (let k = 1; k <= 9; k++) assert.equal(passAtKWeight(8, 0, k), k);
  });

  it('has k (1-p)^(k-1) as its expectation', () => {
    for (const p of [0.03, 0.4, 0.91]) {
      for (const k of [1, 2, 5, 10]) {
        let mean = 0;
        for (let c = 0; c <= 9; c++) mean += Number(choose(9, c)) * p ** c * (1 - p) ** (9 - c) * passAtKWeight(9, c, k);
        closeTo(mean, k * (1 - p) ** (k - 1), 1e-13);
      }
    }
  });

  it('gives the weights behind the figure of the paper: 32, 1, 0, 0 at n = k = 32', () => {
    assert.deepEqual([0, 1, 2, 3].map((c) => passAtKWeight(32, c, 32)), [32, 1, 0, 0].map((w) => w === 1 ? passAtKWeight(32, 1, 32) : w));
    closeTo(passAtKWeight(32, 1, 32), 1, 1e-14);
  });

  it('is unknown for k above n + 1 and refuses what is no k', () => {
    assert.ok(Number.isNaN(passAtKWeight(8, 3, 10)));
    assert.throws(() => passAtKWeight(8, 3, 0), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values up to n = 1,000,000', () => {
      for (const row of golden().counts) closeTo(passAtKWeight(row.n, row.c, row.k), row.w_hat, 1e-12);
    });
  }
});
