import assert from 'node:assert/strict';
import { betaBinomial } from '../../../src/core/counts/betaBinomial';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';

function spread(count: number): { n: Int32Array; c: Int32Array } {
  const random = randomNumbers(7);
  const n = new Int32Array(count).map(() => 10 + Math.floor(random() * 7));
  const c = n.map((samples) => {
    const rate = random() ** 2;
    let correct = 0;
    for (let i = 0; i < samples; i++) if (random() < rate) correct++;
    return correct;
  });
  return { n, c };
}

/** The log-likelihood as the model defines it, one factor at a time. */
function logLikelihood(n: Int32Array, c: Int32Array, alpha: number, beta: number): number {
  let sum = 0;
  for (let x = 0; x < n.length; x++) {
    for (let i = 0; i < c[x]; i++) sum += Math.log(alpha + i);
    for (let i = 0; i < n[x] - c[x]; i++) sum += Math.log(beta + i);
    for (let i = 0; i < n[x]; i++) sum -= Math.log(alpha + beta + i);
  }
  return sum;
}

describe('betaBinomial', () => {
  it('finds the top of the likelihood', () => {
    const { n, c } = spread(60);
    const fit = betaBinomial(n, c);
    assert.equal(fit.kind, 'fit');
    if (fit.kind !== 'fit') return;
    const top = logLikelihood(n, c, fit.alpha, fit.beta);
    for (const step of [1e-3, 1e-2, 0.3]) {
      for (const [da, db] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, 1]]) {
        assert.ok(logLikelihood(n, c, fit.alpha * (1 + step * da), fit.beta * (1 + step * db)) < top, `${da} ${db} ${step}`);
      }
    }
  });

  it('does not care about the order of prompts, nor about prompts without samples, and leaves its input as it was', () => {
    const { n, c } = spread(60);
    const before = [[...n], [...c]];
    const fit = betaBinomial(n, c);
    const turned = betaBinomial(Int32Array.from([0, ...n].reverse()), Int32Array.from([0, ...c].reverse()));
    assert.deepEqual([[...n], [...c]], before);
    assert.ok(fit.kind === 'fit' && turned.kind === 'fit');
    closeTo(turned.alpha, fit.alpha, 1e-10);
    closeTo(turned.beta, fit.beta, 1e-10);
  });

  it('refuses what could only mislead, in words', () => {
    const sixteen = new Int32Array(30).fill(16);
    const reason = (n: Int32Array, c: Int32Array): string | null => {
      const fit = betaBinomial(n, c);
      return fit.kind === 'refused' ? fit.reason : null;
    };
    assert.equal(reason(sixteen, new Int32Array(30)), 'no prompt was ever solved');
    assert.equal(reason(sixteen, sixteen), 'every prompt was always solved');
    assert.equal(reason(new Int32Array(3), new Int32Array(3)), 'no prompt has samples');
    assert.equal(reason(sixteen, Int32Array.from(sixteen, (_, i) => (i < 19 ? 3 : 0))), 'too few prompts have both correct and wrong samples, 19 of the 20 that are needed');
    assert.equal(reason(sixteen, Int32Array.from(sixteen, (_, i) => 7 + (i % 3))), 'the pass rates of the prompts differ no more than chance');
    assert.equal(reason(sixteen, Int32Array.from(sixteen, (_, i) => (i < 20 ? i % 15 + 1 : 0))), null);
  });

  if (sharedDataExists) {
    it('equals the golden parameters (each golden prompt three times, so that enough are mixed)', () => {
      const { n, c, alpha, beta } = golden().beta_binomial;
      const fit = betaBinomial(Int32Array.from([...n, ...n, ...n]), Int32Array.from([...c, ...c, ...c]));
      assert.ok(fit.kind === 'fit');
      closeTo(fit.alpha, alpha, 1e-7);
      closeTo(fit.beta, beta, 1e-7);
    });
  }
});
