import assert from 'node:assert/strict';
import { betaBinomial, type BetaBinomialFit } from '../../../src/core/counts/betaBinomial';
import { betaBinomialPassAtK } from '../../../src/core/counts/betaBinomialPassAtK';
import { countGroups } from '../../../src/core/counts/countGroups';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';

const flat: BetaBinomialFit = { kind: 'fit', alpha: 1, beta: 1, covariance: [0, 0, 0] };

describe('betaBinomialPassAtK', () => {
  it('is the posterior mean, worked by hand for a uniform prior', () => {
    // n = 2, c = 1: Beta(2, 2); E[(1-p)^2] = (2/4)(3/5) = 0.3.   n = 2, c = 0: Beta(1, 3); E[(1-p)^2] = (3/4)(4/5) = 0.6
    const groups = countGroups(Int32Array.of(2, 2), Int32Array.of(1, 0));
    closeTo(betaBinomialPassAtK(flat, groups, 2).estimate, (0.7 + 0.4) / 2, 1e-14);
  });

  it('goes on smoothly where the product gives way to a series', () => {
    const groups = countGroups(Int32Array.of(16, 16), Int32Array.of(0, 3));
    for (const k of [1000, 1001, 1500, 20_000]) {
      // The definition, one factor at a time.
      const missed = [[1, 17], [4, 14]].map(([a, b]) => {
        let product = 1;
        for (let i = 0; i < k; i++) product *= (b + i) / (a + b + i);
        return product;
      });
      closeTo(1 - betaBinomialPassAtK(flat, groups, k).estimate, (missed[0] + missed[1]) / 2, 1e-11);
    }
  });

  it('never falls when k grows, and stays within [0, 1]', () => {
    const groups = countGroups(Int32Array.of(16, 16, 16), Int32Array.of(0, 3, 15));
    let last = 0;
    for (const k of [1, 2, 16, 64, 999, 1000, 1001, 5000, 1e6, 1e9]) {
      const { estimate, ci } = betaBinomialPassAtK(flat, groups, k);
      assert.ok(estimate >= last && estimate <= 1 && ci[0] >= 0 && ci[1] <= 1, `k = ${k}: ${estimate}`);
      last = estimate;
    }
  });

  it('has a band that covers the truth about as often as it says, when the model holds', () => {
    const random = randomNumbers(3);
    // Rates as the square of a uniform number: Beta(1/2, 1); E[(1-p)^k] = prod (1+i)/(3/2+i).
    let truth = 1;
    for (let i = 0; i < 128; i++) truth *= (1 + i) / (1.5 + i);
    truth = 1 - truth;
    let covered = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const n = new Int32Array(120).fill(16);
      const c = n.map(() => {
        const rate = random() ** 2;
        let correct = 0;
        for (let i = 0; i < 16; i++) if (random() < rate) correct++;
        return correct;
      });
      const fit = betaBinomial(n, c);
      assert.ok(fit.kind === 'fit');
      const { ci } = betaBinomialPassAtK(fit, countGroups(n, c), 128);
      if (ci[0] <= truth && truth <= ci[1]) covered++;
    }
    assert.ok(covered / runs > 0.91 && covered / runs < 0.98, `covered ${covered} of ${runs}`);
  });

  if (sharedDataExists) {
    it('equals the golden posterior values', () => {
      const { n, c, alpha, beta, posterior_pass_at } = golden().beta_binomial;
      const groups = countGroups(Int32Array.from(n), Int32Array.from(c));
      for (const [k, expected] of Object.entries(posterior_pass_at)) {
        closeTo(betaBinomialPassAtK({ kind: 'fit', alpha, beta, covariance: [0, 0, 0] }, groups, Number(k)).estimate, expected, 1e-12);
      }
    });
  }
});
