import assert from 'node:assert/strict';
import { weightProjection } from '../../../src/core/mitigation/weightProjection';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';
import { toyB } from '../toyPrompts';

describe('weightProjection', () => {
  it('takes the conflict away by weights nearer than any others that do', () => {
    const random = randomNumbers(31);
    const w = Float64Array.from({ length: 6 }, () => 3 * random());
    const a = w.map((_, x) => (x < 3 ? -1 : 0.4) * (0.5 + random()));
    const { weights } = weightProjection(w, a);
    const pull = (column: Float64Array): number => column.reduce((sum, weight, x) => sum + weight * a[x], 0);
    const distance = (column: Float64Array): number => column.reduce((sum, weight, x) => sum + (weight - w[x]) ** 2, 0);
    assert.ok(pull(w) < 0);
    closeTo(pull(weights), 0, 0, 1e-12);
    assert.ok(weights.every((weight) => weight >= 0));
    let tried = 0;
    for (let run = 0; run < 20_000; run++) {
      const other = weights.map((weight) => Math.max(0, weight + 0.3 * (random() - 0.5)));
      if (pull(other) < 0) continue;
      tried++;
      assert.ok(distance(other) >= distance(weights) - 1e-12);
    }
    assert.ok(tried > 1000);
  });

  it('solves a case worked by hand, with one weight driven to zero', () => {
    // (1 - 2μ)(-2) + (1 + μ)(1) = 0 with the first at 0 from μ = 1/2 on: -2 + 4μ + 1 + μ = 0 at μ = 1/5.
    const { multiplier, weights } = weightProjection(Float64Array.of(1, 1), Float64Array.of(-2, 1));
    closeTo(multiplier, 0.2, 1e-14);
    closeTo(weights[0], 0.6, 1e-14);
    closeTo(weights[1], 1.2, 1e-14);
    // 0.1 is at zero from μ = 0.1 on; after that -(3-μ) + 2(0.5+2μ) = 0 at μ = 2/5.
    const driven = weightProjection(Float64Array.of(0.1, 3, 0.5), Float64Array.of(-1, -1, 2));
    closeTo(driven.multiplier, 0.4, 1e-14);
    assert.equal(driven.weights[0], 0);
  });

  it('leaves everything as it is without conflict, or where nothing helps', () => {
    assert.deepEqual([...weightProjection(Float64Array.of(1, 2), Float64Array.of(1, -0.1)).weights], [1, 2]);
    const helpless = weightProjection(Float64Array.of(1, 2), Float64Array.of(-1, -1));
    assert.ok(Number.isNaN(helpless.multiplier));
    assert.deepEqual([...helpless.weights], [1, 2]);
  });

  it('keeps a weight of unknown agreement, and does not change its input', () => {
    const w = Float64Array.of(1, 1, 5);
    const { weights } = weightProjection(w, Float64Array.of(-2, 1, NaN));
    assert.equal(weights[2], 5);
    assert.deepEqual([...w], [1, 1, 5]);
    assert.throws(() => weightProjection(w, Float64Array.of(1)), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden multiplier and weights', () => {
      const { l2_mu, l2_weights } = golden().toyB_main.mitigation_k16;
      const { multiplier, weights } = weightProjection(Float64Array.from(toyB.p, (p) => 16 * (1 - p) ** 15), Float64Array.from(toyB.agreement));
      closeTo(multiplier, l2_mu, 1e-11);
      l2_weights.forEach((weight, x) => closeTo(weights[x], weight, 1e-10, 1e-13));
    });
  }
});
