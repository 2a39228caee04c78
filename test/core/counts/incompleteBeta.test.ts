import assert from 'node:assert/strict';
import { incompleteBeta } from '../../../src/core/counts/incompleteBeta';
import { closeTo } from '../closeTo';
import { choose } from '../exactNumbers';

describe('incompleteBeta', () => {
  it('equals the binomial tail for whole parameters', () => {
    // I_x(a, b) = P(Bin(a+b-1, x) >= a)
    for (const [a, b] of [[1, 1], [3, 5], [20, 7], [2, 60]]) {
      for (const x of [0.01, 0.2, 0.5, 0.77, 0.99]) {
        let tail = 0;
        for (let j = a; j <= a + b - 1; j++) tail += Number(choose(a + b - 1, j)) * x ** j * (1 - x) ** (a + b - 1 - j);
        closeTo(incompleteBeta(a, b, x), tail, 1e-11);
      }
    }
  });

  it('is the arcsine law for a = b = 1/2', () => {
    for (const x of [1e-6, 0.1, 0.5, 0.9]) closeTo(incompleteBeta(0.5, 0.5, x), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-12);
  });

  it('ends at 0 and 1, and refuses what it cannot mean', () => {
    assert.equal(incompleteBeta(2, 3, 0), 0);
    assert.equal(incompleteBeta(2, 3, 1), 1);
    assert.throws(() => incompleteBeta(0, 3, 0.5), RangeError);
    assert.throws(() => incompleteBeta(1, 3, 1.5), RangeError);
  });
});
