import assert from 'node:assert/strict';
import { countGroups } from '../../../src/core/counts/countGroups';

describe('countGroups', () => {
  it('gathers prompts with equal counts in the order of the first of each', () => {
    const groups = countGroups(Int32Array.of(8, 16, 8, 8), Int32Array.of(1, 1, 1, 8));
    assert.deepEqual([...groups.n], [8, 16, 8]);
    assert.deepEqual([...groups.c], [1, 1, 8]);
    assert.deepEqual([...groups.size], [2, 1, 1]);
    assert.deepEqual([...groups.of], [0, 1, 0, 2]);
  });

  it('leaves out what is not included', () => {
    const groups = countGroups(Int32Array.of(8, 16, 8), Int32Array.of(1, 1, 1), Uint8Array.of(0, 1, 1));
    assert.deepEqual([...groups.of], [-1, 0, 1]);
    assert.deepEqual([...groups.size], [1, 1]);
  });

  it('tells large counts apart', () => {
    const groups = countGroups(Int32Array.of(1_000_000, 1_000_001, 1_000_000), Int32Array.of(999_999, 999_999, 0));
    assert.equal(groups.size.length, 3);
  });
});
