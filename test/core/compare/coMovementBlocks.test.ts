import assert from 'node:assert/strict';
import { coMovementBlocks } from '../../../src/core/compare/coMovementBlocks';

const thresholds = { hardBelow: 0.2, easyAbove: 0.6 };
const counts = (c: readonly number[]) => ({ n: new Int32Array(c.length).fill(16), c: Int32Array.from(c) });

describe('coMovementBlocks', () => {
  // Hard prompts gain a sample a checkpoint, easy ones lose one.
  const series = [[1, 1, 0, 15, 15, 14], [1, 1, 1, 14, 14, 14], [2, 2, 2, 13, 13, 13], [3, 3, 3, 12, 12, 12]].map(counts);

  it('sees hard and easy prompts move against each other', () => {
    const { groups, blocks, label } = coMovementBlocks(series, undefined, thresholds);
    assert.deepEqual(groups, [{ category: null, group: 'hard', prompts: 3 }, { category: null, group: 'easy', prompts: 3 }]);
    assert.deepEqual(Array.from(blocks, (block) => Math.round(block * 256)), [1, -1, -1, 1]);
    assert.match(label, /exploratory/);
  });

  it('lets the first checkpoint choose and every step after it count', () => {
    // The first step, from the checkpoint that chose, is left out: 1 to 9. The others are +2 and +4 of 16.
    const steps = [[1, 1], [9, 9], [11, 11], [15, 15]].map(counts);
    assert.deepEqual(Array.from(coMovementBlocks(steps, undefined, thresholds).blocks), [(2 * 2 + 4 * 4) / 2 / 256]);
  });

  it('splits by category, leaves out what has none, and says unknown of a block with one prompt', () => {
    const { groups, blocks } = coMovementBlocks(series, { names: ['algebra', 'geometry'], of: [0, 0, -1, 1, 1, 0] }, thresholds);
    assert.deepEqual(groups.map(({ category, group, prompts }) => [category, group, prompts]), [['algebra', 'hard', 2], ['algebra', 'easy', 1], ['geometry', 'easy', 2]]);
    assert.deepEqual(Array.from(blocks, (block) => Math.round(block * 256)), [1, -1, -1, -1, NaN, 1, -1, 1, 1]);
  });

  it('does not split by more categories than prompts can fill', () => {
    const names = Array.from({ length: 9 }, (_, x) => `c${x}`);
    assert.equal(coMovementBlocks(series, { names, of: [0, 1, 2, 3, 4, 5] }, thresholds).groups.length, 2);
  });
});
