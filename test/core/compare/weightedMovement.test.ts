import assert from 'node:assert/strict';
import { weightedMovement } from '../../../src/core/compare/weightedMovement';
import { closeTo } from '../closeTo';
import { choose } from '../exactNumbers';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { sharedDataExists } from '../sharedData';

describe('weightedMovement', () => {
  it('has w_k(p0)(p1 - p0) as its expectation over every outcome', () => {
    for (const [p0, p1] of [[0.1, 0.3], [0.6, 0.5]]) {
      for (const k of [1, 3, 5]) {
        let mean = 0;
        for (let c0 = 0; c0 <= 5; c0++) {
          for (let c1 = 0; c1 <= 4; c1++) {
            const chance =
              Number(choose(5, c0)) * p0 ** c0 * (1 - p0) ** (5 - c0) * Number(choose(4, c1)) * p1 ** c1 * (1 - p1) ** (4 - c1);
            const pair = { before: { n: Int32Array.of(5), c: Int32Array.of(c0) }, after: { n: Int32Array.of(4), c: Int32Array.of(c1) } };
            mean += chance * weightedMovement(pair, k).mean;
          }
        }
        closeTo(mean, k * (1 - p0) ** (k - 1) * (p1 - p0), 1e-12);
      }
    }
  });

  it('is over the prompts with enough samples before and any after', () => {
    const pair = {
      before: { n: Int32Array.of(5, 2, 5), c: Int32Array.of(1, 1, 2) },
      after: { n: Int32Array.of(5, 5, 0), c: Int32Array.of(1, 1, 0) },
    };
    assert.equal(weightedMovement(pair, 3).count, 1);
    assert.throws(() => weightedMovement(pair, 0.5), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden movements', () => {
      const pair = { before: goldenLog('before'), after: goldenLog('after') };
      for (const k of [1, 4, 8, 15]) {
        const { mean, se } = weightedMovement(pair, k);
        const [expected, error] = golden().golden_log_expected[`D_${k}_unbiased_linear`];
        closeTo(mean, expected, 1e-12);
        closeTo(se, error, 1e-12);
      }
    });
  }
});
