import assert from 'node:assert/strict';
import { onsetSummary } from '../../../src/core/interference/onsetSummary';

describe('onsetSummary', () => {
  it('gives quantiles with no conflict as the latest of all', () => {
    const onsets = [...new Array<number>(60).fill(4), ...new Array<number>(35).fill(9), ...new Array<number>(5).fill(NaN)];
    assert.deepEqual(onsetSummary(onsets), { resamples: 100, noConflict: 0.05, low: 4, median: 4, high: Infinity });
  });

  it('knows nothing without resamples', () => {
    assert.deepEqual(onsetSummary([]), { resamples: 0, noConflict: NaN, low: NaN, median: NaN, high: NaN });
  });
});
