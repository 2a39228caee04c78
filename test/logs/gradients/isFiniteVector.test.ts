import assert from 'node:assert/strict';
import { isFiniteVector } from '../../../src/logs/gradients/isFiniteVector';

describe('isFiniteVector', () => {
  it('sees NaN and the infinities at every place of vectors of every length, and nothing else', () => {
    for (let length = 0; length < 12; length++) {
      const vector = new Float64Array(length).fill(-1.7976931348623157e308);
      assert.equal(isFiniteVector(vector), true);
      for (let at = 0; at < length; at++) {
        for (const value of [NaN, Infinity, -Infinity]) {
          vector[at] = value;
          assert.equal(isFiniteVector(vector), false, `${value} at ${at} of ${length}`);
        }
        vector[at] = 5e-324;
      }
    }
  });
});
