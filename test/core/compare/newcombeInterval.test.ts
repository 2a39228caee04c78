import assert from 'node:assert/strict';
import { newcombeInterval } from '../../../src/core/compare/newcombeInterval';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('newcombeInterval', () => {
  it("equals Newcombe's own example: 56/70 against 48/80", () => {
    // Newcombe 1998, table II, method 10: 0.0524 to 0.3339.
    const [low, high] = newcombeInterval(80, 48, 70, 56);
    closeTo(low, 0.0524, 0, 5e-5);
    closeTo(high, 0.3339, 0, 5e-5);
  });

  it('turns about when before and after are exchanged, and stays within [-1, 1]', () => {
    for (const [n0, c0, n1, c1] of [[8, 0, 8, 8], [5, 2, 31, 7], [3, 3, 3, 3]]) {
      const [low, high] = newcombeInterval(n0, c0, n1, c1);
      const [back, forth] = newcombeInterval(n1, c1, n0, c0);
      closeTo(low, -forth, 1e-14, 1e-15);
      closeTo(high, -back, 1e-14, 1e-15);
      assert.ok(low >= -1 && high <= 1);
    }
  });

  it('says nothing without samples, and refuses what are no counts', () => {
    assert.deepEqual(newcombeInterval(0, 0, 8, 3), [-1, 1]);
    assert.throws(() => newcombeInterval(4, 5, 4, 1), RangeError);
    assert.throws(() => newcombeInterval(4, 1, 4, 5), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const { n0, c0, n1, c1, ci95 } of golden().newcombe_p1_minus_p0) {
        newcombeInterval(n0, c0, n1, c1).forEach((bound, i) => closeTo(bound, ci95[i], 1e-12, 1e-15));
      }
      const { c_before, c_after, newcombe } = golden().golden_log_expected;
      newcombe.forEach((expected, x) => {
        newcombeInterval(16, c_before[x], 16, c_after[x]).forEach((bound, i) => closeTo(bound, expected[i], 1e-12, 1e-15));
      });
    });
  }
});
