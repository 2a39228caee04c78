import assert from 'node:assert/strict';
import { gPassAtK } from '../../../src/core/counts/gPassAtK';
import { mgPassAtK } from '../../../src/core/counts/mgPassAtK';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('mgPassAtK', () => {
  it('is the mean of G-Pass@k over the shares above one half', () => {
    for (const [n, c, k] of [[16, 10, 8], [30, 25, 7], [12, 12, 5], [9, 0, 4]]) {
      let sum = 0;
      for (let i = Math.ceil(k / 2) + 1; i <= k; i++) sum += gPassAtK(n, c, k, i / k);
      closeTo(mgPassAtK(n, c, k), (2 / k) * sum, 1e-12, 1e-15);
    }
  });

  it('is unknown for more attempts than samples', () => {
    assert.ok(Number.isNaN(mgPassAtK(4, 4, 5)));
    assert.throws(() => mgPassAtK(4, 4, 0), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const { n, c, k, value } of golden().mgpass) closeTo(mgPassAtK(n, c, k), value, 1e-11);
    });
  }
});
