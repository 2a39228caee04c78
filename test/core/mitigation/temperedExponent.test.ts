import assert from 'node:assert/strict';
import { temperedExponent } from '../../../src/core/mitigation/temperedExponent';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';
import { toyB } from '../toyPrompts';

describe('temperedExponent', () => {
  it('solves a case worked by hand: 4^γ · (-1) + 1^γ · 2 = 0 at γ = 1/2', () => {
    closeTo(temperedExponent([4, 1], [-1, 2]), 0.5, 1e-14);
  });

  it('is 1 without conflict and unknown when even equal weights conflict', () => {
    assert.equal(temperedExponent([4, 1], [1, -2]), 1);
    assert.ok(Number.isNaN(temperedExponent([4, 1], [-2, 1])));
  });

  it('leaves weights of zero at zero, and unknown prompts out', () => {
    closeTo(temperedExponent([4, 1, 0, NaN, 7], [-1, 2, 100, 5, NaN]), 0.5, 1e-14);
    assert.ok(Number.isNaN(temperedExponent([4, 1, 0], [-2, 1, 100])));
    assert.throws(() => temperedExponent([1], [1, 2]), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden exponent', () => {
      closeTo(temperedExponent(toyB.p.map((p) => 16 * (1 - p) ** 15), toyB.agreement), golden().toyB_main.mitigation_k16.temper_gamma, 1e-11);
    });
  }
});
