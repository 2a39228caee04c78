import assert from 'node:assert/strict';
import { signFlipTest } from '../../../src/core/compare/signFlipTest';
import { closeTo } from '../closeTo';

describe('signFlipTest', () => {
  it('counts the flips that are at least as extreme, worked by hand', () => {
    // 1, 2, 3: sums ±6, ±4, ±2, 0, 0: only the seen one and its mirror reach 6.
    assert.equal(signFlipTest([1, 2, 3]), 2 / 8);
    // 3, -1: 2; flips give 2, 4, -4, -2: all reach.
    assert.equal(signFlipTest([3, -1]), 1);
    assert.equal(signFlipTest([0.1, 0.2, NaN, 0.3]), 2 / 8);
    // ±0.3 beside ±0.1 ± 0.1, which is at least 0 in three of four; two of them are 0 but for rounding.
    assert.equal(signFlipTest([0.1, 0.3, -0.1]), 6 / 8);
  });

  it('draws flips for many prompts, and gives the same answer each time', () => {
    const shifted = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : -1) + 0.35);
    const p = signFlipTest(shifted);
    assert.equal(signFlipTest(shifted), p);
    // Nearly normal: mean 0.35 · 40 over √(Σ d²) = 14/√(40 · 1.1225) = 2.089.
    closeTo(p, 0.0367, 0, 0.006);
    assert.equal(signFlipTest(new Array<number>(30).fill(0)), 1);
    assert.ok(signFlipTest(new Array<number>(30).fill(1)) < 1e-5);
  });

  it('knows nothing without differences', () => {
    assert.ok(Number.isNaN(signFlipTest([NaN])));
  });
});
