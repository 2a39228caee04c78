import assert from 'node:assert/strict';
import { certifiedConflict } from '../../../src/core/interference/certifiedConflict';
import { closeTo } from '../closeTo';
import { toyB } from '../toyPrompts';

const s = [-1.6, -0.5, -0.4, -0.2, 0, 0.5, 1.1, -1.2, -0.1, 0.7, 1.5, 1.6];
/** E|∇log π|² = σ(1-σ)(1 + s²) at this policy, the largest over the prompts. */
const localSquare = Math.max(...toyB.p.map((p, x) => p * (1 - p) * (1 + s[x] ** 2)));
const weights = (k: number): number[] => toyB.p.map((p) => k * (1 - p) ** (k - 1));

describe('certifiedConflict', () => {
  it('never claims a lower inner product than there is', () => {
    for (let k = 2; k <= 64; k++) {
      const w = weights(k);
      const innerProduct = w.reduce((sum, weight, x) => sum + weight * toyB.agreement[x], 0) / 12;
      assert.ok(innerProduct <= -certifiedConflict(w, toyB.agreement, localSquare).bound, `k = ${k}`);
    }
  });

  it('certifies the conflict of the twelve prompts from k = 31 on only, though it begins at 7', () => {
    const certified = Array.from({ length: 64 }, (_, i) => certifiedConflict(weights(i + 1), toyB.agreement, localSquare).bound > 0);
    assert.equal(certified.indexOf(true) + 1, 31);
  });

  it('finds the best margin of a case worked by hand', () => {
    // Margins 1 and 4: 1 (3+2) - 0.1 · 5 = 4.5 and 4 · 2 - 0.1 (3+5) = 7.2, over 3.
    const { bound, margin } = certifiedConflict([3, 2, 5, NaN], [-1, -4, 2, -9], 0.1);
    assert.equal(margin, 4);
    closeTo(bound, 7.2 / 3, 1e-14);
  });

  it('says nothing when no agreement is negative', () => {
    assert.ok(Number.isNaN(certifiedConflict([1, 2], [0, 3], 1).bound));
    assert.throws(() => certifiedConflict([1], [1, 2], 1), RangeError);
  });
});
