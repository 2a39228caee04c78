import assert from 'node:assert/strict';
import { dotProduct } from '../../../src/core/interference/dotProduct';

describe('dotProduct', () => {
  it('multiplies the stretches asked for, for every length around its stride', () => {
    const a = Float64Array.from({ length: 20 }, (_, i) => i + 1);
    const b = Float32Array.from({ length: 20 }, (_, i) => 3 * i - 7);
    for (let length = 0; length <= 10; length++) {
      let expected = 0;
      for (let j = 0; j < length; j++) expected += a[2 + j] * b[5 + j];
      assert.equal(dotProduct(a, 2, b, 5, length), expected);
    }
  });
});
