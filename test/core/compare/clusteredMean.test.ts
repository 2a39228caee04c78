import assert from 'node:assert/strict';
import { clusteredMean } from '../../../src/core/compare/clusteredMean';
import { meanOverPrompts } from '../../../src/core/counts/meanOverPrompts';
import { closeTo } from '../closeTo';

describe('clusteredMean', () => {
  it('is the plain error, but for N - 1, when every prompt is a cluster of its own', () => {
    const values = [0.1, 0.9, 0.4, 0.4];
    const { mean, se } = clusteredMean(values, [1, 2, 3, 4]);
    closeTo(mean, 0.45, 1e-14);
    closeTo(se, meanOverPrompts(values).se * Math.sqrt(3 / 4), 1e-14);
  });

  it('grows when prompts of a cluster go together: two clusters worked by hand', () => {
    // Mean 1/2; sums of differences -1 and +1: SE² = 2/16.
    const { se, count, ci } = clusteredMean([0, 0, 1, 1], [7, 7, 3, 3]);
    closeTo(se, Math.sqrt(2) / 4, 1e-14);
    assert.equal(count, 4);
    // Two clusters leave one degree of freedom: t = 12.706.
    closeTo(ci[1], 0.5 + (12.706204736174694 * Math.sqrt(2)) / 4, 1e-9);
  });

  it('leaves unknown values out and does not know the error of a single cluster', () => {
    assert.equal(clusteredMean([0, NaN, 1], [1, 2, 1]).mean, 0.5);
    assert.ok(Number.isNaN(clusteredMean([0, NaN, 1], [1, 2, 1]).se));
    assert.throws(() => clusteredMean([1], [1, 2]), RangeError);
  });
});
