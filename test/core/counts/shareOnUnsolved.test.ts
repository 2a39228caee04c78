import assert from 'node:assert/strict';
import { shareOnUnsolved } from '../../../src/core/counts/shareOnUnsolved';
import { closeTo } from '../closeTo';

describe('shareOnUnsolved', () => {
  it('is the part of the weight on prompts without a correct sample', () => {
    assert.equal(shareOnUnsolved([8, 4, 2, 2], [true, false, false, true]), 10 / 16);
    assert.equal(shareOnUnsolved([8, 4], [false, false]), 0);
    assert.equal(shareOnUnsolved([8, 4], [1, 1]), 1);
  });

  it('gathers equal prompts, and leaves unknown weights out', () => {
    closeTo(shareOnUnsolved([8, NaN, 1], [true, true, false], [2, 7, 4]), 16 / 20, 1e-15);
  });

  it('is unknown when nothing has a weight', () => {
    assert.ok(Number.isNaN(shareOnUnsolved([0], [true])));
  });
});
