import assert from 'node:assert/strict';
import type { CheckpointColumns } from '../../../src/core/compare/checkpointColumns';
import { checkpointSeries } from '../../../src/core/compare/checkpointSeries';
import { closeTo } from '../closeTo';
import { sharedDataExists } from '../sharedData';
import { tinyLog } from '../tinyTransformer';

const source = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };
const thresholds = { hardBelow: 0.2, easyAbove: 0.6 };

function checkpoint(name: string, id: readonly string[], n: ArrayLike<number>, c: ArrayLike<number>): CheckpointColumns {
  const nothing = { n: new Int32Array(id.length), c: new Int32Array(id.length) };
  return {
    name, step: null, source, textMark: new Float64Array(id.length), halves: { choosing: nothing, measuring: nothing },
    columns: { id, n: Int32Array.from(n), c: Int32Array.from(c), errored: new Int32Array(id.length), exactRate: null, gradients: null },
  };
}

describe('checkpointSeries', () => {
  const series = [
    checkpoint('a', ['p', 'q', 'r', 's'], [10, 10, 10, 10], [2, 8, 5, 1]),
    checkpoint('b', ['s', 'q', 'p'], [0, 10, 10], [0, 6, 4]),
    checkpoint('c', ['q', 'p', 's', 't'], [10, 5, 10, 10], [5, 4, 1, 1]),
  ];

  it('is of the prompts that every checkpoint has samples of, paired by id', () => {
    const { prompts, steps, coMovement } = checkpointSeries(series, 2, thresholds);
    assert.deepEqual(prompts, ['p', 'q']);
    assert.deepEqual(steps.map(({ passAt1 }) => passAt1.mean), [(0.2 + 0.8) / 2, (0.4 + 0.6) / 2, (0.8 + 0.5) / 2]);
    closeTo(steps[2].passAtK.mean, (1 + (1 - 10 / 45)) / 2, 1e-12);
    closeTo(steps[2].changeAt1.mean, (0.6 - 0.3) / 2, 1e-12);
    assert.deepEqual([steps[0].changeAt1.mean, steps[0].changeAt1.se], [0, 0]);
    assert.equal(coMovement?.groups.length, 2);
  });

  it('leaves co-movement out for two checkpoints, and says unknown beyond the samples', () => {
    const { coMovement, steps } = checkpointSeries(series.slice(0, 2), 11, thresholds);
    assert.equal(coMovement, null);
    assert.ok(Number.isNaN(steps[1].passAtK.mean));
  });

  it('refuses a single checkpoint and a k of no draws', () => {
    assert.throws(() => checkpointSeries(series.slice(0, 1), 2, thresholds), /at least two checkpoints, got 1/);
    assert.throws(() => checkpointSeries(series, 0, thresholds), RangeError);
  });

  it('uses no word of gradients but to deny them', () => {
    assert.equal(checkpointSeries(series, 2, thresholds).label, 'Observed pass@1/pass@k movement over checkpoints (not a gradient measurement)');
  });

  if (sharedDataExists) {
    it('shows how pass@8 training of a real network lost solved prompts', () => {
      const [start, end] = (['step000', 'step030'] as const).map((step) => {
        const { id, n, c } = tinyLog(step);
        return checkpoint(step, id, n, c);
      });
      const { steps, lost } = checkpointSeries([start, end], 8, thresholds);
      assert.ok(steps[1].changeAt1.ci[1] < 0 && steps[1].changeAtK.ci[0] > 0);
      assert.ok(lost.length > 0 && lost.every(({ peak, peakRate, lastRate }) => peak === 0 && peakRate > lastRate));
    });
  }
});
