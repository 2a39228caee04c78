import assert from 'node:assert/strict';
import { largestSafeK } from '../../../src/core/mitigation/largestSafeK';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('largestSafeK', () => {
  it('ends before the first conflict, also when k is safe again later', () => {
    assert.equal(largestSafeK([1, 2, 3, 4], [3, 0, -1, 2]), 2);
    assert.equal(largestSafeK([1, 2, 128, 135], [3, 2, 1, 1]), 135);
    assert.equal(largestSafeK([1, 2, 3], [1, NaN, 1]), 1);
  });

  it('is unknown when nothing is safe', () => {
    assert.ok(Number.isNaN(largestSafeK([1], [-1])));
    assert.ok(Number.isNaN(largestSafeK([], [])));
  });

  if (sharedDataExists) {
    it('equals the golden value', () => {
      const { IP } = golden().toyB_main;
      assert.equal(largestSafeK(IP.map((_, i) => i + 1), IP), 6);
    });
  }
});
