import assert from 'node:assert/strict';
import { pairedDifference } from '../../../src/core/compare/pairedDifference';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { sharedDataExists } from '../sharedData';
import { tinyLog } from '../tinyTransformer';

const before = { n: Int32Array.of(4, 4, 4, 1), c: Int32Array.of(0, 2, 3, 1) };
const after = { n: Int32Array.of(4, 8, 4, 9), c: Int32Array.of(1, 4, 3, 3) };

describe('pairedDifference', () => {
  it('is the mean change prompt by prompt, with its paired error', () => {
    // k = 2: q before 1, 1/6, 0; after 3/6, C(4,2)/C(8,2) = 6/28, 0. The fourth has one sample before only.
    const changes = [0.5, 1 / 6 - 6 / 28, 0];
    const mean = (changes[0] + changes[1]) / 3;
    const { count, mean: found, se } = pairedDifference({ before, after }, 2);
    assert.equal(count, 3);
    closeTo(found, mean, 1e-13);
    closeTo(se, Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / 2 / 3), 1e-13);
  });

  it('turns about when before and after are exchanged', () => {
    const there = pairedDifference({ before, after }, 2);
    const back = pairedDifference({ before: after, after: before }, 2);
    closeTo(back.mean, -there.mean, 1e-14);
    closeTo(back.ci[0], -there.ci[1], 1e-14);
  });

  it('refuses columns of different length and what is no k', () => {
    assert.throws(() => pairedDifference({ before, after: { n: Int32Array.of(4), c: Int32Array.of(1) } }, 2), RangeError);
    assert.throws(() => pairedDifference({ before, after }, 0), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden movements', () => {
      const pair = { before: goldenLog('before'), after: goldenLog('after') };
      for (const k of [1, 4, 8, 15]) {
        const { mean, se } = pairedDifference(pair, k);
        const [expected, error] = golden().golden_log_expected[`paired_delta_pass@${k}`];
        closeTo(mean, expected, 1e-12);
        closeTo(se, error, 1e-12);
      }
    });

    it("sees in the real network's logs that pass@8 training lowered pass@1 and raised pass@8", () => {
      const pair = { before: tinyLog('step000'), after: tinyLog('step030') };
      const first = pairedDifference(pair, 1);
      const eighth = pairedDifference(pair, 8);
      // The truth: 0.6979 to 0.6345, and 0.8509 to 0.8824.
      assert.ok(first.ci[1] < 0 && first.ci[0] <= -0.0633 && -0.0633 <= first.ci[1]);
      assert.ok(eighth.ci[0] <= 0.0315 && 0.0315 <= eighth.ci[1]);
    });
  }
});
