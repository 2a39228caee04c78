import assert from 'node:assert/strict';
import { strongestPartners } from '../../../src/core/interference/strongestPartners';

describe('strongestPartners', () => {
  it('gives the strongest of both signs, without the prompt itself and the unknown', () => {
    const { negative, positive } = strongestPartners([-1, 9, NaN, 4, -3, 0, 2, 6], 1, 2);
    assert.deepEqual(negative, [{ prompt: 4, kernel: -3 }, { prompt: 0, kernel: -1 }]);
    assert.deepEqual(positive, [{ prompt: 7, kernel: 6 }, { prompt: 3, kernel: 4 }]);
  });

  it('gives fewer where there are no more', () => {
    assert.deepEqual(strongestPartners([5, -2], 0, 3), { negative: [{ prompt: 1, kernel: -2 }], positive: [] });
  });
});
