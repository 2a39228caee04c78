import assert from 'node:assert/strict';
import { stepSizeBound } from '../../../src/core/interference/stepSizeBound';
import { closeTo } from '../closeTo';

describe('stepSizeBound', () => {
  it('equals the constants of the twelve prompts: G² = F = 0.89, k = 16', () => {
    const { smoothness1, smoothnessK, curvature } = stepSizeBound(16, 1, 0.89, 0.89);
    closeTo(smoothness1, 1.78, 1e-14);
    closeTo(smoothnessK, 242.08, 1e-14);
    closeTo(curvature, 202.7776, 1e-14);
  });

  it('is the smaller of both limits, and unknown without a conflict for certain', () => {
    closeTo(stepSizeBound(16, 0.002, 0.89, 0.89).largest, 0.002 / 202.7776, 1e-14);
    closeTo(stepSizeBound(16, 1e6, 0.89, 0.89).largest, 1 / 242.08, 1e-14);
    assert.ok(Number.isNaN(stepSizeBound(16, 0, 0.89, 0.89).largest));
    assert.ok(Number.isNaN(stepSizeBound(16, NaN, 0.89, 0.89).largest));
  });
});
