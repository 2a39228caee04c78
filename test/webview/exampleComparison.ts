import type { CheckpointColumns } from '../../src/core/compare/checkpointColumns';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import { exampleRun } from './exampleRun';

/**
 * Two checkpoints of six prompts with 20 samples each, in another order and not quite the same:
 *
 *     id         before  after
 *     unsolved      0      8     rose, and is solved now
 *     hard          1      2
 *     middle       10     11     its text differs
 *     easy         19      0     fell, and is lost
 *     saturated    20     20
 *     gone          5      -     new    -  7
 */
export function exampleComparison(): ComparisonSnapshot {
  return {
    title: 'before → after',
    checkpoints: [
      checkpoint('before', 0, ['unsolved', 'hard', 'middle', 'easy', 'saturated', 'gone'], [0, 1, 10, 19, 20, 5], [1, 2, 3, 4, 5, 6]),
      checkpoint('after', 10, ['new', 'saturated', 'easy', 'middle', 'hard', 'unsolved'], [7, 20, 0, 11, 2, 8], [7, 5, 4, 33, 2, 1]),
    ],
    defaults: { k: 4, hardBelow: 0.1, easyAbove: 0.85 },
  };
}

function checkpoint(name: string, step: number, id: readonly string[], correct: readonly number[], textMark: readonly number[]): CheckpointColumns {
  const c = Int32Array.from(correct);
  const n = new Int32Array(id.length).fill(20);
  const half = (of: Int32Array, up: boolean): Int32Array => of.map((count) => (up ? Math.ceil(count / 2) : Math.floor(count / 2)));
  return {
    name, step,
    source: exampleRun().source,
    columns: { id, n, c, errored: new Int32Array(id.length), exactRate: null, gradients: null },
    halves: { choosing: { n: half(n, true), c: half(c, true) }, measuring: { n: half(n, false), c: half(c, false) } },
    textMark: Float64Array.from(textMark),
  };
}
