import assert from 'node:assert/strict';
import { pairPrompts } from '../../../src/core/compare/pairPrompts';
import type { CheckpointColumns } from '../../../src/core/compare/checkpointColumns';

const prompts = (id: string[], n: number[], c: number[], textMark: number[]): Pick<CheckpointColumns, 'columns' | 'textMark'> => ({
  columns: { id, n: Int32Array.from(n), c: Int32Array.from(c), errored: new Int32Array(n.length), exactRate: null, gradients: null },
  textMark: Float64Array.from(textMark),
});

describe('pairPrompts', () => {
  it('pairs by id in whatever order, and names every prompt it cannot pair', () => {
    const found = pairPrompts(prompts(['a', 'b', 'c', 'e'], [4, 5, 6, 0], [1, 2, 3, 0], [7, 1, 3, 5]), prompts(['d', 'c', 'a', 'e'], [7, 8, 9, 3], [0, 5, 6, 1], [1, 4, 7, 6]));
    assert.deepEqual(found, {
      id: ['a', 'c'],
      counts: { before: { n: Int32Array.of(4, 6), c: Int32Array.of(1, 3) }, after: { n: Int32Array.of(9, 8), c: Int32Array.of(6, 5) } },
      rowsBefore: Int32Array.of(0, 2),
      rowsAfter: Int32Array.of(2, 1),
      onlyBefore: ['b'],
      onlyAfter: ['d'],
      withoutSamples: ['e'],
      otherText: ['c'],
    });
  });

  it('says nothing of texts that one of the logs does not hold', () => {
    const { id, otherText } = pairPrompts(prompts(['a', 'b'], [2, 2], [1, 1], [0, 5]), prompts(['a', 'b'], [2, 2], [1, 1], [3, 0]));
    assert.deepEqual([id, otherText], [['a', 'b'], []]);
  });
});
