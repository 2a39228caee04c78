import assert from 'node:assert/strict';
import { passHatK } from '../../../src/core/counts/passHatK';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('passHatK', () => {
  it('equals the exact ratio of whole numbers for every n up to 25', () => {
    for (let n = 1; n <= 25; n++) {
      for (let c = 0; c <= n; c++) for (let k = 1; k <= n; k++) closeTo(passHatK(n, c, k), ratio(choose(c, k), choose(n, k)), 1e-13);
    }
  });

  it('is the pass rate at k = 1 and never grows with k', () => {
    closeTo(passHatK(9, 4, 1), 4 / 9, 1e-15);
    for (let k = 2; k <= 16; k++) assert.ok(passHatK(16, 11, k) <= passHatK(16, 11, k - 1));
  });

  it('is unknown for more attempts than samples, and refuses what is no k', () => {
    assert.ok(Number.isNaN(passHatK(4, 4, 5)));
    assert.throws(() => passHatK(4, 4, 0), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values up to n = 1,000,000', () => {
      for (const row of golden().counts) closeTo(passHatK(row.n, row.c, row.k), row.pass_hat_k, 1e-12);
    });
  }
});
