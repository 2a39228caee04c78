import assert from 'node:assert/strict';
import { toyObjectives } from '../../../src/core/toy/toyObjectives';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

const paper = [{ s: -0.1, hard: false }, { s: 0.1, hard: true }];
const twelve = [-1.6, -0.5, -0.4, -0.2, 0, 0.5, 1.1, -1.2, -0.1, 0.7, 1.5, 1.6].map((s, x) => ({ s, hard: x >= 7 }));

describe('toyObjectives', () => {
  it("prints the paper's numbers: pass@1 0.48 to 0.46 and pass@10 0.83 to 0.95 by a step of 5", () => {
    const before = toyObjectives([-2, -2], paper, 10);
    const after = toyObjectives([-2 + 5 * before.gradientK[0], -2 + 5 * before.gradientK[1]], paper, 10);
    const shown = [before.passAt1, after.passAt1, before.passAtK, after.passAtK].map((value) => value.toFixed(2));
    assert.deepEqual(shown, ['0.48', '0.46', '0.83', '0.95']);
    assert.ok(before.innerProduct < 0);
  });

  it('has the slopes of its own objectives as its gradients', () => {
    const theta: [number, number] = [-1.7, 0.9];
    const { gradient1, gradientK } = toyObjectives(theta, twelve, 16);
    for (const j of [0, 1]) {
      const at = (step: number): ReturnType<typeof toyObjectives> =>
        toyObjectives([theta[0] + (j === 0 ? step : 0), theta[1] + (j === 1 ? step : 0)], twelve, 16);
      closeTo(gradient1[j], (at(1e-5).passAt1 - at(-1e-5).passAt1) / 2e-5, 1e-6);
      closeTo(gradientK[j], (at(1e-5).passAtK - at(-1e-5).passAtK) / 2e-5, 1e-6);
    }
  });

  it('keeps its digits where a policy is nearly certain', () => {
    const { passAt1, passAtK, innerProduct } = toyObjectives([40, 0], [{ s: 0, hard: false }], 3);
    closeTo(passAt1, Math.exp(-40), 1e-12);
    closeTo(passAtK, 3 * Math.exp(-40), 1e-12);
    closeTo(innerProduct, 3 * Math.exp(-80), 1e-12);
  });

  if (sharedDataExists) {
    it('equals the golden contour of the twelve prompts at k = 16', () => {
      let conflicts = 0;
      for (const [theta0, theta1, passAt1, passAtK, innerProduct] of golden().toyB_main.contour_k16_rows_theta0_theta1_J1_J16_IP) {
        const found = toyObjectives([theta0, theta1], twelve, 16);
        closeTo(found.passAt1, passAt1, 1e-12);
        closeTo(found.passAtK, passAtK, 1e-12);
        closeTo(found.innerProduct, innerProduct, 1e-11, 1e-15);
        if (found.innerProduct < 0) conflicts++;
      }
      assert.equal(conflicts, 31);
    });
  }
});
