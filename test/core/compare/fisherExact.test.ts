import assert from 'node:assert/strict';
import { fisherExact } from '../../../src/core/compare/fisherExact';
import { benjaminiHochberg } from '../../../src/core/interference/benjaminiHochberg';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

/** The same in whole numbers: every split no more likely than the one seen. */
function exactP(n0: number, c0: number, n1: number, c1: number): number {
  const ways = (split: number): bigint => choose(n0, split) * choose(n1, c0 + c1 - split);
  let sum = 0n;
  for (let split = 0; split <= c0 + c1; split++) if (ways(split) <= ways(c0)) sum += ways(split);
  return ratio(sum, choose(n0 + n1, c0 + c1));
}

describe('fisherExact', () => {
  it('equals the sum over splits in whole numbers', () => {
    for (const [n0, n1] of [[8, 8], [5, 9], [1, 3], [32, 32]]) {
      for (let c0 = 0; c0 <= n0; c0++) for (let c1 = 0; c1 <= n1; c1++) closeTo(fisherExact(n0, c0, n1, c1), exactP(n0, c0, n1, c1), 1e-11);
    }
  });

  it("equals the lady tasting tea: 3 of 4 against 1 of 4 has p = 34/70", () => {
    closeTo(fisherExact(4, 3, 4, 1), 34 / 70, 1e-13);
  });

  it('finds nothing without samples or with one verdict only, and refuses what are no counts', () => {
    assert.equal(fisherExact(0, 0, 8, 3), 1);
    assert.equal(fisherExact(8, 8, 8, 8), 1);
    assert.throws(() => fisherExact(4, 5, 4, 1), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values, and their adjustment for many prompts', () => {
      for (const { n0, c0, n1, c1, fisher_p } of golden().newcombe_p1_minus_p0) closeTo(fisherExact(n0, c0, n1, c1), fisher_p, 1e-11);
      const { c_before, c_after, fisher_p, bh_adjusted } = golden().golden_log_expected;
      const p = c_before.map((c, x) => fisherExact(16, c, 16, c_after[x]));
      fisher_p.forEach((expected, x) => closeTo(p[x], expected, 1e-11));
      benjaminiHochberg(p).forEach((value, x) => closeTo(value, bh_adjusted[x], 1e-10));
    });
  }
});
