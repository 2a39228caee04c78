import assert from 'node:assert/strict';
import { includedPrompts } from '../../../src/core/interference/includedPrompts';

describe('includedPrompts', () => {
  it('leaves out prompts with fewer than three samples or less than half the median', () => {
    const cases: [number[], number[]][] = [
      [[64, 64, 64], [1, 1, 1]],
      [[64, 31, 32, 64], [1, 1, 1, 1]],
      [[64, 31, 64, 64], [1, 0, 1, 1]],
      [[64, 32, 64, 64], [1, 1, 1, 1]],
      [[2, 3, 3], [0, 1, 1]],
      [[2, 1], [0, 0]],
      [[0, 8, 0, 0], [0, 1, 0, 0]],
      [[], []],
    ];
    for (const [n, expected] of cases) assert.deepEqual([...includedPrompts(Int32Array.from(n))], expected, String(n));
  });

  it('leaves its input as it was', () => {
    const n = Int32Array.of(9, 3, 7);
    includedPrompts(n);
    assert.deepEqual([...n], [9, 3, 7]);
  });
});
