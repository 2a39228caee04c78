import assert from 'node:assert/strict';
import { meanRateInterval } from '../../../src/core/counts/meanRateInterval';
import { closeTo } from '../closeTo';

const logit = (p: number): number => Math.log(p / (1 - p));

describe('meanRateInterval', () => {
  it('reaches as far to either side on the scale of log-odds', () => {
    for (const [mean, se, count, factor] of [[0.9, 0.03, 60, 1.959963984540054], [0.2, 0.1, 400, 1.959963984540054], [0.6, 0.05, 12, 2.200985160082949]] as const) {
      const [low, high] = meanRateInterval(mean, se, count);
      closeTo(logit(mean) - logit(low), (factor * se) / (mean * (1 - mean)), 1e-9);
      closeTo(logit(high) - logit(mean), (factor * se) / (mean * (1 - mean)), 1e-9);
    }
  });

  it('stays within 0 and 1, however large the error, and is the plain interval for a small one', () => {
    const [low, high] = meanRateInterval(0.999, 0.9, 60);
    assert.ok(low >= 0 && low < 1e-9 && high <= 1 && high > 0.999);
    meanRateInterval(0.7, 1e-5, 100).forEach((end, i) => closeTo(end, 0.7 + (i === 0 ? -1 : 1) * 1.959963984540054e-5, 1e-8));
  });

  it('turns over with the verdicts', () => {
    const [low, high] = meanRateInterval(0.9, 0.04, 60);
    const [lowOther, highOther] = meanRateInterval(0.1, 0.04, 60);
    closeTo(low, 1 - highOther, 1e-12);
    closeTo(high, 1 - lowOther, 1e-12);
  });

  it('is a point without spread, and unknown without an error', () => {
    assert.deepEqual(meanRateInterval(1, 0, 60), [1, 1]);
    assert.deepEqual(meanRateInterval(0.5, 0, 60), [0.5, 0.5]);
    assert.ok(meanRateInterval(0.5, NaN, 1).every(Number.isNaN) && meanRateInterval(1, NaN, 1).every(Number.isNaN) && meanRateInterval(NaN, NaN, 0).every(Number.isNaN));
  });
});
