import assert from 'node:assert/strict';
import { gradientPlane, planeChange } from '../../../src/core/interference/gradientPlane';
import { closeTo } from '../closeTo';
import { dot } from '../smallPolicy';
import { toyB } from '../toyPrompts';
import { toyObjectives } from '../../../src/core/toy/toyObjectives';

describe('gradientPlane', () => {
  const k = 16;
  const weights = toyB.p.map((p) => k * (1 - p) ** (k - 1));
  const mean = (each: (x: number) => number): number => toyB.p.reduce((sum, _, x) => sum + each(x), 0) / 12;
  const gradient1 = [0, 1].map((j) => mean((x) => toyB.gradients[x][j]));
  const gradientK = [0, 1].map((j) => mean((x) => weights[x] * toyB.gradients[x][j]));
  const products = { squared1: dot(gradient1, gradient1), product: dot(gradient1, gradientK), squaredK: dot(gradientK, gradientK) };
  const pull = toyB.gradients.map((gradient) => dot(gradient, gradientK));
  const plane = gradientPlane(k, products, toyB.agreement, pull, toyB.p.map((p) => k * (k - 1) * (1 - p) ** (k - 2)));

  it('has the curvature of pass@k in the pass rates, as finite differences find it', () => {
    const objective = (alpha: number, beta: number): number => mean((x) => 1 - (1 - toyB.p[x] - alpha * toyB.agreement[x] - beta * pull[x]) ** k);
    const h = 1e-2;
    const [aa, ab, bb] = plane.bend;
    closeTo(aa, (objective(h, 0) + objective(-h, 0) - 2 * objective(0, 0)) / h / h / 2, 1e-4);
    closeTo(bb, (objective(0, h) + objective(0, -h) - 2 * objective(0, 0)) / h / h / 2, 1e-4);
    closeTo(ab, (objective(h, h) - objective(h, -h) - objective(-h, h) + objective(-h, -h)) / 4 / h / h, 1e-4);
  });

  it('has the slopes of the exact toy along both gradients, and its conflict: along ∇J16 pass@1 falls', () => {
    const s = [-1.6, -0.5, -0.4, -0.2, 0, 0.5, 1.1, -1.2, -0.1, 0.7, 1.5, 1.6].map((value, x) => ({ s: value, hard: x >= 7 }));
    const at = (alpha: number, beta: number) => toyObjectives([-1.7 + alpha * gradient1[0] + beta * gradientK[0], 0.9 + alpha * gradient1[1] + beta * gradientK[1]], s, k);
    for (const [alpha, beta] of [[1e-4, 0], [0, 1e-4], [-1e-4, 2e-4]]) {
      const change = planeChange(plane, alpha, beta, 1);
      closeTo(change.passAt1, (at(alpha, beta).passAt1 - at(-alpha, -beta).passAt1) / 2, 1e-6);
      closeTo(change.passAtK, (at(alpha, beta).passAtK - at(-alpha, -beta).passAtK) / 2, 1e-6);
    }
    assert.ok(planeChange(plane, 0, 1, 1).passAt1 < 0);
    assert.ok(planeChange(plane, 0, 1, 2).passAtK < planeChange(plane, 0, 1, 1).passAtK);
  });

  it('counts a prompt of unknown agreement as 0', () => {
    const { bend } = gradientPlane(2, products, [1, NaN], [3, 5], [2, 2]);
    assert.deepEqual(bend, [-0.5, -3, -4.5]);
  });
});
