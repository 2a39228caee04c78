import assert from 'node:assert/strict';
import { exactPassAtK } from '../../../src/core/counts/exactPassAtK';
import { closeTo } from '../closeTo';

describe('exactPassAtK', () => {
  it('is 1 - (1-p)^k', () => {
    for (const [p, k, expected] of [[0.5, 1, 0.5], [0.5, 3, 0.875], [0.1, 2, 0.19], [1, 5, 1], [0, 5, 0]]) closeTo(exactPassAtK(p, k), expected, 1e-15);
  });

  it('keeps its digits where the rate is tiny', () => {
    closeTo(exactPassAtK(1e-12, 3), 3e-12 - 3e-24, 1e-15);
  });

  it('does not know what an unknown rate gives, and refuses what is no rate', () => {
    assert.ok(Number.isNaN(exactPassAtK(NaN, 2)));
    assert.throws(() => exactPassAtK(1.1, 2), { name: 'RangeError', message: 'exactPassAtK requires a rate from zero to one, got 1.1' });
    assert.throws(() => exactPassAtK(0.5, 0), RangeError);
  });
});
