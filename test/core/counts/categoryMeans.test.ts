import assert from 'node:assert/strict';
import { categoryMeans } from '../../../src/core/counts/categoryMeans';
import { closeTo } from '../closeTo';

describe('categoryMeans', () => {
  it('gives each category its mean, error and number of prompts', () => {
    const [first, second, none] = categoryMeans([1, 0.5, NaN, 3, 7], [0, 1, 0, 0, -1], 3);
    assert.deepEqual([first.mean, first.count], [2, 2]);
    closeTo(first.se, 1, 1e-15);
    assert.deepEqual([second.mean, second.count], [0.5, 1]);
    assert.ok(Number.isNaN(second.se));
    assert.equal(none.count, 0);
  });

  it('refuses columns of different length', () => {
    assert.throws(() => categoryMeans([1], [0, 1], 2), RangeError);
  });
});
