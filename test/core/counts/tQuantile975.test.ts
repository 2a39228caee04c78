import assert from 'node:assert/strict';
import { tQuantile975 } from '../../../src/core/counts/tQuantile975';
import { closeTo } from '../closeTo';

describe('tQuantile975', () => {
  it('equals the closed forms for 1, 2 and 4 degrees of freedom', () => {
    closeTo(tQuantile975(1), Math.tan(Math.PI * 0.475), 1e-12);
    closeTo(tQuantile975(2), 0.95 / Math.sqrt(2 * 0.975 * 0.025), 1e-12);
    const q = Math.cos(Math.acos(Math.sqrt(4 * 0.975 * 0.025)) / 3) / Math.sqrt(4 * 0.975 * 0.025);
    closeTo(tQuantile975(4), 2 * Math.sqrt(q - 1), 1e-12);
  });

  it('equals published values', () => {
    for (const [freedom, expected] of [[5, 2.5705818356363146], [10, 2.228138851986274], [30, 2.0422724563012378], [48, 2.010634757624232]]) {
      closeTo(tQuantile975(freedom), expected, 1e-12);
    }
  });

  it('refuses what are no degrees of freedom', () => {
    assert.throws(() => tQuantile975(0), RangeError);
  });
});
