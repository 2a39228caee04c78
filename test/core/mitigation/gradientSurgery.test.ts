import assert from 'node:assert/strict';
import { gradientSurgery } from '../../../src/core/mitigation/gradientSurgery';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';
import { dot } from '../smallPolicy';
import { toyB } from '../toyPrompts';

const weights = toyB.p.map((p) => 16 * (1 - p) ** 15);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('gradientSurgery', () => {
  it('makes the update orthogonal to the gradient of pass@1, as projecting the vectors does', () => {
    const { offset } = gradientSurgery(mean(weights.map((w, x) => w * toyB.agreement[x])), mean(toyB.agreement));
    const update = [0, 1].map((j) => mean(toyB.gradients.map((g, x) => (weights[x] + offset) * g[j])));
    const gradient1 = [0, 1].map((j) => mean(toyB.gradients.map((g) => g[j])));
    const gradientK = [0, 1].map((j) => mean(toyB.gradients.map((g, x) => weights[x] * g[j])));
    closeTo(dot(update, gradient1), 0, 0, 1e-17);
    // PCGrad, with the vectors.
    const factor = dot(gradientK, gradient1) / dot(gradient1, gradient1);
    [0, 1].forEach((j) => closeTo(update[j], gradientK[j] - factor * gradient1[j], 1e-12));
  });

  it('is a blend of both objectives in the same direction', () => {
    const { offset, blend } = gradientSurgery(-3, 2);
    assert.equal(offset, 1.5);
    closeTo(blend / (1 - blend), offset, 1e-15);
  });

  it('leaves what does not conflict alone, unless a margin is asked for', () => {
    assert.deepEqual(gradientSurgery(1, 2), { offset: 0, blend: 0 });
    assert.equal(gradientSurgery(1, 2, 0.75).offset, 0.25);
    assert.equal(gradientSurgery(-3, 2, 0.5).offset, 2);
  });

  it('is unknown where the squared gradient is, or was estimated at zero or below', () => {
    for (const square of [NaN, 0, -1]) assert.ok(Number.isNaN(gradientSurgery(-1, square).offset));
    assert.ok(Number.isNaN(gradientSurgery(NaN, 1).offset));
    assert.throws(() => gradientSurgery(1, 1, -0.1), { name: 'RangeError', message: 'gradientSurgery requires a margin of at least zero, got -0.1' });
  });

  if (sharedDataExists) {
    it('equals the golden offset and blend', () => {
      const { IP, norm2_J1, pcgrad_lambda, blend_alpha } = golden().toyB_main.mitigation_k16;
      const { offset, blend } = gradientSurgery(IP, norm2_J1);
      closeTo(offset, pcgrad_lambda, 1e-12);
      closeTo(blend, blend_alpha, 1e-12);
    });
  }
});
