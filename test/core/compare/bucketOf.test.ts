import assert from 'node:assert/strict';
import { bucketOf } from '../../../src/core/compare/bucketOf';

describe('bucketOf', () => {
  it('puts a rate on an edge below it, and none where there are no samples', () => {
    const counts = { n: Int32Array.of(10, 10, 10, 10, 10, 10, 0), c: Int32Array.of(0, 1, 2, 5, 9, 10, 0) };
    assert.deepEqual(bucketOf(counts, [0, 0.1, 0.5, 0.9]), Int32Array.of(0, 1, 2, 2, 3, 4, -1));
  });
});
