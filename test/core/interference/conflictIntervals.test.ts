import assert from 'node:assert/strict';
import { conflictIntervals } from '../../../src/core/interference/conflictIntervals';

const c = 'conflict';
const n = 'no conflict';
const i = 'inconclusive';

describe('conflictIntervals', () => {
  it('finds every run of conflict, at both ends and in windows', () => {
    assert.deepEqual(conflictIntervals([1, 2, 3, 4, 5, 6], [c, c, n, i, c, c]), [[1, 2], [5, 6]]);
    assert.deepEqual(conflictIntervals([1, 2, 3], [n, c, i]), [[2, 2]]);
    assert.deepEqual(conflictIntervals([1, 2], [n, i]), []);
    assert.deepEqual(conflictIntervals([], []), []);
  });

  it('speaks in k, not in places', () => {
    assert.deepEqual(conflictIntervals([1, 64, 128, 135], [n, c, c, i]), [[64, 128]]);
  });
});
