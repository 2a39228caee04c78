import { hypergeometric } from '../../../src/core/counts/hypergeometric';
import assert from 'node:assert/strict';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';

describe('hypergeometric', () => {
  it('equals the exact ratio of whole numbers', () => {
    for (const n of [1, 5, 12, 300]) {
      for (let c = 0; c <= n; c += Math.ceil(n / 9)) {
        for (let k = 0; k <= n; k += Math.ceil(n / 7)) {
          const { first, chance } = hypergeometric(n, c, k);
          assert.equal(first, Math.max(0, k - (n - c)));
          chance.forEach((value, i) => {
            const j = first + i;
            closeTo(value, ratio(choose(c, j) * choose(n - c, k - j), choose(n, k)), 1e-12);
          });
        }
      }
    }
  });

  it('adds up to 1 where factorials would overflow', () => {
    const { chance } = hypergeometric(1_000_000, 300_000, 5000);
    closeTo(chance.reduce((sum, value) => sum + value, 0), 1, 1e-12);
  });
});
