import assert from 'node:assert/strict';
import { gradientSurgery } from '../../../src/core/mitigation/gradientSurgery';
import { oneStep } from '../../../src/core/mitigation/oneStep';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';
import { dot } from '../smallPolicy';
import { toyB, toyPrompts } from '../toyPrompts';

const s = [-1.6, -0.5, -0.4, -0.2, 0, 0.5, 1.1, -1.2, -0.1, 0.7, 1.5, 1.6];
const weights = toyB.p.map((p) => 16 * (1 - p) ** 15);
const gradientK = [0, 1].map((j) => toyB.gradients.reduce((sum, g, x) => sum + weights[x] * g[j], 0) / 12);
const pulls = toyB.gradients.map((g) => dot(g, gradientK));

describe('oneStep', () => {
  it('is what a small real step does', () => {
    const eta = 1e-5;
    const { passAt1, passAtK } = oneStep(weights, toyB.agreement, pulls, eta);
    const after = toyPrompts([-1.7 + eta * gradientK[0], 0.9 + eta * gradientK[1]], s, s.map((_, x) => x >= 7));
    const change = (k: number): number => after.p.reduce((sum, p, x) => sum + ((1 - toyB.p[x]) ** k - (1 - p) ** k), 0) / 12;
    closeTo(passAt1, change(1), 1e-4);
    closeTo(passAtK, change(16), 1e-4);
  });

  it('counts unknown prompts as nothing, and refuses columns of different length', () => {
    assert.deepEqual(oneStep([1, NaN, 3], [2, 5, NaN], [1, 1, 1], 3), { passAt1: 2, passAtK: 4 });
    assert.throws(() => oneStep([1], [1, 2], [1], 1), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden first-order changes, raw and mended', () => {
      const { step_raw, step_pcgrad, step_cap, step_drop, pcgrad_lambda, cap_tau, drop_set, passk_agreement_b } = golden().toyB_main.mitigation_k16;
      passk_agreement_b.forEach((value, x) => closeTo(pulls[x], value, 1e-11));
      const { offset } = gradientSurgery(oneStep(weights, toyB.agreement, pulls, 1).passAt1, toyB.agreement.reduce((sum, a) => sum + a, 0) / 12);
      closeTo(offset, pcgrad_lambda, 1e-11);
      const cases = [
        [step_raw, weights],
        [step_pcgrad, weights.map((w) => w + pcgrad_lambda)],
        [step_cap, weights.map((w) => Math.min(w, cap_tau))],
        [step_drop, weights.map((w, x) => (drop_set.includes(x) ? 0 : w))],
      ] as const;
      for (const [expected, mended] of cases) {
        const { passAt1, passAtK } = oneStep(mended, toyB.agreement, pulls, expected.eta);
        closeTo(passAt1, expected.first_order_dJ1, 1e-10, 1e-15);
        closeTo(passAtK, expected.first_order_dJk, 1e-10);
      }
    });
  }
});
